package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.citizen.Talk.text;
import static vn.vam.core.citizen.TestProvince.MY_THO;
import static vn.vam.core.citizen.TestProvince.XUAN_HOA;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.citizen.ProfileChange.SetLimit;
import vn.vam.core.dossier.TryLimits;
import vn.vam.core.feed.Feeds;
import vn.vam.core.limit.Limit;
import vn.vam.core.limit.Limit.Side;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.live.Trend;
import vn.vam.core.notify.Button;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Observation;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;

/** What comes of "báo tôi khi Xuân Hòa trên 1". */
class SettingOnesOwnLimit {
  private static final Instant NOW = Instant.parse("2026-03-12T05:10:00Z");
  private static final LimitRules RULES = LimitRules.USUAL;

  private final LatestReadings latest = new LatestReadings(Duration.ofHours(3));
  private final List<StationId> stations = new ArrayList<>();
  private final List<Limit> limits = new ArrayList<>();
  private Optional<Quiet> quiet = Optional.empty();
  private Optional<OpenQuestion> open = Optional.empty();
  private ChatSettings settings = ChatSettings.USUAL;

  @Nested
  class Agreeing {
    @ParameterizedTest
    @ValueSource(strings = {"báo tôi khi Xuân Hòa trên 1", "bao toi khi xuan hoa tren 1 phan ngan"})
    void is_kept_with_the_words_agreed_to(String text) {
      Reply reply = say(text);

      assertThat(set(reply).limit()).isEqualTo(above(XUAN_HOA, 1));
      assertThat(set(reply).consent())
          .isEqualTo(
              "Tôi đồng ý nhận tin tại đây khi độ mặn ở Xuân Hòa trên 1 g/l, cho đến khi tôi nhắn"
                  + " DỪNG.");
      assertThat(text(reply)).contains(set(reply).consent(), "dưới 0,8 g/l", "DỪNG");
    }

    @Test
    void may_be_for_water_that_gets_fresh() {
      Reply reply = say("bao toi khi my tho duoi 0,5");

      assertThat(set(reply).limit()).isEqualTo(new Limit(MY_THO, Side.BELOW, 0.5));
      assertThat(text(reply)).contains("dưới 0,5 g/l", "trên 0,6 g/l");
    }

    @Test
    void tells_how_the_water_is_now() {
      assertThat(text(say("báo tôi khi xuân hòa trên 1"))).contains("chưa gửi số đo nào");
      measure(XUAN_HOA, 0.4);
      assertThat(text(say("báo tôi khi xuân hòa trên 1"))).contains("gần nhất ở đó là 0,4 g/l.");
      measure(XUAN_HOA, 1.3);
      assertThat(text(say("báo tôi khi xuân hòa trên 1"))).contains("đã ở mức này rồi");
    }

    @Test
    void is_in_the_provinces_own_words_where_it_has_some() {
      settings =
          new ChatSettings(
              RULES,
              Quiet.NEVER,
              Optional.of("Chịu nhận: {station} {limit}"),
              Optional.empty(),
              TryLimits.USUAL,
              false,
              ChatSettings.USUAL_STORM,
              List.of());

      assertThat(set(say("báo tôi khi xuân hòa trên 1")).consent())
          .isEqualTo("Chịu nhận: Xuân Hòa trên 1 g/l");
    }

    @Test
    void changes_the_level_that_was_there() {
      limits.add(above(XUAN_HOA, 1));

      Reply reply = say("đổi mức xuân hòa thành 2");

      assertThat(text(reply)).startsWith("Đã đổi mức");
      assertThat(set(reply).limit()).isEqualTo(above(XUAN_HOA, 2));
    }

    @Test
    void means_the_side_that_was_there_where_none_is_said() {
      limits.add(new Limit(XUAN_HOA, Side.BELOW, 1));

      assertThat(set(say("đổi mức xuân hòa thành 2")).limit().side()).isEqualTo(Side.BELOW);
    }
  }

