package vn.vam.core.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChoosingAWay {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-03-12T16:00:00Z");
  private static final int DANGER = 2;
  private static final Ways ALL = new Ways(true, true);

  private static Reach lastHeard(Duration ago) {
    return new Reach(Optional.of(NOON.minus(ago)), Optional.of("84987654321"), Set.of());
  }

  private static Step next(Reach reach) {
    return ALL.next(DANGER, reach, NOON);
  }

  @Test
  void within_48_hours_of_their_last_word_the_chat_costs_nothing() {
    assertThat(next(lastHeard(Duration.ofHours(47))))
        .isEqualTo(new Step.Send(Way.CONSULTATION, false));
  }

  @Test
  void within_7_days_the_chat_is_paid_for() {
    assertThat(next(lastHeard(Duration.ofHours(48))))
        .isEqualTo(new Step.Send(Way.CONSULTATION, true));
    assertThat(next(lastHeard(Duration.ofDays(7).minusSeconds(1))))
        .isEqualTo(new Step.Send(Way.CONSULTATION, true));
  }

  @Test
  void after_7_days_a_template_goes_to_their_id() {
    assertThat(next(lastHeard(Duration.ofDays(7)))).isEqualTo(new Step.Send(Way.TEMPLATE, true));
  }

  @Test
  void where_that_failed_a_template_goes_to_the_number_they_gave() {
    assertThat(next(lastHeard(Duration.ofDays(8)).without(Way.TEMPLATE)))
        .isEqualTo(new Step.Send(Way.PHONE, true));
  }

  @Test
  void who_gave_no_number_is_not_called_by_one() {
    Reach silent =
        new Reach(Optional.of(NOON.minus(Duration.ofDays(8))), Optional.empty(), Set.of());

    assertThat(next(silent.without(Way.TEMPLATE))).isEqualTo(new Step.Stay());
  }

  @Test
  void at_night_a_number_waits_until_five_past_six() {
    Reach reach = lastHeard(Duration.ofDays(8)).without(Way.TEMPLATE);

    assertThat(ALL.next(DANGER, reach, NIGHT))
        .isEqualTo(new Step.Wait(Duration.ofHours(7).plusMinutes(5)));
    assertThat(ALL.next(DANGER, reach, Instant.parse("2026-03-12T23:04:59Z")))
        .isEqualTo(new Step.Wait(Duration.ofSeconds(1)));
    assertThat(ALL.next(DANGER, reach, Instant.parse("2026-03-12T23:05:00Z")))
        .isEqualTo(new Step.Send(Way.PHONE, true));
  }

  @Test
  void at_night_the_chat_and_the_id_are_open() {
    assertThat(ALL.next(DANGER, lastHeard(Duration.ofHours(1)), NIGHT))
        .isEqualTo(new Step.Send(Way.CONSULTATION, false));
    assertThat(ALL.next(DANGER, lastHeard(Duration.ofDays(8)), NIGHT))
        .isEqualTo(new Step.Send(Way.TEMPLATE, true));
  }

  @Test
  void without_templates_it_stays_for_their_next_word() {
    assertThat(Ways.CHAT.next(DANGER, lastHeard(Duration.ofDays(8)), NOON))
        .isEqualTo(new Step.Stay());
  }

  @Test
  void of_whom_nothing_is_known_the_messenger_is_asked() {
    assertThat(next(Reach.UNKNOWN)).isEqualTo(new Step.Send(Way.CONSULTATION, false));
    assertThat(next(Reach.UNKNOWN.without(Way.CONSULTATION)))
        .isEqualTo(new Step.Send(Way.TEMPLATE, true));
  }

  @Test
  void an_answer_goes_into_the_chat_or_nowhere() {
    assertThat(ALL.next(Draft.ANSWER, lastHeard(Duration.ofDays(8)), NOON))
        .isEqualTo(new Step.Stay());
  }

  @Test
  void a_way_that_failed_is_not_tried_twice() {
    Reach none =
        lastHeard(Duration.ofHours(1))
            .without(Way.CONSULTATION)
            .without(Way.TEMPLATE)
            .without(Way.PHONE);

    assertThat(next(none)).isEqualTo(new Step.Stay());
  }
}
