package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.SALT;
import static vn.vam.sqlite.state.StateFile.XUAN_HOA;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.log.Place;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Doubts;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.notify.Way;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;

/** A danger whose first send did not end well, and what happens before the next one. */
class TellingNothingThatIsOver {
  private static final Instant PATIENCE_ENDS = NOON.plus(Doubts.PATIENCE);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final String ALARM = "A-1/raised/u1";
  private static final String END = "A-1/cleared/u1";

  @TempDir Path folder;
  private StateFile state;

  @BeforeEach
  void a_danger_is_raised() {
    state = new StateFile(folder);
    state.answers("agrees", "u1", List.of(), new ProfileChange.Subscribe(XUAN_HOA, "tôi đồng ý"));
    commits(1, new AlertChange.Raised(SALT, XUAN_HOA, Severity.DANGER, NOON, 5));
    tells(ALARM);
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Nested
  class InDoubt {
    @BeforeEach
    void nobody_answered() {
      settles(new Delivery.Unclear("no answer"));
    }

    @Test
    void it_is_sent_again_while_it_lasts() {
      assertThat(sentAfterPatience()).containsExactly(ALARM);
    }

    @Test
    void with_its_all_clear_written_only_that_is_sent() {
      clears();
      tells(END);

      assertThat(sentAfterPatience()).containsExactly(END);
      assertThat(fate(ALARM)).isEqualTo("UNCLEAR no answer");
    }

    @Test
    void over_it_is_not_sent_again_though_nobody_has_written_its_all_clear_yet() {
      clears();

      assertThat(sentAfterPatience()).isEmpty();
    }

    @Test
    void over_while_it_waits_for_its_second_send_it_ends_as_unclear_as_it_was() {
      state.doubts().end(PATIENCE_ENDS);
      clears();
      tells(END);

      assertThat(keysSent(PATIENCE_ENDS)).containsExactly(END);
      assertThat(fate(ALARM)).isEqualTo("UNCLEAR superseded");
    }

    @Test
    void a_citizen_who_wants_no_more_is_not_told_again() {
      state.answers("dừng", "u1", List.of(), new ProfileChange.UnsubscribeAll());

      assertThat(sentAfterPatience()).isEmpty();
      assertThat(state.outbox().counts().unclear()).isEqualTo(1);
    }

    @Test
    void nor_one_who_wants_no_more_of_this_station() {
      state.answers("dừng", "u1", List.of(), new ProfileChange.Unsubscribe(XUAN_HOA));

      assertThat(sentAfterPatience()).isEmpty();
    }

    @Test
    void who_wants_no_more_of_another_station_is() {
      state.answers(
          "dừng", "u1", List.of(), new ProfileChange.Unsubscribe(new StationId("my-tho")));

      assertThat(sentAfterPatience()).containsExactly(ALARM);
    }

    @Test
    void an_operators_stop_is_one() {
      state.fanouts().stop("A-1/raised", NOON);

      assertThat(sentAfterPatience()).isEmpty();
    }

    private List<String> sentAfterPatience() {
      state.doubts().end(PATIENCE_ENDS);
      return keysSent(PATIENCE_ENDS);
    }
  }

  @Nested
  class UnderWay {
    private OutboxMessage alarm;

    @BeforeEach
    void it_is_sent() {
      alarm = state.lease(NOON);
    }

    @Test
    void over_meanwhile_it_is_not_tried_later_and_has_no_end_to_tell() {
      clears();
      tells(END);
      tryLater();

      assertThat(keysSent(NOON.plus(TEN_MINUTES))).isEmpty();
      assertThat(fate(ALARM)).isEqualTo("UNDELIVERABLE superseded");
      assertThat(fate(END)).isEqualTo("UNDELIVERABLE its alarm was not heard");
    }

    @Test
    void graver_meanwhile_only_that_is_sent_and_at_once() {
      tells("A-1/escalated-danger/u1");
      tryLater();

      assertThat(keysSent(NOON)).containsExactly("A-1/escalated-danger/u1");
    }

    @Test
    void stopped_by_its_citizen_it_is_not_tried_later() {
      state.answers("dừng", "u1", List.of(), new ProfileChange.UnsubscribeAll());
      tryLater();

      assertThat(fate(ALARM)).isEqualTo("UNDELIVERABLE no longer wanted");
    }

    @Test
    void stopped_by_an_operator_it_takes_no_other_way() {
      state.fanouts().stop("A-1/raised", NOON);
      state
          .outbox()
          .settle(
              alarm,
              new Delivery.OtherWay("code -230", Way.CONSULTATION, new Delivery.Rests("code -230")),
              NOON);

      assertThat(fate(ALARM)).isEqualTo("UNDELIVERABLE stopped");
    }

    private void tryLater() {
      state.outbox().settle(alarm, new Delivery.RetryLater("busy", TEN_MINUTES), NOON);
    }
  }

  @Nested
  class AtRest {
    @Test
    void over_meanwhile_it_does_not_greet_who_writes_again() {
      settles(new Delivery.Rests("no way"));
      clears();

      state.answers("word", "u1", List.of());

      assertThat(keysSent(NOON)).isEmpty();
    }
  }

  @Nested
  class NotConfirmed {
    @BeforeEach
    void it_is_delivered() {
      settles(new Delivery.Delivered("m-1"));
    }

    @Test
    void it_goes_another_way_while_it_lasts() {
      assertThat(overdue()).isEqualTo(1);
    }

    @Test
    void over_it_takes_no_other_way() {
      clears();

      assertThat(overdue()).isZero();
      assertThat(state.ask("SELECT count(*) FROM unconfirmed")).isEqualTo("0");
    }

    @Test
    void over_on_its_other_way_it_stays_as_delivered_as_it_was() {
      state
          .unconfirmed()
          .overdue(TEN_MINUTES, NOON.plus(TEN_MINUTES), 10)
          .forEach(one -> state.unconfirmed().goesOn(one, NOON.plus(TEN_MINUTES)));
      clears();

      assertThat(keysSent(NOON.plus(TEN_MINUTES))).isEmpty();
      assertThat(state.outbox().counts().delivered()).isEqualTo(1);
      assertThat(overdue()).isZero();
    }

    @Test
    void not_wanted_any_more_it_takes_no_other_way() {
      state.answers("dừng", "u1", List.of(), new ProfileChange.Unsubscribe(XUAN_HOA));

      assertThat(overdue()).isZero();
    }

    @Test
    void stopped_it_takes_no_other_way() {
      state.fanouts().stop("A-1/raised", NOON);

      assertThat(overdue()).isZero();
    }

    private int overdue() {
      return state.unconfirmed().overdue(TEN_MINUTES, NOON.plus(TEN_MINUTES), 10).size();
    }
  }

  @Nested
  class BeforeItIsWritten {
    private static final String GRAVER = "A-1/escalated-danger/u1";

    @Test
    void who_stops_it_after_the_audience_was_read_is_not_told() {
      settles(new Delivery.Delivered("m-1"));
      state.answers("dừng", "u1", List.of(), new ProfileChange.UnsubscribeAll());

      tells(GRAVER);

      assertThat(keysSent(NOON)).isEmpty();
    }

    @Test
    void who_stops_another_station_or_agrees_anew_is() {
      settles(new Delivery.Delivered("m-1"));
      StationId other = new StationId("my-tho");
      state.answers("dừng trạm khác", "u1", List.of(), new ProfileChange.Unsubscribe(other));
      state.answers("dừng", "u1", List.of(), new ProfileChange.Unsubscribe(XUAN_HOA));
      state.answers(
          "agrees anew", "u1", List.of(), new ProfileChange.Subscribe(XUAN_HOA, "tôi đồng ý"));

      tells(GRAVER);

      assertThat(keysSent(NOON)).containsExactly(GRAVER);
    }
  }

  private void clears() {
    commits(2, new AlertChange.Cleared(SALT, XUAN_HOA, Severity.DANGER, NOON.plusSeconds(30), 0.3));
  }

  private void commits(long place, AlertChange change) {
    state.desk().commit(Place.of(place), List.of(), List.of(change), NOON);
  }

  private void tells(String key) {
    AlertNotice notice =
        state
            .outbox()
            .nextNotice(0)
            .orElse(
                new AlertNotice(
                    -1, "A-0", new AlertChange.Raised(SALT, XUAN_HOA, Severity.DANGER, NOON, 5)));
    state
        .outbox()
        .tell(
            notice,
            List.of(
                new Draft(
                    key,
                    "u1",
                    "nội dung",
                    List.of(),
                    2,
                    Optional.of(NOON.plus(Duration.ofHours(12))),
                    Optional.of("nội dung, có thể lặp lại"))),
            NOON);
  }

  private void settles(Delivery delivery) {
    state.outbox().settle(state.lease(NOON), delivery, NOON);
  }

  private List<String> keysSent(Instant now) {
    return Stream.generate(() -> state.outbox().lease(now))
        .takeWhile(Optional::isPresent)
        .map(message -> message.orElseThrow().draft().key())
        .toList();
  }

  private String fate(String key) {
    return state.ask("SELECT state || ' ' || reason FROM outbox WHERE key = '" + key + "'");
  }
}
