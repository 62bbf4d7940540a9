package vn.vam.app.hub;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.message.MessageSource.Arrival;
import vn.vam.core.message.MessageSource.Receiver;

/**
 * What a broker says it dropped for want of room, since it was started. Such messages never reached
 * the hub: they are the broker's loss, counted under its name and in no book of ours.
 */
final class BrokerLoss implements Receiver {
  private static final Logger log = LoggerFactory.getLogger(BrokerLoss.class);
  private static final int LONGEST = 20;

  private final String source;
  private final AtomicLong dropped = new AtomicLong();

  BrokerLoss(String source, MeterRegistry metrics) {
    this.source = source;
    Gauge.builder("vam.broker.dropped", dropped, AtomicLong::get)
        .tag("source", source)
        .description("messages the broker says it dropped since it was started")
        .register(metrics);
  }

  @Override
  public void connecting(String connection) {
    log.trace("asking the broker for its figures");
  }

  @Override
  public void arrived(Arrival arrival) {
    arrival
        .message()
        .payload()
        .text()
        .map(String::strip)
        .filter(text -> text.length() < LONGEST && text.matches("\\d+"))
        .ifPresent(text -> take(Long.parseLong(text)));
    arrival.acknowledgement().acknowledge();
  }

  private void take(long now) {
    long before = dropped.getAndSet(now);
    if (now > before) {
      log.warn(
          "the broker dropped messages: let it queue more (max_queued_messages, max_queued_bytes), source={} since_start={} new={}",
          source,
          now,
          now - before);
    }
  }
}
