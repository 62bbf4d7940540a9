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
          look(1200, 0, Touch.NONE, Threshold.LOCAL, Search.BEST),
          look(600, 0, Touch.NONE, Threshold.LOCAL, Search.BEST),
          look(1200, 0, Touch.NONE, Threshold.GLOBAL, Search.BEST),
          look(800, 0, Touch.SMOOTHED, Threshold.LOCAL, Search.EVERY),
          look(2000, 0, Touch.NONE, Threshold.LOCAL, Search.BEST),
          look(1200, 0, Touch.SHARPENED, Threshold.LOCAL, Search.BEST),
          look(1200, 30, Touch.NONE, Threshold.LOCAL, Search.BEST),
          light(800),
          drawn(),
          look(400, 0, Touch.NONE, Threshold.LOCAL, Search.EVERY),
          look(600, 60, Touch.SHARPENED, Threshold.LOCAL, Search.BEST),
          look(2400, 0, Touch.SMOOTHED, Threshold.LOCAL, Search.EVERY),
          look(AS_IT_IS, 0, Touch.NONE, Threshold.LOCAL, Search.EVERY));

  private Looks() {}

  private static Look look(int size, int turn, Touch touch, Threshold threshold, Search search) {
    return new Look(size, turn, touch, threshold, Tone.DARK, search);
  }

  private static Look light(int size) {
    return new Look(size, 0, Touch.NONE, Threshold.LOCAL, Tone.LIGHT, Search.BEST);
  }

  private static Look drawn() {
    return new Look(AS_IT_IS, 0, Touch.NONE, Threshold.GLOBAL, Tone.DARK, Search.DRAWN);
  }
}
