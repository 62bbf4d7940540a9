package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.citizen.Talk.payloads;
import static vn.vam.core.citizen.Talk.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.chart.SaltChart;
import vn.vam.core.citizen.History.Past;
import vn.vam.core.dossier.TryLimits;
import vn.vam.core.feed.Feeds;
import vn.vam.core.limit.Limit;
import vn.vam.core.limit.Limit.Side;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.notify.Shown;
import vn.vam.core.point.Sample;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Observation;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Position;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

/** Tide, limits, places and the day before: what is told beside the newest value. */
class AskingAboutTheWater {
  /** Noon of the day of the highest salinity; the tide falls. */
  private static final Instant NOW = Instant.parse("2024-03-12T05:00:00Z");

  private static final StationId XUAN_HOA = new StationId("xuan-hoa");
  private static final Registry RIVER =
      new Registry(
          List.of(
              station("xuan-hoa", "Xuân Hòa", 10.33656, 106.41029, Optional.of(42.0)),
              station("vam-giong", "Vàm Giồng", 10.30214, 106.54872, Optional.of(23.0)),
              station("go-cat", "Gò Cát", 10.36461, 106.37020, Optional.empty()),
              station("rach-bun", "Rạch Bùn", 10.36023, 106.77592, Optional.empty())),
          List.of());

  private final LatestReadings latest = new LatestReadings(Duration.ofHours(3));
  private final List<Limit> limits = new ArrayList<>();
  private final List<Sample> past = new ArrayList<>();
  private boolean storeIsAway;
  private Optional<OpenQuestion> open = Optional.empty();
  private ChatSettings settings = ChatSettings.USUAL;

  @Nested
  class TheValueNow {
    @Test
    void comes_with_the_next_high_and_low_water() {
      measure(XUAN_HOA, 3.2, NOW);

      assertThat(text(say("xuân hòa")))
          .containsPattern("nước lớn chừng \\d+:\\d\\d (hôm nay|ngày mai)")
          .containsPattern("nước ròng chừng \\d+:\\d\\d (hôm nay|ngày mai)");
    }

    @Test
    void tells_since_when_it_is_that_salt_and_beyond_ones_own_limits() {
      limits.add(new Limit(XUAN_HOA, Side.ABOVE, 2.5));
      measure(XUAN_HOA, 1.8, NOW.minus(Duration.ofHours(3)));
      measure(XUAN_HOA, 2.2, NOW.minus(Duration.ofHours(2)));
      measure(XUAN_HOA, 2.8, NOW.minus(Duration.ofHours(1)));
      measure(XUAN_HOA, 3.2, NOW);

      assertThat(text(say("xuân hòa")))
          .contains("Độ mặn ở đó trên 2 g/l từ chừng 10:00 hôm nay.")
          .contains("Đã quá mức bà con đặt (trên 2,5 g/l) 0,7 g/l, từ chừng 11:00 hôm nay.");
    }

    @Test
    void says_that_it_does_not_know_what_was_before_the_first_value() {
      measure(XUAN_HOA, 3.2, NOW.minus(Duration.ofHours(1)));
      measure(XUAN_HOA, 3.2, NOW);

      assertThat(text(say("xuân hòa")))
          .contains("trên 2 g/l ít nhất từ 11:00 hôm nay, trước đó không rõ");
    }

    @Test
    void says_of_one_value_alone_nothing_of_the_time_before() {
      measure(XUAN_HOA, 3.2, NOW);

      assertThat(text(say("xuân hòa"))).doesNotContain("trên 2 g/l");
    }

    @Test
    void tells_no_tide_where_nobody_knows_it() {
      measure(new StationId("go-cat"), 3.2, NOW);

      assertThat(text(say("gò cát"))).contains("3,2 g/l").doesNotContain("con nước");
    }

    @Test
    void tells_the_distance_to_ones_own_limits() {
      limits.add(new Limit(XUAN_HOA, Side.ABOVE, 4));
      limits.add(new Limit(XUAN_HOA, Side.BELOW, 3.5));
      measure(XUAN_HOA, 3.2, NOW);

      assertThat(text(say("xuân hòa")))
          .contains("Còn cách mức bà con đặt (trên 4 g/l) 0,8 g/l")
          .contains("Đã quá mức bà con đặt (dưới 3,5 g/l) 0,3 g/l");
    }
  }

  @Test
  void buttons_behind_a_chart_of_three_days_draw_three_days() {
    assertThat(payloads(say("biểu đồ 3 ngày"))).contains("#bieudo xuan-hoa 3");
    assertThat(payloads(say("biểu đồ"))).contains("#bieudo xuan-hoa");
    assertThat(new Understanding(RIVER).understand("#bieudo xuan-hoa 3"))
        .isEqualTo(new Intent.AskChart(XUAN_HOA, 3));
    assertThat(new Understanding(RIVER).understand("#bieudo xuan-hoa"))
        .isEqualTo(new Intent.AskChart(XUAN_HOA, 1));
  }

