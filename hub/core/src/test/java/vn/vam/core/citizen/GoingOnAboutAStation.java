package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.limit.Limit.Side;

/** Who was told of a station's water goes on about it without naming it again. */
class GoingOnAboutAStation {
  private static final OpenQuestion TALKING = new OpenQuestion.TalkingOf(TestProvince.XUAN_HOA);

  private final Understanding understanding = TestProvince.understanding();

  private Intent then(String text) {
    return understanding.understand(text, Optional.of(TALKING));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chừng nào lấy nước được",
        "o do khi nao het man",
        "vay mai lay nuoc duoc khong",
        "mai thì sao",
        "bay gio tuoi sau rieng duoc chua",
        "nước lớn mấy giờ"
      })
  void when_it_will_be_safe_is_asked_of_that_station(String text) {
    assertThat(then(text)).isEqualTo(new Intent.AskSafe(TestProvince.XUAN_HOA));
  }

  @Test
  void a_chart_and_a_limit_are_of_that_station() {
    assertThat(then("biểu đồ 3 ngày")).isEqualTo(new Intent.AskChart(TestProvince.XUAN_HOA, 3));
    assertThat(then("báo tôi khi trên 1"))
        .isEqualTo(new Intent.SetLimit(TestProvince.XUAN_HOA, Optional.of(Side.ABOVE), 1));
  }

  @ParameterizedTest
  @CsvSource({
    "khi nào mỹ tho hết mặn, AskSafe",
    "khi nào cái bè hết mặn, AskSafeWhich",
    "độ mặn các trạm, AskSalinityAll",
    "kẹt xe không, AskTraffic",
    "cảm ơn con, Thanks",
    "DỪNG, Unsubscribe",
    "không, Unknown"
  })
  void another_place_or_another_matter_is_not_taken_for_it(String text, String intent) {
    assertThat(then(text).getClass().getSimpleName()).isEqualTo(intent);
    assertThat(then(text)).isNotEqualTo(new Intent.AskSafe(TestProvince.XUAN_HOA));
  }

  @Test
  void nobody_goes_on_about_a_station_that_was_not_spoken_of() {
    assertThat(understanding.understand("mai thì sao")).isEqualTo(new Intent.Unknown());
    assertThat(understanding.understand("chừng nào lấy nước được"))
        .isEqualTo(new Intent.AskSafeWhich(List.of()));
  }

  @Test
  void what_is_talked_of_is_kept_as_a_word_and_read_again() {
    assertThat(OpenQuestion.read(TALKING.written())).contains(TALKING);
    assertThat(OpenQuestion.read("of")).isEmpty();
  }
}
