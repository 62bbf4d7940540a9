package vn.vam.barcode;

import java.util.List;
import vn.vam.barcode.Look.Search;
import vn.vam.barcode.Look.Threshold;
import vn.vam.barcode.Look.Tone;
import vn.vam.barcode.Look.Touch;

/**
 * The order was found by trying every look on damaged receipts: what reads most of those that are
 * still unread comes next.
 */
final class Looks {
  private static final int AS_IT_IS = 0;

  static final List<Look> MOST_FRUITFUL_FIRST =
      List.of(
          local(700, 0, Touch.NONE, Search.BEST),
          local(1300, 0, Touch.NONE, Search.BEST),
          local(2000, 0, Touch.NONE, Search.BEST),
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
          local(AS_IT_IS, 0, Touch.NONE, Search.EVERY));

  private Looks() {}

  private static Look local(int size, int turn, Touch touch, Search search) {
    return new Look(size, turn, touch, Threshold.LOCAL, Tone.DARK, search);
  }

  private static Look global(int size) {
    return new Look(size, 0, Touch.NONE, Threshold.GLOBAL, Tone.DARK, Search.BEST);
  }

  private static Look light(int size) {
    return new Look(size, 0, Touch.NONE, Threshold.LOCAL, Tone.LIGHT, Search.BEST);
  }

  private static Look drawn() {
    return new Look(AS_IT_IS, 0, Touch.NONE, Threshold.GLOBAL, Tone.DARK, Search.DRAWN);
  }
}
