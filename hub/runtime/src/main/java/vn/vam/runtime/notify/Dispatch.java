package vn.vam.runtime.notify;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Locale;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Outbox;
import vn.vam.core.notify.OutboxMessage;

/** Hands a message over and keeps what became of it. */
public final class Dispatch {
  static final String MESSAGE = "vamMessage";

  private static final Logger log = LoggerFactory.getLogger(Dispatch.class);

  private final Messenger messenger;
  private final Outbox outbox;
  private final MeterRegistry metrics;
  private final Clock clock;

  public Dispatch(Messenger messenger, Outbox outbox, MeterRegistry metrics, Clock clock) {
    this.messenger = messenger;
    this.outbox = outbox;
    this.metrics = metrics;
    this.clock = clock;
  }

  public Object request(@Body OutboxMessage message) {
    return messenger.request(message);
  }

  public void settle(@Body Object answer, @ExchangeProperty(MESSAGE) OutboxMessage message) {
    settle(message, messenger.delivery(answer, message));
  }

  void settle(OutboxMessage message, Delivery delivery) {
    outbox.settle(message, delivery, clock.instant());
    metrics.counter("vam.deliveries", "outcome", outcome(delivery)).increment();
    tell(message, delivery);
  }

  private static String outcome(Delivery delivery) {
    return delivery.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static void tell(OutboxMessage message, Delivery delivery) {
    switch (delivery) {
      case Delivery.Delivered delivered -> log.debug("delivered, message={}", message.id());
      case Delivery.RetryLater later ->
          log.info("not sent yet, message={} reason={}", message.id(), later.reason());
      case Delivery.Undeliverable undeliverable ->
          log.warn("parked, message={} reason={}", message.id(), undeliverable.reason());
      case Delivery.Unclear unclear ->
          log.warn(
              "nobody said whether it arrived, message={} reason={}",
              message.id(),
              unclear.reason());
    }
  }
}
