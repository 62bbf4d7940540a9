package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.tuple;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.cleared;
import static vn.vam.sqlite.state.StateFile.draft;
import static vn.vam.sqlite.state.StateFile.raised;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.log.Place;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Button;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.Outbox.OutboxCounts;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.notify.ParkedMessage;
import vn.vam.core.notify.ParkedMessage.Fate;

class WorkingOffTheOutbox {
  private static final Instant LATER = NOON.plus(Duration.ofMinutes(10));

  @TempDir Path folder;
  private StateFile state;

  @BeforeEach
  void open() {
    state = new StateFile(folder);
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Nested
  class TellingAnAudience {
    @Test
    void everyone_gets_a_message_and_the_notice_is_done() {
      state.raises(0.6);
      state.outbox().tell(notice(), List.of(draft("k1", "u1", 1), draft("k2", "u2", 1)), NOON);

      assertThat(state.outbox().nextNotice(0)).isEmpty();
      assertThat(state.leasedTexts(NOON)).containsExactly("nội dung k1", "nội dung k2");
    }

    @Test
    void when_that_fails_the_notice_waits_and_nobody_was_told() {
      state.raises(0.6);
      AlertNotice notice = notice();
      state.breaks("outbox");

      assertThatException()
          .isThrownBy(() -> state.outbox().tell(notice, List.of(draft("k1", "u1", 1)), NOON));
      assertThat(state.outbox().nextNotice(0)).contains(notice);
      assertThat(state.outbox().lease(NOON)).isEmpty();
    }

    @Test
    void nobody_in_the_audience_is_done_too() {
      state.raises(0.6);
      state.outbox().tell(notice(), List.of(), NOON);

      assertThat(state.outbox().nextNotice(0)).isEmpty();
    }

    @Test
    void notices_come_in_the_order_of_their_changes() {
      state.desk().commit(Place.of(1), List.of(), List.of(raised(0.6), cleared(0.3)), NOON);

      assertThat(notice().change()).isEqualTo(raised(0.6));
      assertThat(state.outbox().nextNotice(notice().id()).orElseThrow().change())
          .isEqualTo(cleared(0.3));
    }

    private AlertNotice notice() {
      return state.outbox().nextNotice(0).orElseThrow();
    }
  }

  @Nested
  class Leasing {
    @Test
    void the_more_urgent_goes_first() {
      state.writes(draft("low", "u1", 0), draft("high", "u2", 2), draft("answer", "u3", 100));

      assertThat(state.leasedTexts(NOON))
          .containsExactly("nội dung answer", "nội dung high", "nội dung low");
    }

    @Test
    void of_equal_ones_the_older_goes_first() {
      state.writes(draft("a", "u1", 1), draft("b", "u2", 1), draft("c", "u3", 1));

      assertThat(state.leasedTexts(NOON)).containsExactly("nội dung a", "nội dung b", "nội dung c");
    }

    @Test
    void a_message_under_way_is_not_leased_again() {
      state.writes(draft("a", "u1", 1));
      state.lease(NOON);

      assertThat(state.outbox().lease(LATER)).isEmpty();
    }

    @Test
    void the_message_comes_with_its_buttons_in_order() {
      List<Button> buttons = List.of(new Button("Độ mặn", "do man"), new Button("Dừng", "dung"));
      state.writes(new Draft("a", "u1", "Chào bà con", buttons, 1, Optional.empty()));

      OutboxMessage leased = state.lease(NOON);

      assertThat(leased.draft().text()).isEqualTo("Chào bà con");
      assertThat(leased.draft().citizen()).isEqualTo("u1");
      assertThat(leased.draft().buttons()).isEqualTo(buttons);
      assertThat(leased.attempts()).isZero();
    }

    @Test
    void a_key_that_is_known_is_never_sent_again() {
      state.writes(draft("a", "u1", 1));
      state.answers("follow", "u1", List.of(), new ProfileChange.Follow());
      settle(new Delivery.Delivered("m-1"));
      state.answers("again", "u1", List.of(draft("a", "u1", 1)));

      assertThat(state.outbox().lease(LATER)).isEmpty();
    }
  }

  @Nested
  class TryingLater {
    private final Delivery later = new Delivery.RetryLater("busy", Duration.ofSeconds(30));

    @Test
    void a_message_waits_until_it_is_due_again() {
      state.writes(draft("a", "u1", 1));
      settle(later);

      assertThat(state.outbox().lease(NOON.plusMillis(29_999))).isEmpty();
      assertThat(state.lease(NOON.plusSeconds(30)).attempts()).isEqualTo(1);
    }

    @Test
    void its_text_is_still_there() {
      state.writes(draft("a", "u1", 1));
      settle(later);

      assertThat(state.lease(LATER).draft().text()).isEqualTo("nội dung a");
    }

    @Test
    void others_go_first_meanwhile() {
      state.writes(draft("a", "u1", 1), draft("b", "u2", 1));
      settle(later);

      assertThat(state.leasedTexts(NOON)).containsExactly("nội dung b");
    }

    @Test
    void an_all_clear_never_overtakes_its_alert() {
      state.writes(draft("raised", "u1", 1), draft("cleared", "u1", 1));
      settle(later);

      assertThat(state.outbox().lease(NOON)).isEmpty();
      OutboxMessage first = state.lease(NOON.plusSeconds(30));
      assertThat(first.draft().text()).isEqualTo("nội dung raised");
      state.outbox().settle(first, new Delivery.Delivered("m-1"), LATER);
      assertThat(state.leasedTexts(LATER)).containsExactly("nội dung cleared");
    }

    @Test
    void an_answer_need_not_wait_for_an_alert() {
      state.writes(draft("raised", "u1", 1), draft("answer", "u1", Draft.ANSWER));
      state.outbox().settle(state.lease(NOON), new Delivery.Delivered("m-1"), NOON);
      settle(later);
      state.answers("question", "u1", List.of(draft("second", "u1", Draft.ANSWER)));

      assertThat(state.leasedTexts(NOON)).containsExactly("nội dung second");
    }
  }

  @Nested
  class OnItsWay {
    @Test
    void a_graver_one_is_not_overtaken_by_another_to_the_same_citizen() {
      state.writes(draft("warning", "u1", 1), draft("danger", "u1", 9), draft("other", "u2", 1));
      OutboxMessage danger = state.lease(NOON);
      assertThat(danger.draft().text()).isEqualTo("nội dung danger");

      assertThat(state.leasedTexts(NOON)).containsExactly("nội dung other");

      state.outbox().settle(danger, new Delivery.Delivered("m-1"), NOON);
      assertThat(state.leasedTexts(NOON)).containsExactly("nội dung warning");
    }

    @Test
    void what_is_less_grave_holds_back_no_danger() {
      state.writes(draft("answer", "u1", 1));
      state.lease(NOON);
      state.writes(draft("danger", "u1", 9));

      assertThat(state.leasedTexts(NOON)).containsExactly("nội dung danger");
    }
  }

  @Nested
  class Settling {
    @Test
    void every_fate_is_counted() {
      state.writes(
          draft("a", "u1", 1), draft("b", "u2", 1), draft("c", "u3", 1), draft("d", "u4", 1));
      settle(new Delivery.Delivered("m-1"));
      settle(new Delivery.Undeliverable("blocked"));
      settle(new Delivery.Unclear("no answer"));

      assertThat(state.outbox().counts()).isEqualTo(new OutboxCounts(1, 1, 0, 1, 1));
    }

    @Test
    void what_is_settled_never_leaves_again() {
      state.writes(draft("a", "u1", 1), draft("b", "u2", 1), draft("c", "u3", 1));
      settle(new Delivery.Delivered("m-1"));
      settle(new Delivery.Undeliverable("blocked"));
      settle(new Delivery.Unclear("no answer"));
      state.reopen();
      state.outbox().recover(LATER);
      state.doubts().end(LATER);

      assertThat(state.outbox().lease(LATER)).isEmpty();
    }

    @Test
    void text_and_buttons_are_forgotten() {
      state.writes(withButton("a"), withButton("b"), withButton("c"));
      settle(new Delivery.Delivered("m-1"));
      settle(new Delivery.Undeliverable("blocked"));
      settle(new Delivery.Unclear("no answer"));
      state.doubts().end(LATER);

      assertThat(forgotten()).isTrue();
    }
  }

  @Nested
  class Expiring {
    private final Draft dated =
        new Draft(
            "a", "u1", "text", List.of(new Button("t", "p")), 1, Optional.of(NOON.plusSeconds(5)));

    @Test
    void until_its_time_a_message_is_sent() {
      state.writes(dated);

      assertThat(state.outbox().lease(NOON.plusSeconds(5))).isPresent();
    }

    @Test
    void after_it_it_is_not_and_counts_as_undeliverable() {
      state.writes(dated);

      assertThat(state.outbox().lease(NOON.plusMillis(5_001))).isEmpty();
      assertThat(state.outbox().counts()).isEqualTo(new OutboxCounts(0, 0, 0, 0, 1));
    }

    @Test
    void text_and_buttons_are_forgotten() {
      state.writes(dated);
      state.outbox().lease(LATER);

      assertThat(forgotten()).isTrue();
    }

    @Test
    void an_alert_that_expired_lets_its_all_clear_go() {
      state.writes(dated, draft("b", "u1", 1));

      assertThat(state.leasedTexts(LATER)).containsExactly("nội dung b");
    }
  }

  @Nested
  class AfterAKill {
    @Test
    void what_was_under_way_is_in_doubt_and_counted_and_not_sent_again() {
      state.writes(withButton("a"), draft("b", "u2", 1));
      state.lease(NOON);
      state.reopen();

      assertThat(state.outbox().recover(LATER)).isEqualTo(1);
      assertThat(state.outbox().counts()).isEqualTo(new OutboxCounts(1, 0, 0, 1, 0));
      assertThat(state.leasedTexts(LATER)).containsExactly("nội dung b");
    }

    @Test
    void its_text_and_buttons_are_forgotten_in_the_end() {
      state.writes(withButton("a"));
      state.lease(NOON);
      state.outbox().recover(NOON);
      state.doubts().end(LATER);

      assertThat(forgotten()).isTrue();
    }

    @Test
    void what_waited_still_waits_with_its_attempts() {
      state.writes(draft("a", "u1", 1));
      settle(new Delivery.RetryLater("busy", Duration.ofSeconds(30)));
      state.reopen();

      assertThat(state.outbox().recover(LATER)).isZero();
      assertThat(state.lease(LATER).attempts()).isEqualTo(1);
    }
  }

  @Nested
  class Parked {
    @Test
    void what_reached_nobody_for_certain_is_shown_newest_first_without_saying_who() {
      state.writes(
          new Draft("a", "u1", "text", List.of(), 9, Optional.of(NOON.plusSeconds(5))),
          draft("b", "u2", 3),
          draft("c", "u3", 2),
          draft("d", "u4", 1));
      settleAt(NOON, new Delivery.Unclear("no answer"));
      settleAt(NOON.plusSeconds(1), new Delivery.Delivered("m-1"));
      settleAt(NOON.plusSeconds(2), new Delivery.Undeliverable("blocked"));
      state.lease(NOON.plusSeconds(3));
      state.outbox().recover(NOON.plusSeconds(4));
      state.doubts().end(NOON.plusSeconds(60));
      state.doubts().end(NOON.plusSeconds(64));

      assertThat(state.outbox().parked(10))
          .extracting(ParkedMessage::fate, ParkedMessage::reason, ParkedMessage::at)
          .containsExactly(
              tuple(Fate.UNCLEAR, "the hub stopped while sending", NOON.plusSeconds(64)),
              tuple(Fate.UNCLEAR, "no answer", NOON.plusSeconds(60)),
              tuple(Fate.UNDELIVERABLE, "blocked", NOON.plusSeconds(2)));
      assertThat(state.outbox().parked(1)).hasSize(1);
    }

    @Test
    void an_expired_message_is_too() {
      state.writes(new Draft("a", "u1", "text", List.of(), 1, Optional.of(NOON)));
      state.outbox().lease(LATER);

      assertThat(state.outbox().parked(10))
          .extracting(ParkedMessage::reason, ParkedMessage::attempts, ParkedMessage::at)
          .containsExactly(tuple("expired", 0, LATER));
    }

    private void settleAt(Instant now, Delivery delivery) {
      state.outbox().settle(state.lease(now), delivery, now);
    }
  }

  private static Draft withButton(String key) {
    return new Draft(
        key, "u-" + key, "secret " + key, List.of(new Button("t", "p")), 5, Optional.empty());
  }

  private void settle(Delivery delivery) {
    state.outbox().settle(state.lease(NOON), delivery, NOON);
  }

  private boolean forgotten() {
    return state.ask("SELECT count(*) FROM outbox WHERE text <> ''").equals("0")
        && state.ask("SELECT count(*) FROM outbox_button").equals("0");
  }
}
