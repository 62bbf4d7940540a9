package vn.vam.barcode;

import java.util.List;
import vn.vam.barcode.View.Touch;
import vn.vam.barcode.ZxingLook.Search;
import vn.vam.barcode.ZxingLook.Threshold;
import vn.vam.barcode.ZxingLook.Tone;

/**
 * The order was found by trying every look on damaged receipts and on photos of phones: what reads
 * most of those that are still unread comes next.
 */
final class Looks {
  private static final int AS_IT_IS = 0;

  static final List<Look> MOST_FRUITFUL_FIRST =
      List.of(
          local(700, 0, Touch.NONE, Search.BEST),
          local(1300, 0, Touch.NONE, Search.BEST),
          local(2000, 0, Touch.NONE, Search.BEST),
          outlines(1000, 0, Touch.NONE),
          outlines(700, 0, Touch.NONE),
          outlines(1300, 0, Touch.SHARPENED),
          local(700, 45, Touch.SHARPENED, Search.BEST),
          local(2000, 0, Touch.SMOOTHED, Search.BEST),
          local(AS_IT_IS, 0, Touch.NONE, Search.BEST),
          local(1000, 25, Touch.NONE, Search.BEST),
          local(500, 0, Touch.SHARPENED, Search.BEST),
          global(1000),
          light(800),
          drawn(),
          local(900, 0, Touch.SMOOTHED, Search.BEST),
          local(1000, 0, Touch.NONE, Search.EVERY),
          local(1200, 0, Touch.SHARPENED, Search.BEST),
          local(1400, 65, Touch.NONE, Search.BEST),
          local(1400, 0, Touch.SMOOTHED, Search.EVERY),
          local(600, 0, Touch.NONE, Search.BEST),
          local(400, 0, Touch.NONE, Search.EVERY),
          local(1700, 0, Touch.SHARPENED, Search.BEST),
          local(1000, 45, Touch.NONE, Search.BEST),
          local(2600, 0, Touch.SMOOTHED, Search.BEST),
          local(1700, 30, Touch.SMOOTHED, Search.BEST),
          local(800, 65, Touch.SHARPENED, Search.BEST),
          global(1600),
          light(1300),
          outlines(1600, 0, Touch.SHARPENED),
          outlines(1000, 45, Touch.SMOOTHED),
          outlines(700, 45, Touch.SHARPENED),
          local(AS_IT_IS, 0, Touch.NONE, Search.EVERY));

  private Looks() {}

  private static Look local(int size, int turn, Touch touch, Search search) {
    return new ZxingLook(new View(size, turn, touch), Threshold.LOCAL, Tone.DARK, search);
  }

  private static Look outlines(int size, int turn, Touch touch) {
    return new BoofCvLook(new View(size, turn, touch));
  }

  private static Look global(int size) {
    return new ZxingLook(untouched(size), Threshold.GLOBAL, Tone.DARK, Search.BEST);
  }

  private static Look light(int size) {
    return new ZxingLook(untouched(size), Threshold.LOCAL, Tone.LIGHT, Search.BEST);
  }

  private static Look drawn() {
    return new ZxingLook(untouched(AS_IT_IS), Threshold.GLOBAL, Tone.DARK, Search.DRAWN);
  }

  private static View untouched(int size) {
    return new View(size, 0, Touch.NONE);
  }
}
