package vn.vam.core.quality;

import java.util.EnumSet;
import java.util.Set;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;

/** Whether the parts of a counted interval fit together. */
final class Sums {
  private static final Set<Quantity> CLASSES =
      EnumSet.range(Quantity.CLASS_MOTORCYCLE, Quantity.CLASS_BICYCLE);

  private Sums() {}

  /** Vehicles of known classes can be fewer than all, never more. */
  static Quality add(Reading.Counted counted, QualityControl.Listener told) {
    Double all = counted.values().get(Quantity.COUNT);
    double classed =
        CLASSES.stream().mapToDouble(each -> counted.values().getOrDefault(each, 0.0)).sum();
    if (all == null || classed <= all) {
      return Quality.PASS;
    }
    told.doubted(Quantity.COUNT, Check.SUM);
    return Quality.SUSPECT;
  }
}
