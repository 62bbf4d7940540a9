package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.XUAN_HOA;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.citizen.CitizenEvent;
import vn.vam.core.citizen.PhoneNumber;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.citizen.Stopped;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.Standing;
import vn.vam.core.limit.Limit;
import vn.vam.core.limit.Limit.Side;
import vn.vam.core.news.NewsTopic;
import vn.vam.core.station.StationId;

/** For ten minutes a stop can be taken back, and everything is as it was: words, times, levels. */
class TakingAStopBack {
  private static final StationId MY_THO = new StationId("my-tho");
  private static final DossierCode CODE = new DossierCode("H58.20-260312-0015");
  private static final List<String> AGREEMENTS =
      List.of(
          "SELECT group_concat(citizen || station || consent || agreed_at) FROM subscription",
          "SELECT group_concat(citizen || station || side || level || consent || agreed_at)"
              + " FROM citizen_limit",
          "SELECT group_concat(citizen || topic || consent || agreed_at) FROM news_subscription",
          "SELECT group_concat(citizen || code || state_text || late || consent || agreed_at"
              + " || ends_at || asked_at) FROM followed_dossier",
          "SELECT group_concat(citizen || number || agreed_at) FROM phone",
          "SELECT group_concat(citizen || consent || at) FROM number_offer");

  @TempDir Path folder;
  private StateFile state;
  private int events;

  @BeforeEach
  void somebody_agrees_to_everything_there_is() {
    state = new StateFile(folder);
    changes(
        NOON,
        new ProfileChange.Subscribe(XUAN_HOA, "Tôi đồng ý"),
        new ProfileChange.Subscribe(MY_THO, "Tôi đồng ý nữa"),
        new ProfileChange.SetLimit(new Limit(XUAN_HOA, Side.ABOVE, 0.1), "trên 0,1"),
        new ProfileChange.SetLimit(new Limit(MY_THO, Side.BELOW, 2.35), "dưới 2,35"),
        new ProfileChange.SubscribeNews(NewsTopic.SALT, "bản tin"),
        new ProfileChange.FollowDossier(
            CODE,
            new Standing(Optional.empty(), "Chờ", Optional.empty(), false),
            NOON.plus(Duration.ofDays(90)),
            "hồ sơ"),
        new ProfileChange.AgreeNumber("số điện thoại"),
        new ProfileChange.KeepNumber(PhoneNumber.of("0912345678").orElseThrow()));
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Test
  void everything_is_as_it_was() {
    List<String> before = agreements();
    changes(minutes(1), new ProfileChange.UnsubscribeAll());
    assertThat(agreements()).containsOnly("null");

    state.reopen();
    changes(minutes(10), new ProfileChange.TakeBack());

    assertThat(agreements()).isEqualTo(before);
    assertThat(state.ask("SELECT count(*) FROM stopped")).isEqualTo("0");
  }

  @Test
  void what_can_be_taken_back_is_known_for_ten_minutes() {
    changes(minutes(1), new ProfileChange.UnsubscribeAll());

    assertThat(stopped(minutes(11)))
        .isEqualTo(
            new Stopped(
                List.of(MY_THO, XUAN_HOA),
                List.of(new Limit(XUAN_HOA, Side.ABOVE, 0.1), new Limit(MY_THO, Side.BELOW, 2.35)),
                List.of(CODE),
                List.of(NewsTopic.SALT),
                true));
    assertThat(stopped(minutes(11).plusMillis(1))).isEqualTo(Stopped.NOTHING);
    assertThat(state.ask("SELECT count(*) FROM stopped")).isEqualTo("0");
  }

  @Test
  void later_nothing_comes_back() {
    changes(minutes(1), new ProfileChange.UnsubscribeAll());
    changes(minutes(12), new ProfileChange.TakeBack());

    assertThat(agreements()).containsOnly("null");
  }

  @Test
  void of_two_stops_the_last_alone_comes_back() {
    changes(minutes(1), new ProfileChange.Unsubscribe(XUAN_HOA));
    changes(minutes(2), new ProfileChange.StopNews(Optional.of(NewsTopic.SALT)));
    changes(minutes(3), new ProfileChange.TakeBack());

    assertThat(state.citizens().subscriptions("u1")).containsExactly(MY_THO);
    assertThat(state.ask("SELECT count(*) FROM news_subscription")).isEqualTo("1");
  }

  @Test
  void a_stop_of_nothing_leaves_the_one_before() {
    List<String> before = agreements();
    changes(minutes(1), new ProfileChange.UnsubscribeAll());
    changes(minutes(2), new ProfileChange.UnsubscribeAll());
    changes(minutes(3), new ProfileChange.TakeBack());

    assertThat(agreements()).isEqualTo(before);
  }

  @Test
  void one_station_or_dossier_comes_back_alone() {
    List<String> before = agreements();
    changes(minutes(1), new ProfileChange.Unsubscribe(MY_THO));
    changes(minutes(2), new ProfileChange.TakeBack());
    changes(minutes(3), new ProfileChange.StopDossiers(Optional.of(CODE)));
    changes(minutes(4), new ProfileChange.TakeBack());

    assertThat(agreements().getFirst()).isEqualTo(before.getFirst());
    assertThat(agreements().subList(2, 6)).isEqualTo(before.subList(2, 6));
  }

  @Test
  void what_was_agreed_to_anew_stays() {
    changes(minutes(1), new ProfileChange.UnsubscribeAll());
    changes(minutes(2), new ProfileChange.SetLimit(new Limit(XUAN_HOA, Side.ABOVE, 3), "trên 3"));
    changes(minutes(3), new ProfileChange.TakeBack());

    assertThat(
            state.ask("SELECT group_concat(level) FROM citizen_limit WHERE station = 'xuan-hoa'"))
        .isEqualTo("3.0");
  }

  @Test
  void a_number_taken_back_by_its_owner_does_not_come_again() {
    changes(minutes(1), new ProfileChange.UnsubscribeAll());
    changes(minutes(2), new ProfileChange.ForgetNumber());
    changes(minutes(3), new ProfileChange.TakeBack());

    assertThat(state.ask("SELECT count(*) FROM phone")).isEqualTo("0");
  }

  @Test
  void who_is_erased_leaves_nothing_to_take_back() {
    changes(minutes(1), new ProfileChange.UnsubscribeAll());
    changes(minutes(2), new ProfileChange.Erase());

    assertThat(state.ask("SELECT count(*) FROM stopped")).isEqualTo("0");
  }

  private static Instant minutes(int after) {
    return NOON.plus(Duration.ofMinutes(after));
  }

  private List<String> agreements() {
    return AGREEMENTS.stream().map(state::ask).map(String::valueOf).toList();
  }

  private Stopped stopped(Instant now) {
    return state.citizens().profile("u1", now).stopped();
  }

  private void changes(Instant now, ProfileChange... changes) {
    state.inbox().accept("k" + events++, new CitizenEvent.Said("u1", "", now), now);
    state.inbox().answer(state.inbox().waiting(1).getFirst(), List.of(), List.of(changes), now);
  }
}
