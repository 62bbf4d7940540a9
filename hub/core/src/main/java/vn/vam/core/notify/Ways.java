package vn.vam.core.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Which way a message takes: what the messenger allows, in the order of cost. Pure.
 *
 * @param byTemplate whether a template by user id is approved
 * @param byPhone whether a template by phone number is
 */
public record Ways(boolean byTemplate, boolean byPhone) {
  /** The chat alone. */
  public static final Ways CHAT = new Ways(false, false);

  /** So long after a citizen's last word the account may write for nothing. */
  public static final Duration FREE = Duration.ofHours(48);

  /** So long it may write at all. */
  public static final Duration OPEN = Duration.ofDays(7);

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final LocalTime NIGHT = LocalTime.of(22, 0);
  private static final LocalTime MORNING = LocalTime.of(6, 5);

  /**
   * @param priority of the message; an answer goes into the chat or nowhere
   */
  public Step next(int priority, Reach reach, Instant now) {
    if (!reach.tried().contains(Way.CONSULTATION) && isWithin(reach, OPEN, now)) {
      return new Step.Send(Way.CONSULTATION, !isWithin(reach, FREE, now));
    }
    if (priority >= Draft.ANSWER) {
      return new Step.Stay();
    }
    if (byTemplate && !reach.tried().contains(Way.TEMPLATE)) {
      return new Step.Send(Way.TEMPLATE, true);
    }
    if (byPhone && reach.phone().isPresent() && !reach.tried().contains(Way.PHONE)) {
      return byPhone(now);
    }
    return new Step.Stay();
  }

  /** Where nobody knows, the messenger is asked. */
  private static boolean isWithin(Reach reach, Duration span, Instant now) {
    return reach.lastContact().map(last -> now.isBefore(last.plus(span))).orElse(true);
  }

  private static Step byPhone(Instant now) {
    LocalTime time = now.atZone(VIETNAM).toLocalTime();
    boolean night = !time.isBefore(NIGHT) || time.isBefore(MORNING);
    return night ? new Step.Wait(untilMorning(now)) : new Step.Send(Way.PHONE, true);
  }

  /** Until 06:05, when what may not be sent at night may be sent again. */
  public static Duration untilMorning(Instant now) {
    ZonedDateTime local = now.atZone(VIETNAM);
    ZonedDateTime morning = local.with(MORNING);
    return Duration.between(local, morning.isAfter(local) ? morning : morning.plusDays(1));
  }
}
