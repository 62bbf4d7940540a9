package vn.vam.app.hub;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.random.RandomGenerator;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Doubt;
import vn.vam.core.notify.Evidence;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.retry.Backoff;
import vn.vam.runtime.notify.Messenger;
import vn.vam.zalo.Button;
import vn.vam.zalo.Conversation;
import vn.vam.zalo.TextMessage;
import vn.vam.zalo.ZaloResult;

/** Our messages as Zalo's, and Zalo's results as ours. */
final class ZaloMessenger implements Messenger {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final LocalTime AFTER_NIGHT = LocalTime.of(6, 5);
  private static final Duration SLOW_DOWN = Duration.ofSeconds(30);
  private static final Duration LATER = Duration.ofMinutes(10);
  private static final Duration A_PERSON_ACTS = Duration.ofMinutes(5);
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  private final Clock clock;
  private final RandomGenerator random;

  ZaloMessenger(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public String endpoint() {
    return "zalo:text";
  }

  @Override
  public Object request(OutboxMessage message) {
    return new TextMessage(
        message.draft().citizen(),
        message.draft().text(),
        message.draft().buttons().stream()
            .<Button>map(button -> new Button.QueryShown(button.title(), button.payload()))
            .toList());
  }

  @Override
  public Delivery delivery(Object answer, OutboxMessage message) {
    return switch ((ZaloResult) answer) {
      case ZaloResult.Sent sent -> new Delivery.Delivered(sent.messageId());
      case ZaloResult.Refused refused -> delivery(refused, message);
      case ZaloResult.NotSent notSent ->
          new Delivery.RetryLater(notSent.reason(), BACKOFF.delay(message.attempts(), random));
      case ZaloResult.Unclear unclear -> new Delivery.Unclear(unclear.reason());
      case ZaloResult.Answered answered ->
          throw new IllegalStateException("a message was answered like a question");
    };
  }

  @Override
  public String inquiryEndpoint() {
    return "zalo:conversation";
  }

  @Override
  public Object inquiry(Doubt doubt) {
    return doubt.citizen();
  }

  @Override
  public List<Evidence> evidence(Object answer, Doubt doubt) {
    return answer instanceof ZaloResult.Answered(Conversation conversation)
        ? conversation.lines().stream()
            .filter(Conversation.Line::byAccount)
            .<Evidence>map(
                line ->
                    new Evidence.Sent(doubt.citizen(), line.messageId(), line.text(), line.time()))
            .toList()
        : List.of();
  }

  private Delivery delivery(ZaloResult.Refused refused, OutboxMessage message) {
    String reason = "code " + refused.code() + " " + refused.outcome();
    return switch (refused.errorClass()) {
      case BACK_OFF -> new Delivery.RetryLater(reason, SLOW_DOWN);
      case RETRY_ONCE ->
          message.attempts() == 0
              ? new Delivery.RetryLater(reason, BACKOFF.delay(0, random))
              : new Delivery.Undeliverable(reason);
      case LATER -> new Delivery.RetryLater(reason, LATER);
      case HUMAN, REFRESH_ONCE -> new Delivery.RetryLater(reason, A_PERSON_ACTS);
      case AFTER_NIGHT -> new Delivery.RetryLater(reason, untilMorning());
      case PERMANENT, REUPLOAD, RECIPIENT, UNKNOWN -> new Delivery.Undeliverable(reason);
    };
  }

  private Duration untilMorning() {
    ZonedDateTime now = clock.instant().atZone(VIETNAM);
    ZonedDateTime morning = now.with(AFTER_NIGHT);
    return Duration.between(now, morning.isAfter(now) ? morning : morning.plusDays(1));
  }
}
