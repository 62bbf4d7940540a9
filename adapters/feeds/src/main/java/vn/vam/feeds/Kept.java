package vn.vam.feeds;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.feed.Copy;
import vn.vam.core.feed.Feed;
import vn.vam.core.retry.Backoff;

/**
 * What is known of one source. Asked by one thread, read by all; who reads never waits for who
 * asks.
 */
final class Kept<T> implements Feed<T> {
  private static final Logger log = LoggerFactory.getLogger(Kept.class);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);

  private record State<T>(@Nullable T content, Instant takenAt, boolean current) {}

  private final Source source;
  private final int largest;
  private final Reader<T> reader;
  private final Fetcher fetcher;
  private final Optional<Shelf> shelf;
  private final Clock clock;
  private final RandomGenerator random;
  private final HttpFeeds.Listener listener;
  private Fetched.Version version = Fetched.Version.UNKNOWN;
  private int failures;
  private volatile State<T> state = new State<>(null, Instant.EPOCH, false);

  /**
   * @param largest bytes
   * @param shelf absent for what is worthless when it is old
   */
  Kept(
      Source source,
      int largest,
      Reader<T> reader,
      Fetcher fetcher,
      Optional<Shelf> shelf,
      Clock clock,
      RandomGenerator random,
      HttpFeeds.Listener listener) {
    this.source = source;
    this.largest = largest;
    this.reader = reader;
    this.fetcher = fetcher;
    this.shelf = shelf;
    this.clock = clock;
    this.random = random;
    this.listener = listener;
    shelf.flatMap(one -> one.find(source.id(), largest)).ifPresent(this::takeUp);
  }

  /** The copy of before the start counts as old until the source has spoken. */
  private void takeUp(Shelf.Found found) {
    try {
      state = new State<>(read(found.body()), found.takenAt(), false);
    } catch (Reader.Unreadable other) {
      log.warn("a kept copy is of no use, feed={} reason={}", source.id(), other.getMessage());
    }
  }

  @Override
  public Copy<T> now() {
    State<T> known = state;
    if (known.content() == null) {
      return new Copy.NoneYet<>();
    }
    return known.current()
        ? new Copy.Current<>(known.content(), known.takenAt())
        : new Copy.LastGood<>(known.content(), known.takenAt());
  }

  /**
   * Asks the source once. Blocks.
   *
   * @return when to ask again
   */
  Duration ask() {
    String outcome =
        switch (fetcher.fetch(source.url(), version, largest)) {
          case Fetched.Content content -> take(content);
          case Fetched.Unchanged unchanged -> confirm();
          case Fetched.Failed failed -> fail("failed", failed.reason());
        };
    listener.asked(source.id(), outcome);
    return failures == 0 ? source.every() : backoff().delay(failures - 1, random);
  }

  private Backoff backoff() {
    return source.every().compareTo(FIRST_RETRY) < 0
        ? new Backoff(source.every(), source.every())
        : new Backoff(FIRST_RETRY, source.every());
  }

  private String take(Fetched.Content fetched) {
    try {
      T content = read(fetched.body());
      Instant now = clock.instant();
      state = new State<>(content, now, true);
      version = fetched.version();
      shelf.ifPresent(one -> one.keep(source.id(), fetched.body(), now));
      succeed();
      return "fresh";
    } catch (Reader.Unreadable unreadable) {
      return fail("unreadable", String.valueOf(unreadable.getMessage()));
    }
  }

  /** What a reader was not prepared for is the source's fault, and takes nothing from its copy. */
  private T read(byte[] body) throws Reader.Unreadable {
    try {
      return reader.read(body);
    } catch (RuntimeException | StackOverflowError strange) {
      throw new Reader.Unreadable(
          "it cannot be read, " + strange.getClass().getSimpleName(), strange);
    }
  }

  private String confirm() {
    if (state.content() == null) {
      return fail("failed", "it has not changed, but was never sent");
    }
    Instant now = clock.instant();
    state = new State<>(state.content(), now, true);
    shelf.ifPresent(one -> one.confirm(source.id(), now));
    succeed();
    return "unchanged";
  }

  private void succeed() {
    if (failures > 0) {
      log.info("a source answers again, feed={}", source.id());
    }
    failures = 0;
  }

  private String fail(String outcome, String reason) {
    if (failures == 0) {
      log.warn("a source does not answer as it should, feed={} reason={}", source.id(), reason);
    }
    failures++;
    state = new State<>(state.content(), state.takenAt(), false);
    return outcome;
  }
}
