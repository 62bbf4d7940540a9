package vn.vam.app.hub;

import io.vertx.core.AbstractVerticle;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.payloads.personal.SealedCopies;

/** Destroys the keys of sealed copies when their time is over, also when no message comes. */
final class ErasureVerticle extends AbstractVerticle {
  private static final Logger log = LoggerFactory.getLogger(ErasureVerticle.class);
  private static final Duration EVERY = Duration.ofMinutes(10);

  private final SealedCopies copies;

  ErasureVerticle(SealedCopies copies) {
    this.copies = copies;
  }

  @Override
  public void start() {
    vertx.setPeriodic(EVERY.toMillis(), timer -> erase());
  }

  private void erase() {
    vertx
        .executeBlocking(
            () -> {
              copies.forget();
              return null;
            })
        .onFailure(failure -> log.error("a key of sealed copies could not be destroyed", failure));
  }
}