  @Nested
  class Refusing {
    @ParameterizedTest
    @CsvSource({"0.05", "31", "90000"})
    void a_level_no_river_has(String level) {
      Reply reply = say("báo tôi khi xuân hòa trên " + level);

      assertThat(text(reply)).contains("từ 0,1 g/l đến 30 g/l");
      assertThat(reply.changes()).isEmpty();
    }

    @Test
    void one_more_than_a_citizen_may_have() {
      for (int i = 1; i <= RULES.most(); i++) {
        limits.add(above(new StationId("s" + i), i));
      }

      Reply reply = say("báo tôi khi xuân hòa trên 1");

      assertThat(text(reply)).contains("đặt được 5 mức", "s1", "s5");
      assertThat(reply.changes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"đặt mức", "ngưỡng", "báo khi xuân hòa trên 5%", "đặt mức xuân hòa"})
    void to_guess_a_level_that_was_not_said(String text) {
      assertThat(text(say(text))).contains("g/l", "Ví dụ");
    }
  }

  @Nested
  class AskingBack {
    @Test
    void at_which_station_and_a_bare_name_is_enough() {
      Reply asked = say("báo tôi khi trên 1,5");
      assertThat(Talk.asked(asked)).contains(new OpenQuestion.WhereLimit(Side.ABOVE, 1.5));

      open = Optional.of(new OpenQuestion.WhereLimit(Side.ABOVE, 1.5));
      assertThat(set(say("my tho")).limit()).isEqualTo(above(MY_THO, 1.5));
    }

    @Test
    void by_buttons_that_say_it_all() {
      List<Button> buttons = say("bao toi khi my hoa duoi 1").messages().getFirst().buttons();

      assertThat(buttons)
          .containsExactly(
              new Button("Mỹ Hòa dưới 1 g/l", "#muc my-hoa < 1.0"),
              new Button("Mỹ Hóa dưới 1 g/l", "#muc my-hoa-cho < 1.0"));
      assertThat(set(say("#muc my-hoa-cho < 1.0")).limit())
          .isEqualTo(new Limit(new StationId("my-hoa-cho"), Side.BELOW, 1));
    }

    @Test
    void again_between_two_stations_of_one_name() {
      open = Optional.of(new OpenQuestion.WhereLimit(Side.BELOW, 1));

      assertThat(say("my hoa").messages().getFirst().buttons())
          .extracting(Button::payload)
          .containsExactly("#muc my-hoa < 1.0", "#muc my-hoa-cho < 1.0");
    }

    @Test
    void and_something_else_said_instead_is_answered_as_ever() {
      open = Optional.of(new OpenQuestion.WhereLimit(Side.ABOVE, 1.5));

      assertThat(text(say("menu"))).contains("Bà con chọn");
      assertThat(say("my tho man chua").changes())
          .containsExactly(new ProfileChange.Ask(new OpenQuestion.TalkingOf(MY_THO)));
    }
  }

  @Nested
  class Stopping {
    @Test
    void in_one_word_stops_limits_too() {
      limits.add(above(XUAN_HOA, 1));

      Reply reply = say("DUNG");

      assertThat(text(reply)).contains("Đã ngưng gửi mọi cảnh báo");
      assertThat(reply.changes()).containsExactly(new ProfileChange.UnsubscribeAll());
    }

    @Test
    void at_one_station_leaves_the_others() {
      limits.add(above(XUAN_HOA, 1));
      limits.add(above(MY_THO, 1));

      assertThat(say("dừng báo xuân hòa").changes())
          .containsExactly(new ProfileChange.Unsubscribe(XUAN_HOA));
    }
  }

  @Test
  void the_list_shows_stations_limits_and_quiet_hours() {
    stations.add(MY_THO);
    limits.add(above(XUAN_HOA, 1));
    quiet = Optional.of(Quiet.between(LocalTime.of(22, 0), LocalTime.of(5, 0)));

    Reply reply = say("cảnh báo của tôi");

    assertThat(text(reply))
        .contains("• Mỹ Tho: cảnh báo của trạm")
        .contains("• Xuân Hòa: khi độ mặn trên 1 g/l")
        .contains("từ 22:00 đến 5:00");
    assertThat(reply.messages().getFirst().buttons()).hasSize(2);
  }

