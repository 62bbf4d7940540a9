package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.core.live.Trend;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Ending;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;

class WritingAlerts {
  private static final Instant AT = Instant.parse("2026-03-12T05:05:00Z");
  private static final RuleId DURIAN = new RuleId("salt-for-durian");

  private final AlertText alertText = new AlertText(TestProvince.rules(), TestProvince.registry());

  static Set<String> keys() {
    return AlertText.keys();
  }

  @Test
  void a_raised_alert_tells_value_limit_trend_time_number_and_how_to_stop() {
    String text =
        alertText.of(raised(DURIAN, 0.62), Optional.of(Trend.RISING), false).orElseThrow();

    assertThat(text)
        .contains(
            "Xuân Hòa", "0,62 g/l, đang lên", "trên 0,5 g/l", "12:05 ngày 12/3", "A-1042", "DỪNG")
        .doesNotContain("lặp lại");
  }

  @Test
  void a_cleared_alert_tells_that_it_is_safe_again() {
    AlertChange change =
        new AlertChange.Cleared(DURIAN, TestProvince.XUAN_HOA, Severity.WATCH, AT, 0.35);

    String text =
        alertText.of(new AlertNotice(1, "A-1042", change), Optional.empty(), false).orElseThrow();

    assertThat(text).contains("an toàn trở lại", "0,35 g/l, mức an toàn là dưới 0,4 g/l", "A-1042");
  }

  @Test
  void one_that_was_closed_by_hand_is_not_said_to_be_safe() {
    AlertChange change =
        new AlertChange.Cleared(
            DURIAN, TestProvince.XUAN_HOA, Severity.WATCH, AT, 0.62, Ending.BY_HAND);

    assertThat(alertText.of(new AlertNotice(1, "A-1042", change), Optional.empty(), false))
        .contains(
            """
            ℹ️ Người trực đã đóng tin số A-1042 tại Xuân Hòa lúc 12:05 ngày 12/3.
            Như vậy chưa có nghĩa là đã trở lại bình thường. Muốn biết hiện nay ra sao, bà con nhắn: Xuân Hòa
            Muốn thôi nhận, chỉ cần nhắn: DỪNG""");
  }

  @Test
  void one_that_nobody_watches_any_more_is_told_so_though_its_rule_and_station_are_gone() {
    AlertChange change =
        new AlertChange.Cleared(
            new RuleId("gone"),
            new StationId("go-cat"),
            Severity.WATCH,
            AT,
            0.62,
            Ending.UNWATCHED);
    AlertText remembering =
        new AlertText(
            List.of(),
            TestProvince.registry().remembering(Map.of(new StationId("go-cat"), "Gò Cát")));

    String text =
        remembering.of(new AlertNotice(1, "A-9", change), Optional.empty(), false).orElseThrow();

    assertThat(text)
        .startsWith(
            "ℹ️ Từ 12:05 ngày 12/3, Vàm không còn theo dõi điều đã báo ở Gò Cát (tin số A-9)")
        .contains("chưa có nghĩa là đã trở lại bình thường")
        .doesNotContain("an toàn");
  }

  @Test
  void what_may_have_arrived_before_says_so() {
    assertThat(alertText.of(raised(DURIAN, 0.62), Optional.empty(), true).orElseThrow())
        .endsWith("\n(tin này có thể lặp lại)");
  }

  @Test
  void traffic_is_told_in_its_own_units() {
    AlertChange change =
        new AlertChange.Raised(
            new RuleId("slow"), TestProvince.TRUNG_LUONG, Severity.WATCH, AT, 9.4);

    assertThat(
            alertText.of(new AlertNotice(1, "A-7", change), Optional.empty(), false).orElseThrow())
        .contains("Trung Lương", "9,4 km/h", "dưới 15 km/h");
  }

  @Test
  void a_rule_or_station_that_left_the_configuration_has_no_text() {
    AlertChange gone = new AlertChange.Raised(DURIAN, new StationId("gone"), Severity.WATCH, AT, 1);

    assertThat(alertText.of(raised(new RuleId("gone"), 1), Optional.empty(), false)).isEmpty();
    assertThat(alertText.of(new AlertNotice(1, "A-1", gone), Optional.empty(), false)).isEmpty();
  }

  @Test
  void a_rule_with_an_unknown_text_is_refused_with_the_known_ones() {
    Rule rule = TestProvince.rule("x", TestProvince.XUAN_HOA, 1, 0.5, "vi/sugar", Duration.ZERO);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AlertText(List.of(rule), TestProvince.registry()))
        .withMessageContainingAll("rule x", "vi/sugar", "vi/salt-for-durian");
  }

  @ParameterizedTest
  @MethodSource("keys")
  void every_text_is_complete_and_composed(String key) {
    Rule rule = TestProvince.rule("x", TestProvince.XUAN_HOA, 1, 0.5, key, Duration.ZERO);
    AlertText text = new AlertText(List.of(rule), TestProvince.registry());

    String written = text.of(raised(rule.id(), 2), Optional.empty(), true).orElseThrow();

    assertThat(Normalizer.isNormalized(written, Normalizer.Form.NFC)).isTrue();
    assertThat(written).hasSizeLessThan(2_000).doesNotContain("{", "}").contains("DỪNG");
  }

  private static AlertNotice raised(RuleId rule, double value) {
    return new AlertNotice(
        1,
        "A-1042",
        new AlertChange.Raised(rule, TestProvince.XUAN_HOA, Severity.WATCH, AT, value));
  }
}
