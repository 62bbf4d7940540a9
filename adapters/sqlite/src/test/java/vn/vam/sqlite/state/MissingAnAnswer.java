package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.sqlite.state.StateFile.NOON;

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
import vn.vam.core.notify.Button;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Doubts;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.Evidence;
import vn.vam.core.notify.Outbox.OutboxCounts;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.notify.Transcript;

class MissingAnAnswer {
  private static final Instant SHOWN = NOON.plus(Doubts.SHOWN_WITHIN);
  private static final Transcript NOTHING = new Transcript(Instant.MIN, List.of());

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
  void an_answer_the_messenger_does_not_show_is_sent_again_as_it_was() {
    doubts(answer("a"), NOON);

    assertThat(misses(NOTHING, SHOWN)).isTrue();

    OutboxMessage again = state.lease(SHOWN);
    assertThat(again.draft().text()).isEqualTo("0,8 g/l");
    assertThat(again.draft().buttons()).containsExactly(new Button("Biểu đồ", "biểu đồ"));
  }

  @Test
  void but_once() {
    doubts(answer("a"), NOON);
    misses(NOTHING, SHOWN);
    state.outbox().settle(state.lease(SHOWN), new Delivery.Unclear("no answer"), SHOWN);

    assertThat(misses(NOTHING, SHOWN.plus(Doubts.SHOWN_WITHIN))).isFalse();
    state.doubts().end(SHOWN.plus(Doubts.PATIENCE));

    assertThat(state.outbox().counts()).isEqualTo(new OutboxCounts(0, 0, 0, 1, 0));
  }

  @Test
  void not_before_the_messenger_had_time_to_show_it() {
    doubts(answer("a"), NOON);

    assertThat(misses(NOTHING, SHOWN.minusMillis(1))).isFalse();
  }

  @Test
  void nor_where_it_shows_something_that_nobody_here_knows() {
    doubts(answer("a"), NOON);

    assertThat(misses(shows("m-9", ""), SHOWN)).isFalse();
  }

  @Test
  void what_was_delivered_before_speaks_for_nothing() {
    state.writes(answer("first"));
    state.outbox().settle(state.lease(NOON), new Delivery.Delivered("m-0"), NOON);
    doubts(answer("a"), NOON);

    assertThat(misses(shows("m-0", "0,8 g/l"), SHOWN)).isTrue();
  }

  @Test
  void nor_where_it_does_not_show_everything_since() {
    doubts(answer("a"), NOON);

    assertThat(misses(new Transcript(NOON, List.of()), SHOWN)).isFalse();
    assertThat(misses(new Transcript(NOON.minus(Duration.ofMinutes(1)), List.of()), SHOWN))
        .isTrue();
  }

  @Test
  void an_alert_is_never_sent_again_for_that() {
    doubts(StateFile.draft("a", "u1", 9), NOON);

    assertThat(misses(NOTHING, SHOWN)).isFalse();
  }

  private void doubts(Draft draft, Instant now) {
    state.writes(draft);
    state.outbox().settle(state.lease(now), new Delivery.Unclear("no answer"), now);
  }

  private boolean misses(Transcript transcript, Instant now) {
    return state.doubts().misses(state.doubts().open(1, 0).getFirst(), transcript, now);
  }

  private static Transcript shows(String messageId, String text) {
    return new Transcript(
        Instant.MIN, List.of(new Evidence.Sent("u1", messageId, text, NOON.plusSeconds(1))));
  }

  private static Draft answer(String key) {
    return new Draft(
        key,
        "u1",
        "0,8 g/l",
        List.of(new Button("Biểu đồ", "biểu đồ")),
        Draft.ANSWER,
        Optional.empty());
  }
}