  @Nested
  class WantingQuiet {
    @ParameterizedTest
    @CsvSource({
      "đừng báo từ 22h đến 5h, 22:00, 05:00",
      "dung nhan tu 9 gio toi den 5 gio ruoi sang, 21:00, 05:30",
      "khong bao tu 23:15 toi 4h45, 23:15, 04:45",
      "im lặng từ 12 giờ trưa đến 2 giờ chiều, 12:00, 14:00",
    })
    void keeps_the_hours_that_were_said(String text, String from, String until) {
      assertThat(say(text).changes())
          .containsExactly(
              new ProfileChange.KeepQuiet(
                  Quiet.between(LocalTime.parse(from), LocalTime.parse(until))));
    }

    @Test
    void tells_that_a_danger_passes() {
      assertThat(text(say("đừng báo ban đêm"))).contains("22:00", "5:00", "trừ khi nguy hiểm");
    }

    @Test
    void may_be_taken_back() {
      assertThat(say("báo cả ban đêm").changes())
          .containsExactly(new ProfileChange.KeepQuiet(Quiet.NEVER));
    }

    @Test
    void ends_in_the_morning() {
      Quiet night = Quiet.between(LocalTime.of(22, 0), LocalTime.of(5, 0));

      assertThat(night.endsAfter(Instant.parse("2026-03-12T16:00:00Z")))
          .contains(Instant.parse("2026-03-12T22:00:00Z"));
      assertThat(night.endsAfter(Instant.parse("2026-03-12T21:00:00Z")))
          .contains(Instant.parse("2026-03-12T22:00:00Z"));
      assertThat(night.endsAfter(Instant.parse("2026-03-12T22:00:00Z"))).isEmpty();
    }
  }

  @Nested
  class BeingTold {
    private final LimitText texts = new LimitText(TestProvince.registry(), RULES);

    @Test
    void names_the_limit_the_value_and_what_to_do() {
      assertThat(texts.of(above(XUAN_HOA, 1), raised(1.24), Optional.of(Trend.RISING)))
          .hasValueSatisfying(
              text ->
                  assertThat(text)
                      .contains("Xuân Hòa đã trên 1 g/l", "1,24 g/l, đang lên", "nên ngưng tưới")
                      .contains("dưới 0,8 g/l", "DỪNG")
                      .doesNotContain("A-", "own."));
    }

    @Test
    void ends_with_an_all_clear() {
      AlertChange cleared =
          new AlertChange.Cleared(LimitRules.id(1), XUAN_HOA, Severity.WATCH, NOW, 0.7);

      assertThat(texts.of(above(XUAN_HOA, 1), cleared, Optional.empty()))
          .hasValueSatisfying(
              text -> assertThat(text).startsWith("✅").contains("trở lại dưới 0,8 g/l"));
    }

    private AlertChange raised(double value) {
      return new AlertChange.Raised(LimitRules.id(1), XUAN_HOA, Severity.WATCH, NOW, value);
    }
  }

  private Reply say(String text) {
    return new Conversation(
            TestProvince.registry(),
            latest,
            History.NONE,
            Talk.emptyOffice(),
            Talk.noPhotos(),
            Feeds.NONE,
            TestProvince.rules(),
            Duration.ofHours(3),
            settings)
        .answer(
            new CitizenEvent.Said("u1", text, NOW),
            new Profile(stations, limits, List.of(), quiet, open, List.of()),
            NOW);
  }

  private void measure(StationId station, double salinity) {
    latest.take(new Observation(station, Quantity.SALINITY, salinity, Quality.PASS, NOW));
  }

  private static Limit above(StationId station, double level) {
    return new Limit(station, Side.ABOVE, level);
  }

  private static SetLimit set(Reply reply) {
    return reply.changes().stream()
        .filter(SetLimit.class::isInstance)
        .map(SetLimit.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
