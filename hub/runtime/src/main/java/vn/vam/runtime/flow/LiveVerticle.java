package vn.vam.runtime.flow;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.function.Supplier;
import vn.vam.runtime.Addresses;

/** Keeps the console up to date: newest values as they come, the books every second. */
public final class LiveVerticle extends LoopVerticle {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final long BOOKS_EVERY_MS = 1_000;

  private final LiveReader reader;
  private final Supplier<JsonObject> books;

  /**
   * @param books blocks: it asks the state file for its counts
   */
  public LiveVerticle(LiveReader reader, Signal logGrew, Supplier<JsonObject> books) {
    super("live", logGrew, LONGEST_PAUSE);
    this.reader = reader;
    this.books = books;
  }

  @Override
  public void start() {
    super.start();
    vertx.setPeriodic(BOOKS_EVERY_MS, timer -> publishBooks());
  }

  private void publishBooks() {
    vertx
        .executeBlocking(books::get)
        .onSuccess(page -> vertx.eventBus().publish(Addresses.LIVE_BOOKS, page));
  }

  @Override
  public Duration turn() {
    return reader.turn();
  }
}
