package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.feed.Feeds;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.point.Sample;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Observation;

/** What the water was like on a day that is over, by what the store kept. */
class AskingAboutYesterday {
  /** Ten past noon. */
  private static final Instant NOW = Instant.parse("2026-03-12T05:10:00Z");

  /** Midnight in Việt Nam, when the day before began. */
  private static final Instant YESTERDAY = Instant.parse("2026-03-10T17:00:00Z");

  private final LatestReadings latest = new LatestReadings(Duration.ofHours(3));
  private final List<Sample> kept = new ArrayList<>();
  private final List<Instant> looked = new ArrayList<>();
  private boolean storeIsAway;
  private final Asked citizen =
      new Asked(
          new Conversation(
              TestProvince.registry(),
              latest,
              (station, from, to, every) -> {
                looked.addAll(List.of(from, to));
                return storeIsAway
                    ? new History.Past.Unavailable()
                    : new History.Past.Kept(
                        kept.stream()
                            .filter(one -> !one.time().isBefore(from) && one.time().isBefore(to))
                            .toList());
              },
              Talk.emptyOffice(),
              Talk.noPhotos(),
              Feeds.NONE,
              List.of(),
              Duration.ofHours(3),
              ChatSettings.USUAL),
          Profile.EMPTY,
          NOW);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xuân hòa hôm qua",
        "hom qua xuan hoa man bao nhieu",
        "độ mặn xuân hòa bữa qua sao"
      })
  void the_highest_the_lowest_and_the_mean_of_that_day_are_told(String question) {
    nowIt(9.5);
    at(0, 1.0);
    at(10, 4.0);
    at(23, 2.5);

    assertThat(citizen.hears(question))
        .isEqualTo(
            "Độ mặn Xuân Hòa hôm qua, 11/3/2026: cao nhất 4 g/l lúc 10:00 hôm qua, thấp nhất 1 g/l"
                + " lúc 0:00 hôm qua, trung bình 2,5 g/l.");
  }

  @Test
  void the_day_is_one_of_viet_nam_from_midnight_to_midnight() {
    citizen.says("xuân hòa hôm qua");

    assertThat(looked).containsExactly(YESTERDAY, YESTERDAY.plus(Duration.ofDays(1)));
  }

  @Test
  void the_day_before_yesterday_is_told_of_likewise() {
    kept.add(sample(YESTERDAY.minus(Duration.ofHours(12)), 3));

    assertThat(citizen.hears("xuân hòa hôm kia")).contains("hôm kia, 10/3/2026", "3 g/l");
  }

  @Test
  void where_values_are_of_a_part_of_the_day_that_is_said() {
    at(6, 1.0);
    at(9, 2.0);

    assertThat(citizen.hears("xuân hòa hôm qua"))
        .endsWith("Hôm đó chỉ có số đo từ 6:00 hôm qua đến 9:15 hôm qua.");
  }

  @Test
  void where_there_are_none_that_is_said_and_not_the_value_of_now() {
    nowIt(9.5);

    assertThat(citizen.hears("xuân hòa hôm qua"))
        .contains("Không có số đo nào")
        .doesNotContain("9,5");
  }

  @Test
  void where_the_store_is_away_that_is_said() {
    storeIsAway = true;

    assertThat(citizen.hears("xuân hòa hôm qua")).contains("Kho số liệu đang bận");
  }

  @Test
  void who_names_no_station_is_asked_for_one_and_a_bare_name_will_do() {
    at(10, 4.0);

    assertThat(citizen.hears("hôm qua mặn bao nhiêu")).contains("trạm nào");
    assertThat(citizen.hears("xuan hoa")).contains("hôm qua", "4 g/l");
  }

  @ParameterizedTest
  @ValueSource(strings = {"còn hôm qua", "hôm qua thì sao", "hom qua man bao nhieu"})
  void behind_an_answer_about_a_station_that_one_is_meant(String words) {
    at(10, 4.0);
    nowIt(9.5);
    citizen.says("xuân hòa");

    assertThat(citizen.hears(words)).contains("Xuân Hòa hôm qua", "4 g/l");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nước xuân hòa có mặn hơn hôm qua không",
        "hôm qua xuân hòa mặn quá, hôm nay sao rồi"
      })
  void who_speaks_of_now_beside_it_is_told_of_now(String question) {
    nowIt(9.5);

    assertThat(citizen.hears(question)).contains("9,5 g/l");
  }

  private void at(int hour, double value) {
    kept.add(sample(YESTERDAY.plus(Duration.ofHours(hour)), value));
  }

  private static Sample sample(Instant time, double value) {
    return new Sample(time, value, Optional.empty(), Optional.empty());
  }

  private void nowIt(double value) {
    latest.take(
        new Observation(TestProvince.XUAN_HOA, Quantity.SALINITY, value, Quality.PASS, NOW));
  }
}
