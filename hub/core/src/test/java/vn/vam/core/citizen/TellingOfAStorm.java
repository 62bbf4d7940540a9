package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Ending;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;

class TellingOfAStorm {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  private static final String RIVER = "sông Tiền";
  private final StormText text = new StormText(TestProvince.rules(), TestProvince.registry());
  private final AlertChange cleared =
      new AlertChange.Cleared(new RuleId("salt"), TestProvince.MY_THO, Severity.WATCH, NOON, 0.3);

  private static AlertChange raised(StationId station, double value) {
    return new AlertChange.Raised(
        new RuleId("salt-for-durian"), station, Severity.WATCH, NOON, value);
  }

  @Test
  void every_place_has_a_line_alarms_first() {
    assertThat(text.of(RIVER, List.of(cleared, raised(TestProvince.XUAN_HOA, 0.62)), false))
        .hasValue(
            """
            ⚠️ Nhiều nơi dọc sông Tiền cùng có tin:
            • Xuân Hòa: độ mặn trên 0,5 g/l (0,62 g/l)
            • Mỹ Tho: đã trở lại bình thường
            Nhắn tên trạm để biết rõ hơn. Muốn thôi nhận, chỉ cần nhắn: DỪNG""");
  }

  @Test
  void good_news_alone_looks_like_good_news() {
    AlertChange other =
        new AlertChange.Cleared(
            new RuleId("salt"), TestProvince.XUAN_HOA, Severity.WATCH, NOON, 0.3);

    assertThat(text.of(RIVER, List.of(cleared, other), false).orElseThrow())
        .startsWith("✅ Nhiều nơi dọc sông Tiền đã trở lại bình thường:\n• Mỹ Tho");
  }

  @Test
  void what_was_closed_by_hand_is_not_said_to_be_well_again() {
    AlertChange closed =
        new AlertChange.Cleared(
            new RuleId("salt"), TestProvince.XUAN_HOA, Severity.WATCH, NOON, 0.6, Ending.BY_HAND);

    assertThat(text.of(RIVER, List.of(cleared, closed), false).orElseThrow())
        .startsWith("ℹ️ Nhiều nơi dọc sông Tiền có tin đã hết hoặc không báo tiếp:")
        .contains("• Mỹ Tho: đã trở lại bình thường")
        .contains("• Xuân Hòa: người trực đã đóng tin, chưa chắc đã trở lại bình thường");
  }

  @Test
  void what_nobody_watches_any_more_is_not_said_to_be_well_again() {
    AlertChange left =
        new AlertChange.Cleared(
            new RuleId("gone"), TestProvince.XUAN_HOA, Severity.WATCH, NOON, 0.6, Ending.UNWATCHED);

    assertThat(text.of(RIVER, List.of(cleared, left), false).orElseThrow())
        .startsWith("ℹ️ Nhiều nơi dọc sông Tiền có tin đã hết hoặc không báo tiếp:")
        .contains("• Xuân Hòa: không còn theo dõi, chưa chắc đã trở lại bình thường");
  }

  @Test
  void a_repetition_says_so() {
    assertThat(text.of(RIVER, List.of(raised(TestProvince.XUAN_HOA, 0.62), cleared), true))
        .hasValueSatisfying(words -> assertThat(words).endsWith("(tin này có thể lặp lại)"));
  }

  @Test
  void it_stays_a_message_however_many_there_are() {
    List<AlertChange> sixty =
        IntStream.range(0, 60).mapToObj(i -> raised(TestProvince.XUAN_HOA, 1 + i)).toList();

    assertThat(text.of(RIVER, sixty, false))
        .hasValueSatisfying(
            words -> assertThat(words).contains("… và 40 nơi nữa").hasSizeLessThan(2_000));
  }

  @Test
  void what_left_the_configuration_is_told_no_more() {
    assertThat(text.of(RIVER, List.of(raised(new StationId("gone"), 1)), false)).isEmpty();
  }
}
