package vn.vam.core.point;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A point's quality is that of the worst value in it, also where its values come in several
 * messages: the later message must not call good what an earlier one said and nothing replaces.
 * Remembers the last doubted points in the order of the log; used by one thread.
 */
public final class DoubtedPoints {
  private static final int REMEMBERED = 20_000;
  private static final String QUALITY = "quality";

  /** Passed, or not evaluated. */
  private static final double UNDOUBTED = 2;

  /** What of a point is in doubt, and how much. */
  private record Doubt(Set<String> fields, double quality) {}

  private static final Doubt NONE = new Doubt(Set.of(), 0);

  private final Map<Point.Series, Doubt> doubts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Point.Series, Doubt> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** The point as it is to be written: with the quality of the worst that then stands there. */
  public Point written(Point point) {
    double own = quality(point);
    if (doubts.isEmpty() && own <= UNDOUBTED) {
      return point;
    }
    Point.Series series = point.series();
    Doubt left = left(doubts.remove(series), point);
    double worst = Math.max(own, left.quality());
    if (worst > UNDOUBTED) {
      Set<String> doubted = new TreeSet<>(left.fields());
      if (own > UNDOUBTED) {
        doubted.addAll(point.fields().keySet());
        doubted.remove(QUALITY);
      }
      doubts.put(series, new Doubt(doubted, worst));
    }
    return worst > own ? withQuality(point, worst) : point;
  }

  /** What is still in doubt once the point is written over it. */
  private static Doubt left(@Nullable Doubt before, Point over) {
    if (before == null || over.fields().keySet().containsAll(before.fields())) {
      return NONE;
    }
    Set<String> fields = new TreeSet<>(before.fields());
    fields.removeAll(over.fields().keySet());
    return new Doubt(fields, before.quality());
  }

  private static double quality(Point point) {
    return point.fields().get(QUALITY) instanceof Value.Number flag ? flag.number() : 0;
  }

  private static Point withQuality(Point point, double quality) {
    TreeMap<String, Value> fields = new TreeMap<>(point.fields());
    fields.put(QUALITY, new Value.Number(quality));
    return new Point(point.measurement(), point.tags(), fields, point.time());
  }
}