  @Nested
  class WhenItWillBeSafe {
    @Test
    void is_not_promised_where_it_is_far_away() {
      measure(XUAN_HOA, 6, NOW);

      assertThat(text(say("khi nào xuân hòa an toàn")))
          .contains("6 g/l, chưa dưới 0,5 g/l", "chưa thấy lúc nào", "không biết");
    }

    @Test
    void is_a_window_between_two_tides_and_a_word_of_caution() {
      limits.add(new Limit(XUAN_HOA, Side.ABOVE, 4));
      measure(XUAN_HOA, 4.4, NOW.minus(Duration.ofHours(6)));
      measure(XUAN_HOA, 4.1, NOW.minus(Duration.ofHours(5)));

      String answer = text(say("khi nao xuan hoa het man", NOW.minus(Duration.ofHours(4))));

      assertThat(answer)
          .contains("chưa dưới 4 g/l")
          .containsPattern("từ khoảng \\d+:\\d\\d hôm nay đến \\d+:\\d\\d")
          .contains("đo lại");
    }

    @Test
    void is_not_known_without_a_fresh_value() {
      measure(XUAN_HOA, 1, NOW.minus(Duration.ofHours(5)));

      assertThat(text(say("khi nào xuân hòa an toàn"))).startsWith("Không biết");
    }

    @Test
    void is_not_known_without_a_tide() {
      measure(new StationId("go-cat"), 2, NOW);

      assertThat(text(say("khi nào gò cát hết mặn"))).contains("chưa tính được con nước");
    }

    @Test
    void is_asked_back_for_the_station_and_a_bare_name_is_enough() {
      measure(XUAN_HOA, 6, NOW);
      Reply asked = say("khi nào lấy nước được");
      assertThat(Talk.asked(asked)).contains(new OpenQuestion.WhereSafe());
      assertThat(payloads(asked)).contains("#antoan xuan-hoa");

      open = Optional.of(new OpenQuestion.WhereSafe());
      assertThat(text(say("xuan hoa"))).contains("chưa dưới 0,5 g/l");
    }
  }

  @Nested
  class ASharedPlace {
    @Test
    void brings_the_nearest_stations_with_their_values() {
      measure(XUAN_HOA, 3.2, NOW);

      Reply reply = answer(new CitizenEvent.SentPlace("u1", new Position(10.34, 106.42), NOW));

      assertThat(text(reply).lines().skip(1))
          .first()
          .asString()
          .contains("Xuân Hòa: 3,2 g/l")
          .containsPattern("cách chừng 1(,\\d)? km");
      assertThat(payloads(reply))
          .containsExactly("#doman xuan-hoa", "#doman go-cat", "#doman vam-giong");
    }
  }

  @Nested
  class TheLastDay {
    @BeforeEach
    void the_water_rises() {
      IntStream.range(0, 24).filter(hour -> hour != 3).forEach(hour -> past.add(sample(hour)));
    }

    @Test
    void is_told_in_letters_where_no_picture_gets_through() {
      assertThat(text(say("biểu đồ xuân hòa")))
          .containsPattern("▁+▂+·▂+▃+▄+▅+▆+▇+█+")
          .contains("thấp nhất 0 g/l", "cao nhất 2,3 g/l", "Mỗi cột 1 giờ");
    }

    @Test
    void is_a_picture_with_the_turns_of_the_tide_and_the_classes_of_water() {
      Shown.Picture shown = picture(say("biểu đồ xuân hòa"));

      assertThat(shown.caption())
          .contains("cao nhất 2,3 g/l", "biểu đồ Xuân Hòa 3 ngày")
          .doesNotContain("█");
      assertThat(shown.chart().title()).isEqualTo("Độ mặn Xuân Hòa");
      assertThat(shown.chart().points()).hasSize(23);
      assertThat(shown.chart().marks())
          .extracting(SaltChart.Mark::level)
          .containsExactly(0.5, 1.0, 2.0, 4.0);
      assertThat(shown.chart().marks().getFirst().words()).isEqualTo("trên 0,5 g/l: hơi mặn");
      assertThat(shown.chart().tides())
          .hasSizeBetween(2, 5)
          .isSortedAccordingTo(Comparator.comparing(SaltChart.Tide::at));
    }

