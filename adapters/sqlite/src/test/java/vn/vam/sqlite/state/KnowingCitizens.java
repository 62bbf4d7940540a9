package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.XUAN_HOA;
import static vn.vam.sqlite.state.StateFile.draft;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.notify.Button;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.Outbox.OutboxCounts;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.station.StationId;

class KnowingCitizens {
  private static final StationId MY_THO = new StationId("my-tho");

  @TempDir Path folder;
  private StateFile state;
  private int events;

  @BeforeEach
  void open() {
    state = new StateFile(folder);
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Nested
  class WhoAgreed {
    @Test
    void hears_of_the_station_and_of_no_other() {
      changes("u1", subscribe(XUAN_HOA));

      assertThat(state.citizens().audience(XUAN_HOA)).containsExactly("u1");
      assertThat(state.citizens().audience(MY_THO)).isEmpty();
    }

    @Test
    void is_kept_with_the_words_and_the_time() {
      changes("u1", subscribe(XUAN_HOA));

      assertThat(state.ask("SELECT consent || ' ' || agreed_at FROM subscription"))
          .isEqualTo("Tôi đồng ý " + NOON.toEpochMilli());
    }

    @Test
    void twice_hears_once() {
      changes("u1", subscribe(XUAN_HOA));
      changes("u1", subscribe(XUAN_HOA));

      assertThat(state.citizens().audience(XUAN_HOA)).containsExactly("u1");
    }

    @Test
    void survives_a_restart() {
      changes("u1", subscribe(XUAN_HOA), subscribe(MY_THO));
      state.reopen();

      assertThat(state.citizens().subscriptions("u1")).containsExactlyInAnyOrder(XUAN_HOA, MY_THO);
    }
  }

  @Nested
  class WhoChangesTheirMind {
    @Test
    void hears_no_more_of_that_station() {
      changes("u1", subscribe(XUAN_HOA), subscribe(MY_THO));
      changes("u1", new ProfileChange.Unsubscribe(XUAN_HOA));

      assertThat(state.citizens().subscriptions("u1")).containsExactly(MY_THO);
    }

    @Test
    void or_of_none_at_all() {
      changes("u1", subscribe(XUAN_HOA), subscribe(MY_THO));
      changes("u1", new ProfileChange.UnsubscribeAll());

      assertThat(state.citizens().subscriptions("u1")).isEmpty();
    }
  }

  @Nested
  class WhoIsErased {
    private static final String NAME = "u-470011";

    @Test
    void hears_nothing_more() {
      changes(NAME, subscribe(XUAN_HOA));
      state.writes(secret("a"), secret("b"));
      changes(NAME, new ProfileChange.Erase());

      assertThat(state.citizens().audience(XUAN_HOA)).isEmpty();
      assertThat(state.outbox().lease(NOON)).isEmpty();
    }

    @Test
    void is_told_so() {
      changes(NAME, subscribe(XUAN_HOA));
      state.answers("erase", NAME, List.of(draft("erased", NAME, 100)), new ProfileChange.Erase());

      assertThat(state.leasedTexts(NOON)).containsExactly("nội dung erased");
    }

    @Test
    void leaves_nothing_on_disk_but_counts() {
      changes(NAME, subscribe(XUAN_HOA));
      state.writes(secret("sent"), secret("waiting"), secret("under way"));
      settle(new Delivery.Delivered("m-470011"));
      OutboxMessage underWay = state.lease(NOON);
      state.answers(
          "erase/" + NAME, NAME, List.of(draft("last", NAME, 100)), new ProfileChange.Erase());
      settle(new Delivery.Delivered("n-470011"));
      state.outbox().settle(underWay, new Delivery.Unclear("no answer"), NOON);

      assertThat(state.bytesOnDisk())
          .doesNotContain("470011")
          .doesNotContain("secret")
          .doesNotContain("pressed");
      assertThat(state.outbox().counts()).isEqualTo(new OutboxCounts(0, 2, 0, 1, 1));
    }

    @Test
    void gets_no_second_try_of_what_was_under_way() {
      changes(NAME, subscribe(XUAN_HOA));
      state.writes(secret("a"));
      OutboxMessage underWay = state.lease(NOON);
      changes(NAME, new ProfileChange.Erase());
      state.outbox().settle(underWay, new Delivery.RetryLater("busy", Duration.ZERO), NOON);

      assertThat(state.outbox().lease(NOON.plusSeconds(1))).isEmpty();
      assertThat(state.bytesOnDisk()).doesNotContain("470011").doesNotContain("secret");
    }

    @Test
    void leaves_nothing_when_the_hub_was_killed_while_sending() {
      changes(NAME, subscribe(XUAN_HOA));
      state.writes(secret("a"));
      state.lease(NOON);
      changes(NAME, new ProfileChange.Erase());
      state.reopen();
      state.outbox().recover(NOON);

      assertThat(state.bytesOnDisk()).doesNotContain("470011").doesNotContain("secret");
    }

    @Test
    void others_are_left_alone() {
      changes(NAME, subscribe(XUAN_HOA));
      changes("u2", subscribe(XUAN_HOA));
      state.writes(draft("for u2", "u2", 1));
      changes(NAME, new ProfileChange.Erase());

      assertThat(state.citizens().audience(XUAN_HOA)).containsExactly("u2");
      assertThat(state.leasedTexts(NOON)).containsExactly("nội dung for u2");
    }

    @Test
    void may_come_back_and_agree_anew() {
      changes(NAME, subscribe(XUAN_HOA));
      changes(NAME, new ProfileChange.Erase());
      changes(NAME, subscribe(MY_THO));

      assertThat(state.citizens().subscriptions(NAME)).containsExactly(MY_THO);
    }

    private Draft secret(String key) {
      return new Draft(
          "news/" + key + "/" + NAME,
          NAME,
          "secret " + key,
          List.of(new Button("pressed", "pressed")),
          1,
          Optional.empty());
    }

    private void settle(Delivery delivery) {
      state.outbox().settle(state.lease(NOON), delivery, NOON);
    }
  }

  private void changes(String citizen, ProfileChange... changes) {
    events++;
    state.answers("event " + events, citizen, List.of(), changes);
  }

  private static ProfileChange subscribe(StationId station) {
    return new ProfileChange.Subscribe(station, "Tôi đồng ý");
  }
}
