package vn.vam.runtime.notify;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.chart.ChartDrawing;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Outbox;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.notify.Reach;
import vn.vam.core.notify.Reachability;
import vn.vam.core.notify.Shown.Picture;
import vn.vam.core.notify.Step;
import vn.vam.core.notify.Way;
import vn.vam.core.notify.Ways;

/** Chooses a message's way, hands it over and keeps what became of it. */
public final class Dispatch {
  static final String MESSAGE = "vamMessage";
  static final String ENDPOINT = "vamEndpoint";
  static final String PICTURE_ENDPOINT = "vamPictureEndpoint";
  static final String REACH = "vamReach";
  static final String STEP = "vamStep";

  private static final Logger log = LoggerFactory.getLogger(Dispatch.class);
  private static final String NO_WAY = "no way is open until they write again";

  private final Messenger messenger;
  private final Outbox outbox;
  private final Choice choice;
  private final ChartDrawing drawing;
  private final MeterRegistry metrics;
  private final Clock clock;

  /**
   * By which rules a way is chosen.
   *
   * @param prices in đồng, of a message that is paid for
   */
  public record Choice(Ways ways, Reachability reachability, Map<Way, Integer> prices) {
    /** Into the chat, come what may. */
    public static final Choice CHAT = new Choice(Ways.CHAT, message -> Reach.UNKNOWN, Map.of());
  }

  public Dispatch(Messenger messenger, Outbox outbox, MeterRegistry metrics, Clock clock) {
    this(messenger, outbox, Choice.CHAT, chart -> new byte[0], metrics, clock);
  }

  public Dispatch(
      Messenger messenger,
      Outbox outbox,
      Choice choice,
      ChartDrawing drawing,
      MeterRegistry metrics,
      Clock clock) {
    this.messenger = messenger;
    this.outbox = outbox;
    this.choice = choice;
    this.drawing = drawing;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** The body becomes what is sent; without an endpoint the message was put off. */
  public void chooseWay(Exchange exchange) {
    OutboxMessage message = exchange.getProperty(MESSAGE, OutboxMessage.class);
    Reach reach = choice.reachability().of(message);
    Step step = choice.ways().next(message.draft().priority(), reach, clock.instant());
    switch (step) {
      case Step.Send send -> {
        exchange.setProperty(REACH, reach);
        exchange.setProperty(STEP, send);
        prepare(exchange, message, send.way(), reach);
      }
      case Step.Wait wait ->
          settle(message, new Delivery.Rests("not at night by phone", wait.span()));
      case Step.Stay stay -> settle(message, new Delivery.Rests(NO_WAY));
    }
  }

  private void prepare(Exchange exchange, OutboxMessage message, Way way, Reach reach) {
    if (way == Way.CONSULTATION && message.draft().shown().orElse(null) instanceof Picture shown) {
      drawn(message, shown)
          .ifPresent(
              png -> {
                exchange.setProperty(ENDPOINT, messenger.endpoint(message, way));
                exchange.setProperty(PICTURE_ENDPOINT, messenger.pictureEndpoint());
                exchange.getMessage().setBody(messenger.picture(png));
              });
    } else {
      exchange.setProperty(ENDPOINT, messenger.endpoint(message, way));
      exchange.getMessage().setBody(messenger.request(message, way, reach, Optional.empty()));
    }
  }

  private Optional<byte[]> drawn(OutboxMessage message, Picture shown) {
    try {
      return Optional.of(drawing.png(shown.chart()));
    } catch (RuntimeException mistake) {
      log.error("a picture could not be drawn, message={}", message.id(), mistake);
      settle(message, new Delivery.InWords("the picture could not be drawn"));
      return Optional.empty();
    }
  }

  /**
   * The body becomes what is sent, with the picture the messenger has taken; where it has not, the
   * message goes round again, in plain words or later.
   */
  public void showPicture(Exchange exchange) {
    OutboxMessage message = exchange.getProperty(MESSAGE, OutboxMessage.class);
    Object answer = exchange.getMessage().getBody();
    Optional<String> picture = messenger.pictureName(answer);
    if (picture.isPresent()) {
      Way way = exchange.getProperty(STEP, Step.Send.class).way();
      Reach reach = exchange.getProperty(REACH, Reach.class);
      exchange.getMessage().setBody(messenger.request(message, way, reach, picture));
    } else {
      exchange.removeProperty(ENDPOINT);
      settle(message, messenger.withoutPicture(answer, message));
    }
  }

  /** How long until the messenger takes the next request; zero when it takes one now. */
  Duration untilFree() {
    return messenger.untilFree();
  }

  public void settle(
      @Body Object answer,
      @ExchangeProperty(MESSAGE) OutboxMessage message,
      @ExchangeProperty(REACH) Reach reach,
      @ExchangeProperty(STEP) Step.Send step) {
    Delivery delivery = messenger.delivery(answer, message, step.way());
    settle(message, resolved(delivery, message, reach));
    if (delivery instanceof Delivery.Delivered) {
      count(step);
      pay(step, "vam.zalo.cost.dong");
    } else if (delivery instanceof Delivery.Unclear) {
      pay(step, "vam.zalo.cost.unclear.dong");
    }
  }

  /**
   * Another way is only worth trying where there is one, and where it opens later than this one may
   * be mended, not even then.
   */
  private Delivery resolved(Delivery delivery, OutboxMessage message, Reach reach) {
    if (!(delivery instanceof Delivery.OtherWay other)) {
      return delivery;
    }
    Reach left = reach.without(other.failed());
    Step next = choice.ways().next(message.draft().priority(), left, clock.instant());
    return switch (next) {
      case Step.Send send -> other;
      case Step.Wait wait -> opensByItself(other.otherwise()) ? other.otherwise() : other;
      case Step.Stay stay -> other.otherwise();
    };
  }

  private static boolean opensByItself(Delivery otherwise) {
    return otherwise instanceof Delivery.RetryLater
        || otherwise instanceof Delivery.Rests(String reason, Optional<Duration> atMost)
            && atMost.isPresent();
  }

  private void count(Step.Send step) {
    String way = step.way().word();
    String billed = Boolean.toString(step.billed());
    metrics.counter("vam.zalo.sent", "way", way, "billed", billed).increment();
  }

  /** What the messenger never answered may have been sent, and then it is paid for. */
  private void pay(Step.Send step, String account) {
    if (step.billed()) {
      int price = choice.prices().getOrDefault(step.way(), 0);
      metrics.counter(account, "way", step.way().word()).increment(price);
    }
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
      case Delivery.InWords words ->
          log.info("goes in plain words, message={} reason={}", message.id(), words.reason());
      case Delivery.OtherWay other ->
          log.info("goes another way, message={} reason={}", message.id(), other.reason());
      case Delivery.Rests rests ->
          log.info("waits for a way, message={} reason={}", message.id(), rests.reason());
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
