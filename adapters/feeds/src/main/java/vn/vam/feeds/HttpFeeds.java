package vn.vam.feeds;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.bus.Realtime;
import vn.vam.core.bus.Timetable;
import vn.vam.core.feed.Feed;
import vn.vam.core.feed.Feeds;
import vn.vam.core.news.News;
import vn.vam.feeds.FeedsConfig.BusConfig;

/**
 * Asks every configured source again and again, each in a thread of its own: a slow one holds up no
 * other, and nobody who reads.
 */
public final class HttpFeeds implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HttpFeeds.class);

  /**
   * Told how each asking went: {@code fresh}, {@code unchanged}, {@code failed}, {@code
   * unreadable}.
   */
  public interface Listener {
    void asked(String feed, String outcome);
  }

  private final Fetcher fetcher;
  private final Shelf shelf;
  private final Clock clock;
  private final RandomGenerator random;
  private final Listener listener;
  private final List<Kept<?>> kept = new ArrayList<>();
  private final Feeds feeds;
  private final ScheduledExecutorService threads;

  /**
   * Loads the copies of before and begins to ask.
   *
   * @param folder where last good copies are kept
   */
  public HttpFeeds(
      FeedsConfig config, Path folder, Clock clock, RandomGenerator random, Listener listener) {
    this.fetcher = new Fetcher(config.deadline());
    this.shelf = new Shelf(folder);
    this.clock = clock;
    this.random = random;
    this.listener = listener;
    this.feeds = feeds(config);
    this.threads =
        Executors.newScheduledThreadPool(
            Math.max(1, kept.size()), Thread.ofPlatform().daemon().name("vam-feed-", 0).factory());
    kept.forEach(source -> later(source, Duration.ZERO));
  }

  private Feeds feeds(FeedsConfig config) {
    Feed<Timetable> gtfs =
        of(config.bus().flatMap(BusConfig::gtfs), GtfsReader.LARGEST, new GtfsReader());
    Feed<Timetable> byHand =
        of(
            config.bus().flatMap(BusConfig::csv),
            CsvTimetableReader.LARGEST,
            new CsvTimetableReader());
    return new Feeds(
        news(config.news()),
        new StandIn<>(gtfs, byHand),
        realtime(config.bus().map(BusConfig::realtime).orElse(List.of())),
        of(config.places(), PlacesReader.LARGEST, new PlacesReader()),
        of(config.schools(), PlacesReader.LARGEST, new PlacesReader()),
        of(config.sluices(), SluicesReader.LARGEST, new SluicesReader(clock)));
  }

  private Feed<News> news(List<NewsSource> sources) {
    List<Kept<News>> all = new ArrayList<>();
    for (NewsSource source : sources) {
      all.add(
          add(
              source.source(),
              NewsReader.LARGEST,
              new NewsReader(clock, source),
              Optional.of(shelf)));
    }
    return all.isEmpty() ? Feed.none() : new AllNews(all);
  }

  private Feed<Realtime> realtime(List<Source> sources) {
    List<Kept<Realtime>> all = new ArrayList<>();
    for (Source source : sources) {
      all.add(add(source, RealtimeReader.LARGEST, new RealtimeReader(), Optional.empty()));
    }
    return all.isEmpty() ? Feed.none() : new AllRealtime(all);
  }

  private <T> Feed<T> of(Optional<Source> source, int largest, Reader<T> reader) {
    return source
        .<Feed<T>>map(one -> add(one, largest, reader, Optional.of(shelf)))
        .orElseGet(Feed::none);
  }

  private <T> Kept<T> add(Source source, int largest, Reader<T> reader, Optional<Shelf> where) {
    Kept<T> one = new Kept<>(source, largest, reader, fetcher, where, clock, random, listener);
    kept.add(one);
    return one;
  }

  /** What is known, always at hand. */
  public Feeds feeds() {
    return feeds;
  }

  private void later(Kept<?> source, Duration pause) {
    try {
      var unused = threads.schedule(() -> turn(source), pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closing) {
      log.debug("the sources are not asked any more");
    }
  }

  private void turn(Kept<?> source) {
    Duration pause = Duration.ofMinutes(1);
    try {
      pause = source.ask();
    } catch (RuntimeException mistake) {
      log.error("a source could not be asked", mistake);
    } finally {
      later(source, pause);
    }
  }

  /** Hangs up on what is under way. */
  @Override
  public void close() {
    threads.shutdownNow();
    fetcher.close();
  }
}
