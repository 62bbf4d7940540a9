package vn.vam.core.point;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Remembers across restarts which windows got points since they were last summed up. Every call
 * blocks. Safe for several threads and processes.
 */
public interface TouchedWindows extends AutoCloseable {
  /**
   * A window that got points.
   *
   * @param touches tells a later touch from an earlier one
   */
  record Window(Instant start, long touches) {}

  /** On disk when it returns. */
  void touch(Duration every, Collection<Instant> starts);

  /** The oldest ones that start before, in order of time. */
  List<Window> startingBefore(Duration every, Instant bound, int most);

  /** Forgets those that were not touched again in between. */
  void done(Duration every, Collection<Window> windows);

  @Override
  void close();
}
