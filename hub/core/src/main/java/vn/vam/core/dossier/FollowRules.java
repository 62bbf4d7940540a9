package vn.vam.core.dossier;

import java.time.Duration;

/**
 * How dossiers are followed.
 *
 * @param every how often the office is asked for each, at most
 * @param mostPerCitizen how many a citizen may follow, from 1 on
 * @param most how many all citizens together may, from 1 on
 * @param endsAfter how long somebody follows one who does not stop before
 */
public record FollowRules(Duration every, int mostPerCitizen, int most, Duration endsAfter) {
  public static final FollowRules USUAL =
      new FollowRules(Duration.ofMinutes(30), 5, 20_000, Duration.ofDays(180));
}
