package vn.vam.runtime.notify;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Outbox;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.runtime.flow.Loop;
import vn.vam.runtime.flow.Signal;

/**
 * Feeds the routes from the outbox: first changes nobody was told of, then messages that are due.
 */
public final class OutboxVerticle extends AbstractVerticle {
  private static final Logger log = LoggerFactory.getLogger(OutboxVerticle.class);
  private static final Duration IDLE = Duration.ofSeconds(1);

  private final Outbox outbox;
  private final Dispatch dispatch;
  private final ProducerTemplate routes;
  private final Clock clock;
  private final Signal grew;
  private final Loop loop;
  private long passedOver;

  public OutboxVerticle(
      Outbox outbox, Dispatch dispatch, ProducerTemplate routes, Clock clock, Signal grew) {
    this.outbox = outbox;
    this.dispatch = dispatch;
    this.routes = routes;
    this.clock = clock;
    this.grew = grew;
    this.loop = new Loop("outbox", grew, IDLE, this::turn);
  }

  @Override
  public void start(Promise<Void> started) {
    vertx
        .executeBlocking(() -> outbox.recover(clock.instant()))
        .onSuccess(OutboxVerticle::tellUnclear)
        .<Void>mapEmpty()
        .onSuccess(recovered -> loop.start())
        .onComplete(started);
  }

  private static void tellUnclear(int unclear) {
    if (unclear > 0) {
      log.warn("the hub stopped while sending; these may have arrived, messages={}", unclear);
    }
  }

  private Duration turn() {
    boolean told = tellNext();
    Optional<OutboxMessage> message = outbox.lease(clock.instant());
    message.ifPresent(this::send);
    return told || message.isPresent() ? Duration.ZERO : IDLE;
  }

  private boolean tellNext() {
    Optional<AlertNotice> notice = outbox.nextNotice(passedOver);
    if (notice.isEmpty()) {
      passedOver = 0;
    }
    notice.ifPresent(this::tell);
    return notice.isPresent();
  }

  /** A change that cannot be told holds up no other; its turn comes again after the others. */
  private void tell(AlertNotice notice) {
    try {
      routes.sendBody(AlertToAudienceRoute.FROM, notice);
    } catch (RuntimeException mistake) {
      log.error("an audience could not be told, alert={}", notice.alert(), mistake);
      passedOver = notice.id();
    }
  }

  /**
   * A mistake of our own on the way parks the message with its reason: whether it left is not
   * certain.
   */
  private void send(OutboxMessage message) {
    try {
      routes.sendBody(MessageToZaloRoute.FROM, message);
    } catch (RuntimeException mistake) {
      log.error("a message could not be handed over, message={}", message.id(), mistake);
      dispatch.settle(message, new Delivery.Unclear("the hub failed while sending"));
    }
  }

  @Override
  public void stop(Promise<Void> stopped) {
    vertx
        .<Void>executeBlocking(
            () -> {
              grew.raise();
              loop.close();
              return null;
            })
        .onComplete(stopped);
  }
}
