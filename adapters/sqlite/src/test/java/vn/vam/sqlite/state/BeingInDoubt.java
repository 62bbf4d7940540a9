package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.draft;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Doubt;
import vn.vam.core.notify.Doubts;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.Evidence;
import vn.vam.core.notify.Outbox.OutboxCounts;
import vn.vam.core.notify.OutboxMessage;

class BeingInDoubt {
  private static final Instant PATIENCE_ENDS = NOON.plus(Doubts.PATIENCE);
  private static final String TEXT = "nội dung a";

  @TempDir Path folder;
  private StateFile state;

  @BeforeEach
  void a_citizen_follows() {
    state = new StateFile(folder);
    state.answers("follow", "u1", List.of(), new ProfileChange.Follow());
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Test
  void an_echo_shows_that_it_arrived() {
    doubts(draft("a", "u1", 1));

    assertThat(hear(sent("u1", "m-1", TEXT))).isTrue();

    assertThat(state.outbox().counts()).isEqualTo(new OutboxCounts(0, 1, 0, 0, 0));
    assertThat(state.doubts().open(10, 0)).isEmpty();
  }

  @Test
  void an_echo_that_overtakes_the_end_of_the_send_counts_too() {
    state.writes(draft("a", "u1", 1));
    OutboxMessage underWay = state.lease(NOON);

    assertThat(hear(sent("u1", "m-1", TEXT))).isFalse();
    state.outbox().settle(underWay, new Delivery.Unclear("no answer"), NOON);

    assertThat(state.outbox().counts()).isEqualTo(new OutboxCounts(0, 1, 0, 0, 0));
  }

  @Test
  void and_when_the_hub_was_killed_in_between() {
    state.writes(draft("a", "u1", 1));
    state.lease(NOON);
    hear(sent("u1", "m-1", TEXT));
    state.reopen();
    state.outbox().recover(NOON);

    assertThat(state.outbox().counts()).isEqualTo(new OutboxCounts(0, 1, 0, 0, 0));
  }

  @Test
  void an_echo_with_other_words_to_another_citizen_or_of_another_message_shows_nothing() {
    state.writes(draft("first", "u1", 1));
    state.outbox().settle(state.lease(NOON), new Delivery.Delivered("m-0"), NOON);
    doubts(draft("a", "u1", 1));

    hear(sent("u1", "m-1", "other words"));
    hear(sent("u2", "m-2", TEXT));
    hear(sent("u1", "m-0", TEXT));

    assertThat(state.doubts().open(10, 0)).extracting(Doubt::text).containsExactly(TEXT);
  }

  @Test
  void all_are_asked_about_in_turn_however_many() {
    for (int citizen = 1; citizen <= 5; citizen++) {
      doubts(draft("to " + citizen, "u" + citizen, 1));
    }

    List<Doubt> first = state.doubts().open(3, 0);
    List<Doubt> then = state.doubts().open(3, first.getLast().id());
    assertThat(first).extracting(Doubt::citizen).containsExactly("u1", "u2", "u3");
    assertThat(then).extracting(Doubt::citizen).containsExactly("u4", "u5", "u1");
  }

  @Test
  void an_echo_of_the_same_words_from_before_the_send_shows_nothing() {
    doubts(draft("a", "u1", 1));

    hear(new Evidence.Sent("u1", "m-1", TEXT, NOON.minus(Duration.ofMinutes(5))));

    assertThat(state.doubts().open(10, 0)).hasSize(1);
  }

  @Test
  void with_no_evidence_in_a_minute_it_stays_unclear_and_is_not_sent_again() {
    doubts(draft("a", "u1", 1));

    assertThat(state.doubts().end(PATIENCE_ENDS.minusMillis(1))).isEqualTo(new Doubts.Ended(0, 0));
    assertThat(state.doubts().end(PATIENCE_ENDS)).isEqualTo(new Doubts.Ended(0, 1));

    assertThat(state.outbox().lease(PATIENCE_ENDS)).isEmpty();
    assertThat(state.outbox().counts()).isEqualTo(new OutboxCounts(0, 0, 0, 1, 0));
  }

  @Test
  void a_danger_is_sent_again_with_words_that_say_so() {
    doubts(danger("a"));

    assertThat(state.doubts().end(PATIENCE_ENDS)).isEqualTo(new Doubts.Ended(1, 0));

    assertThat(state.leasedTexts(PATIENCE_ENDS)).containsExactly("danger, may repeat");
  }

  @Test
  void but_not_for_ever() {
    state.writes(danger("a"));
    Instant now = NOON;
    for (int attempt = 1; attempt <= Doubts.MOST_ATTEMPTS; attempt++) {
      state.outbox().settle(state.lease(now), new Delivery.Unclear("no answer"), now);
      now = now.plus(Doubts.PATIENCE);
      state.doubts().end(now);
    }

    assertThat(state.outbox().lease(now)).isEmpty();
    assertThat(state.outbox().counts()).isEqualTo(new OutboxCounts(0, 0, 0, 1, 0));
  }

  @Test
  void its_all_clear_waits_for_the_end_of_the_doubt() {
    state.writes(danger("a"), draft("cleared", "u1", 9));
    state.outbox().settle(state.lease(NOON), new Delivery.Unclear("no answer"), NOON);

    assertThat(state.outbox().lease(NOON.plusSeconds(5))).isEmpty();
    hear(sent("u1", "m-1", "danger"));
    assertThat(state.leasedTexts(NOON.plusSeconds(5))).containsExactly("nội dung cleared");
  }

  @Test
  void a_receipt_is_kept_with_its_message_in_whichever_order_they_come() {
    state.writes(draft("a", "u1", 1), draft("b", "u1", 1));
    state.outbox().settle(state.lease(NOON), new Delivery.Delivered("m-1"), NOON);
    hear(new Evidence.Received("m-1", NOON.plusSeconds(1)));
    hear(new Evidence.Received("m-1", NOON.plusSeconds(9)));
    OutboxMessage second = state.lease(NOON);
    hear(new Evidence.Received("m-2", NOON.plusSeconds(1)));
    state.outbox().settle(second, new Delivery.Delivered("m-2"), NOON);

    assertThat(state.outbox().counts()).isEqualTo(new OutboxCounts(0, 2, 2, 0, 0));
  }

  @Test
  void a_receipt_that_names_our_number_shows_that_it_arrived() {
    doubts(draft("a", "u1", 1));
    long number = state.doubts().open(10, 0).getFirst().id();

    assertThat(hear(new Evidence.Received("m-1", Optional.of(number), NOON))).isTrue();

    assertThat(state.outbox().counts()).isEqualTo(new OutboxCounts(0, 1, 1, 0, 0));
  }

  @Test
  void such_a_receipt_that_overtakes_the_end_of_the_send_counts_too() {
    state.writes(draft("a", "u1", 1));
    OutboxMessage underWay = state.lease(NOON);

    hear(new Evidence.Received("m-1", Optional.of(underWay.id()), NOON));
    state.outbox().settle(underWay, new Delivery.Unclear("no answer"), NOON);

    assertThat(state.outbox().counts()).isEqualTo(new OutboxCounts(0, 1, 1, 0, 0));
  }

  @Test
  void a_receipt_of_another_number_shows_nothing() {
    doubts(draft("a", "u1", 1));
    long number = state.doubts().open(10, 0).getFirst().id();

    assertThat(hear(new Evidence.Received("m-1", Optional.of(number + 1), NOON))).isFalse();

    assertThat(state.outbox().counts().unclear()).isEqualTo(1);
  }

  @Test
  void who_is_erased_meanwhile_is_not_asked_after() {
    doubts(danger("a"));
    state.answers("erase", "u1", List.of(), new ProfileChange.Erase());

    assertThat(state.doubts().open(10, 0)).isEmpty();
    assertThat(state.outbox().lease(PATIENCE_ENDS)).isEmpty();
    assertThat(state.ask("SELECT count(*) FROM outbox WHERE text <> '' OR again <> ''"))
        .isEqualTo("0");
  }

  private void doubts(Draft draft) {
    state.writes(draft);
    state.outbox().settle(state.lease(NOON), new Delivery.Unclear("no answer"), NOON);
  }

  private boolean hear(Evidence evidence) {
    return state.doubts().hear(evidence, NOON.plusSeconds(1));
  }

  private static Evidence sent(String citizen, String messageId, String text) {
    return new Evidence.Sent(citizen, messageId, text, NOON);
  }

  private static Draft danger(String key) {
    return new Draft(
        key, "u1", "danger", List.of(), 9, Optional.empty(), Optional.of("danger, may repeat"));
  }
}
