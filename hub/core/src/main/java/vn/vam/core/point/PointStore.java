package vn.vam.core.point;

import java.util.List;

/**
 * A time-series store. Every call blocks: never call it from an event loop. Safe for several
 * threads.
 */
public interface PointStore extends AutoCloseable {
  /**
   * Writes at most {@value #MOST_POINTS} points; doing it twice changes nothing. Never throws for
   * what the outside world does. A field keeps the type it was first written with: a point that
   * breaks this, or {@link PointLimits}, is refused alone.
   *
   * @throws IllegalArgumentException for a longer batch
   */
  Stored write(List<Point> points);

  int MOST_POINTS = 5_000;

  /**
   * Samples in order of time. Empty for a station or field nothing was written for, and for fields
   * of text.
   *
   * @throws StoreUnavailable when the store does not answer
   */
  List<Sample> read(SeriesQuery query);

  /**
   * Whole points in order of time, numbers and texts. Empty for a station nothing was written for.
   *
   * @throws StoreUnavailable when the store does not answer
   */
  List<Point> points(PointQuery query);

  /**
   * What each series of a station was in each window that has points.
   *
   * @throws StoreUnavailable when the store does not answer
   */
  List<Summary> summaries(SummaryQuery query);

  @Override
  void close();

  /** The store did not answer; the message says which and why. */
  final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
