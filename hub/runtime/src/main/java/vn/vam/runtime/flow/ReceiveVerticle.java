package vn.vam.runtime.flow;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import java.util.List;
import vn.vam.core.message.MessageSource;

/**
 * Opens every connection to the brokers, and closes them before the intake finishes what is in
 * hand.
 */
public final class ReceiveVerticle extends AbstractVerticle {
  private final List<MessageSource> sources;
  private final Intake intake;

  public ReceiveVerticle(List<MessageSource> sources, Intake intake) {
    this.sources = List.copyOf(sources);
    this.intake = intake;
  }

  /** A broker that is away does not keep the hub from starting: {@code /readyz} tells. */
  @Override
  public void start() {
    intake.start();
    sources.forEach(source -> source.start(intake));
  }

  @Override
  public void stop(Promise<Void> stopped) {
    vertx
        .<Void>executeBlocking(
            () -> {
              sources.forEach(MessageSource::close);
              intake.stop();
              return null;
            })
        .onComplete(stopped);
  }
}
