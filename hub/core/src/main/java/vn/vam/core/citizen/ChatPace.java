package vn.vam.core.citizen;

import java.time.Duration;

/**
 * How much one citizen may write before they are asked to wait.
 *
 * @param minute messages within a minute, from 1 on
 * @param hour messages within an hour, from 1 on
 */
public record ChatPace(int minute, int hour) {
  /** More than a person writes or presses who reads what is answered. */
  public static final ChatPace USUAL = new ChatPace(30, 300);

  static final Duration MINUTE = Duration.ofMinutes(1);
  static final Duration HOUR = Duration.ofHours(1);
}
