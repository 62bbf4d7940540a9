package vn.vam.core.point;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import vn.vam.core.station.Station;

/**
 * Points as they came for a while, and summaries of them for longer. Whatever is written marks its
 * windows; {@link #sumUp} makes summaries of those that are over, so that a late point changes the
 * summary of its own time. What is older than the points themselves is read from the summaries.
 */
public final class TieredStore implements PointStore {
  /** Clocks of devices, and messages on their way, may be late by this much without work twice. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private static final int MOST_WINDOWS = 500;
  private static final Duration LONGEST_RUN = Duration.ofDays(1);

  private final PointStore points;
  private final Optional<Duration> retention;
  private final List<Tier> tiers;
  private final TouchedWindows touched;
  private final Clock clock;

  /**
   * Summaries in a store of their own.
   *
   * @param every length of a window, whole milliseconds
   * @param keep how long they stay; for ever where absent
   */
  public record Tier(Duration every, Optional<Duration> keep, PointStore store) {
    private Instant windowOf(Instant time) {
      return floor(time, every);
    }

    private boolean keeps(Instant time, Instant now) {
      return keep.map(now::minus).map(oldest -> !time.isBefore(oldest)).orElse(true);
    }
  }

  /**
   * @param retention how long the points themselves stay; for ever where absent
   * @param tiers at least one
   */
  public TieredStore(
      PointStore points,
      Optional<Duration> retention,
      List<Tier> tiers,
      TouchedWindows touched,
      Clock clock) {
    this.points = points;
    this.retention = retention;
    this.tiers = tiers.stream().sorted(Comparator.comparing(Tier::every)).toList();
    this.touched = touched;
    this.clock = clock;
  }

  @Override
  public Stored write(List<Point> batch) {
    Stored stored = points.write(batch);
    if (stored instanceof Stored.Written) {
      tiers.forEach(tier -> touch(tier, batch));
    }
    return stored;
  }

  private void touch(Tier tier, List<Point> batch) {
    TreeSet<Instant> starts = new TreeSet<>();
    for (Point point : batch) {
      if (PointLimits.brokenBy(point).isEmpty()) {
        starts.add(tier.windowOf(point.time()));
      }
    }
    touched.touch(tier.every(), starts);
  }

  @Override
  public List<Sample> read(SeriesQuery query) {
    Instant now = clock.instant();
    Optional<Instant> oldest = retention.map(now::minus).filter(query.from()::isBefore);
    return oldest.isEmpty() ? points.read(query) : read(query, oldest.get(), now);
  }

  /** Summaries up to the first window whose points are all still there, then the points. */
  private List<Sample> read(SeriesQuery query, Instant oldest, Instant now) {
    Tier tier =
        tiers.stream()
            .filter(each -> each.keeps(query.from(), now))
            .findFirst()
            .orElseGet(tiers::getLast);
    Instant border = ceiling(oldest, longer(tier.every(), query.every()));
    List<Sample> samples = new ArrayList<>(tier.store().read(query.until(border)));
    if (samples.size() < query.most() && border.isBefore(query.to())) {
      samples.addAll(points.read(query.since(border, query.most() - samples.size())));
    }
    return samples;
  }

  /** Summaries hold no texts: what is older than the points themselves cannot be read so. */
  @Override
  public List<Point> points(PointQuery query) {
    return points.points(query);
  }

  @Override
  public List<Summary> summaries(SummaryQuery query) {
    return points.summaries(query);
  }

  /**
   * Makes summaries of windows that are over and got points since the last time. One thread at a
   * time: what another has done it could forget as done in a newer state.
   *
   * @return how many windows are done; less than there are when the store does not take them
   * @throws StoreUnavailable when the store does not answer; nothing is forgotten then
   */
  public synchronized int sumUp(Collection<Station> stations) {
    int done = 0;
    for (Tier tier : tiers) {
      Instant over = tier.windowOf(clock.instant().minus(GRACE));
      done += sumUp(tier, touched.startingBefore(tier.every(), over, MOST_WINDOWS), stations);
    }
    return done;
  }

  private int sumUp(Tier tier, List<TouchedWindows.Window> windows, Collection<Station> stations) {
    int done = 0;
    for (List<TouchedWindows.Window> run : runs(tier, windows)) {
      if (isWhole(run.getFirst()) && !sumUpRun(tier, run, stations)) {
        return done;
      }
      touched.done(tier.every(), run);
      done += run.size();
    }
    return done;
  }

  /** One that has begun to lose its points keeps the summary it has. */
  private boolean isWhole(TouchedWindows.Window window) {
    Optional<Instant> oldest = retention.map(clock.instant()::minus);
    return oldest.isEmpty() || !window.start().isBefore(oldest.get());
  }

  /** Neighbours together, so that one question answers for all of them. */
  private List<List<TouchedWindows.Window>> runs(Tier tier, List<TouchedWindows.Window> windows) {
    List<List<TouchedWindows.Window>> runs = new ArrayList<>();
    for (TouchedWindows.Window window : windows) {
      if (runs.isEmpty() || !continues(tier, runs.getLast(), window)) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(window);
    }
    return runs;
  }

  private boolean continues(
      Tier tier, List<TouchedWindows.Window> run, TouchedWindows.Window next) {
    return isWhole(run.getFirst())
        && run.getLast().start().plus(tier.every()).equals(next.start())
        && next.start().isBefore(run.getFirst().start().plus(LONGEST_RUN));
  }

  private boolean sumUpRun(
      Tier tier, List<TouchedWindows.Window> run, Collection<Station> stations) {
    Instant from = run.getFirst().start();
    Instant to = run.getLast().start().plus(tier.every());
    for (Station station : stations) {
      List<Point> summed =
          points.summaries(new SummaryQuery(station, from, to, tier.every())).stream()
              .map(summary -> summary.point(station.kind().measurement()))
              .toList();
      if (!write(tier.store(), summed)) {
        return false;
      }
    }
    return true;
  }

  private static boolean write(PointStore store, List<Point> summed) {
    for (int from = 0; from < summed.size(); from += MOST_POINTS) {
      int to = Math.min(summed.size(), from + MOST_POINTS);
      if (store.write(summed.subList(from, to)) instanceof Stored.Deferred) {
        return false;
      }
    }
    return true;
  }

  private static Duration longer(Duration tier, Optional<Duration> asked) {
    return asked.filter(every -> every.compareTo(tier) > 0).orElse(tier);
  }

  private static Instant floor(Instant time, Duration step) {
    long millis = time.toEpochMilli();
    return Instant.ofEpochMilli(millis - Math.floorMod(millis, step.toMillis()));
  }

  private static Instant ceiling(Instant time, Duration step) {
    Instant floor = floor(time, step);
    return floor.equals(time) ? time : floor.plus(step);
  }

  @Override
  public void close() {
    points.close();
    tiers.forEach(tier -> tier.store().close());
    touched.close();
  }
}