    @Test
    void shows_ones_own_limits_instead_of_the_classes() {
      limits.add(new Limit(XUAN_HOA, Side.ABOVE, 1.5));
      limits.add(new Limit(new StationId("go-cat"), Side.ABOVE, 3));

      assertThat(picture(say("biểu đồ xuân hòa")).chart().marks())
          .containsExactly(new SaltChart.Mark(1.5, "mức bà con đặt: 1,5 g/l"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "biểu đồ xuân hòa 3 ngày",
          "bieu do xuan hoa may bua nay",
          "diễn biến ba ngày xuân hòa"
        })
    void may_be_three_days(String question) {
      SaltChart chart = picture(say(question)).chart();

      assertThat(Duration.between(chart.from(), chart.to())).isEqualTo(Duration.ofDays(3));
    }

    @ParameterizedTest
    @CsvSource({
      "biểu đồ, 1, xuân hòa",
      "bieu do, 1, tram xuan hoa nha",
      "biểu đồ 3 ngày, 3, Xuân Hòa",
      "bieu do 3 ngay, 3, xuan hoa"
    })
    void is_asked_back_for_the_station_and_a_bare_name_is_enough(
        String question, int days, String name) {
      OpenQuestion which = new OpenQuestion.WhereChart(days);
      assertThat(say(question).changes()).containsExactly(new ProfileChange.Ask(which));

      open = Optional.of(which);
      Reply reply = say(name);

      SaltChart chart = picture(reply).chart();
      assertThat(Duration.between(chart.from(), chart.to())).isEqualTo(Duration.ofDays(days));
      assertThat(reply.changes())
          .containsExactly(
              new ProfileChange.Ask(new OpenQuestion.TalkingOf(TestProvince.XUAN_HOA)));
    }

    @Test
    void is_not_what_somebody_wants_who_asks_for_something_else_meanwhile() {
      measure(XUAN_HOA, 3.2, NOW);
      open = Optional.of(new OpenQuestion.WhereChart(1));

      assertThat(text(say("xuan hoa man chua"))).contains("độ mặn 3,2 g/l");
    }

    private static Shown.Picture picture(Reply reply) {
      return (Shown.Picture) reply.messages().getFirst().shown().orElseThrow();
    }

    @Test
    void is_not_drawn_from_one_value() {
      past.clear();
      past.add(sample(1));

      assertThat(text(say("bieu do xuan hoa"))).contains("chưa có đủ số đo");
    }

    @Test
    void that_cannot_be_looked_up_now_blames_no_station() {
      storeIsAway = true;

      Reply reply = say("biểu đồ xuân hòa");

      assertThat(text(reply))
          .isEqualTo(
              "Kho số liệu đang bận nên lúc này chưa vẽ được biểu đồ Xuân Hòa. Bà con hỏi lại sau"
                  + " ít phút nhé. Muốn xem số đo mới nhất, bà con nhắn: độ mặn Xuân Hòa.");
      assertThat(reply.messages().getFirst().shown()).isEmpty();
    }

    private Sample sample(int hour) {
      return new Sample(
          NOW.minus(Duration.ofHours(24)).plus(Duration.ofHours(hour)),
          hour / 10.0,
          Optional.empty(),
          Optional.empty());
    }
  }

  @Nested
  class NotBeingUnderstood {
    @Test
    void three_times_offers_a_human() {
      settings =
          new ChatSettings(
              ChatSettings.USUAL.limits(),
              Quiet.NEVER,
              Optional.empty(),
              Optional.of("0273 000 000"),
              TryLimits.USUAL,
              false,
              ChatSettings.USUAL_STORM,
              List.of());

      for (int times = 1; times <= 3; times++) {
        Reply reply = say("ừm thì là mà");
        assertThat(reply.changes())
            .containsExactly(new ProfileChange.Ask(new OpenQuestion.Missed(times)));
        assertThat(text(reply).contains("0273 000 000")).isEqualTo(times == 3);
        open = Optional.of(new OpenQuestion.Missed(times));
      }
      assertThat(say("menu").changes()).containsExactly(new ProfileChange.AskNothing());
    }

    @Test
    void asking_for_a_human_is_honest_where_there_is_none() {
      assertThat(text(say("gặp nhân viên"))).contains("chỉ có máy trả lời");
    }
  }

  private static Station station(
      String id, String name, double lat, double lon, Optional<Double> km) {
    return new Station(
        new StationId(id), name, Kind.SALINITY, List.of(), Optional.of(new Position(lat, lon)), km);
  }

  private void measure(StationId station, double salinity, Instant at) {
    latest.take(new Observation(station, Quantity.SALINITY, salinity, Quality.PASS, at));
  }

  private Reply say(String text) {
    return say(text, NOW);
  }

  private Reply say(String text, Instant now) {
    return answer(new CitizenEvent.Said("u1", text, now), now);
  }

  private Reply answer(CitizenEvent event) {
    return answer(event, NOW);
  }

  private Reply answer(CitizenEvent event, Instant now) {
    return new Conversation(
            RIVER,
            latest,
            (station, from, to, every) ->
                storeIsAway ? new Past.Unavailable() : new Past.Kept(past),
            Talk.emptyOffice(),
            Talk.noPhotos(),
            Feeds.NONE,
            List.of(),
            Duration.ofHours(3),
            settings)
        .answer(
            event,
            new Profile(List.of(), limits, List.of(), Optional.empty(), open, List.of()),
            now);
  }
}
