package vn.vam.app.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import vn.vam.core.alert.Trouble;
import vn.vam.testing.HandClock;
import vn.vam.zalo.Quota;
import vn.vam.zalo.Secret;
import vn.vam.zalo.TokenPair;
import vn.vam.zalo.TokenState;
import vn.vam.zalo.ZaloObserver.Observation;

class KnowingTheAccountsHealth {
  private static final TokenPair PAIR =
      TokenPair.startingWith(Secret.of("refresh"), Instant.parse("2026-03-12T05:00:00Z"));

  private final HandClock clock = new HandClock(Instant.parse("2026-03-12T05:00:00Z"));
  private final ZaloHealth health = new ZaloHealth(clock);

  @Test
  void nothing_is_known_before_anything_was_asked() {
    assertThat(health.signs()).isEmpty();
  }

  @Test
  void a_token_that_cannot_be_replaced_is_a_trouble_until_one_is_granted() {
    ends("token", "failed");
    assertThat(health.signs()).containsEntry(Trouble.TOKEN, OptionalDouble.of(1));

    ends("token", "granted");
    assertThat(health.signs()).containsEntry(Trouble.TOKEN, OptionalDouble.empty());
  }

  @Test
  void a_token_that_the_platform_refuses_is_a_trouble() {
    ends("text", "refresh_once");

    assertThat(health.signs()).containsEntry(Trouble.TOKEN, OptionalDouble.of(1));
  }

  @Test
  void a_quota_that_refused_is_a_trouble_for_a_while() {
    ends("text", "later");
    assertThat(health.signs()).containsEntry(Trouble.QUOTA, OptionalDouble.of(1));

    clock.forward(Duration.ofMinutes(15));
    assertThat(health.signs()).containsEntry(Trouble.QUOTA, OptionalDouble.empty());
  }

  @Test
  void little_left_of_a_quota_is_a_trouble_before_it_is_used_up() {
    charges(50, 500);
    assertThat(health.signs()).containsEntry(Trouble.QUOTA, OptionalDouble.empty());

    charges(49, 500);
    assertThat(health.signs()).containsEntry(Trouble.QUOTA, OptionalDouble.of(1));
  }

  @Test
  void more_of_it_or_another_day_ends_that() {
    charges(0, 500);
    charges(999, 1_000);
    assertThat(health.signs()).containsEntry(Trouble.QUOTA, OptionalDouble.empty());

    charges(0, 1_000);
    clock.forward(Duration.ofHours(12));
    assertThat(health.signs()).containsEntry(Trouble.QUOTA, OptionalDouble.empty());
  }

  @Test
  void a_quota_whose_size_nobody_tells_is_none() {
    health.observed(
        new Observation(
            "text",
            "sent",
            Duration.ZERO,
            OptionalLong.empty(),
            Optional.of(new Quota("sub_quota", OptionalLong.of(0), OptionalLong.empty()))));

    assertThat(health.signs()).containsEntry(Trouble.QUOTA, OptionalDouble.empty());
  }

  @Test
  void a_quota_that_does_not_begin_anew_each_day_stays_a_trouble() {
    charges("sub_quota", 1, 2_000);
    clock.forward(Duration.ofDays(1));

    assertThat(health.signs()).containsEntry(Trouble.QUOTA, OptionalDouble.of(1));
  }

  @Test
  void what_may_be_sent_to_one_citizen_says_nothing_of_the_account() {
    charges("reply", 0, 8);
    charges("welcome_msg", 0, 1);

    assertThat(health.signs()).containsEntry(Trouble.QUOTA, OptionalDouble.empty());
  }

  private void charges(long remain, long total) {
    charges("daily", remain, total);
  }

  private void charges(String type, long remain, long total) {
    health.observed(
        new Observation(
            "zns",
            "sent",
            Duration.ZERO,
            OptionalLong.empty(),
            Optional.of(new Quota(type, OptionalLong.of(remain), OptionalLong.of(total)))));
  }

  @Test
  void a_message_that_left_shows_that_all_is_well() {
    ends("text", "sent");

    assertThat(health.signs())
        .isEqualTo(
            Map.of(
                Trouble.TOKEN,
                OptionalDouble.empty(),
                Trouble.QUOTA,
                OptionalDouble.empty(),
                Trouble.ACCOUNT,
                OptionalDouble.empty()));
  }

  @Test
  void an_account_that_a_person_must_mend_is_a_trouble_until_the_same_goes_again() {
    ends("text", "human");
    assertThat(health.signs()).containsEntry(Trouble.ACCOUNT, OptionalDouble.of(1));

    clock.forward(Duration.ofDays(1));
    ends("conversation", "answered");
    assertThat(health.signs()).containsEntry(Trouble.ACCOUNT, OptionalDouble.of(1));

    ends("text", "sent");
    assertThat(health.signs()).containsEntry(Trouble.ACCOUNT, OptionalDouble.empty());
  }

  @Test
  void a_token_that_is_gone_for_good_is_told_as_such_alone() {
    ends("token", "gone");
    ends("text", "human");

    assertThat(health.signs()).containsEntry(Trouble.TOKEN, OptionalDouble.of(1));
    assertThat(health.signs()).containsEntry(Trouble.ACCOUNT, OptionalDouble.empty());
  }

  @Test
  void a_token_that_cannot_be_replaced_stays_a_trouble_while_the_old_one_still_serves() {
    ends("token", "gone");
    ends("text", "sent");

    assertThat(health.signs()).containsEntry(Trouble.TOKEN, OptionalDouble.of(1));
    assertThat(health.mute()).isEmpty();
  }

  @Test
  void a_token_that_somebody_else_replaced_is_no_trouble_any_more() {
    ends("token", "gone");

    health.knows(new TokenState.Fading(PAIR, "the refresh token is no longer known"));
    assertThat(health.signs()).containsEntry(Trouble.TOKEN, OptionalDouble.of(1));

    health.knows(new TokenState.Usable(PAIR));
    ends("text", "sent");
    assertThat(health.signs()).containsEntry(Trouble.TOKEN, OptionalDouble.empty());
  }

  @Test
  void it_is_mute_while_nothing_that_leaves_can_arrive() {
    assertThat(health.mute()).isEmpty();

    ends("token", "gone");
    assertThat(health.mute()).containsExactly("token");

    ends("token", "granted");
    ends("text", "human");
    assertThat(health.mute()).containsExactly("account");

    ends("text", "sent");
    ends("text", "later");
    assertThat(health.mute()).isEmpty();
  }

  private void ends(String operation, String outcome) {
    health.observed(new Observation(operation, outcome, Duration.ZERO, OptionalLong.empty()));
  }
}
