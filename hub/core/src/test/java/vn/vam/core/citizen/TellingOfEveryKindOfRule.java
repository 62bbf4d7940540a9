package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Measure;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Rung;
import vn.vam.core.rule.Schedule;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/** What citizens read of alerts that are more than a level. */
class TellingOfEveryKindOfRule {
  private static final RuleId ID = new RuleId("one");
  private static final Instant AT = Instant.parse("2026-03-12T05:05:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private static Condition.Beyond salt(Measure measure, Level level) {
    return new Condition.Beyond(Quantity.SALINITY, measure, level);
  }

  private static Rule rule(Condition raise, Condition clear, String text, Rung... ladder) {
    return new Rule(
        ID,
        Optional.of(Quantity.SALINITY),
        Set.of(TestProvince.XUAN_HOA),
        Optional.empty(),
        raise,
        Duration.ZERO,
        clear,
        Duration.ZERO,
        Severity.WATCH,
        List.of(ladder),
        Schedule.ALWAYS,
        Optional.empty(),
        text,
        HOUR);
  }

  private static String told(Rule rule, AlertChange change) {
    return new AlertText(List.of(rule), TestProvince.registry())
        .of(new AlertNotice(1, "A-7", change), Optional.empty(), false)
        .orElseThrow();
  }

  private static AlertChange raised(double value) {
    return new AlertChange.Raised(ID, TestProvince.XUAN_HOA, Severity.WATCH, AT, value);
  }

  private static AlertChange cleared(double value) {
    return new AlertChange.Cleared(ID, TestProvince.XUAN_HOA, Severity.WATCH, AT, value);
  }

  @Test
  void a_rise_tells_how_far_and_how_fast() {
    Measure rise = new Measure.Rise(HOUR);
    Rule rule =
        rule(salt(rise, new Level.AtLeast(1)), salt(rise, new Level.Below(1)), "vi/changing");

    assertThat(told(rule, raised(1.2)))
        .contains("Xuân Hòa", "độ mặn tăng từ 1 g/l trở lên trong 1 giờ", "đã thay đổi 1,2 g/l");
    assertThat(told(rule, cleared(0.1))).contains("đã ổn định trở lại", "12:05 ngày 12/3");
  }

  @Test
  void a_mean_says_that_it_is_one() {
    Measure mean = new Measure.Mean(Duration.ofMinutes(15));
    Rule rule = rule(salt(mean, new Level.Above(0.5)), salt(mean, new Level.Below(0.4)), "vi/salt");

    assertThat(told(rule, raised(0.62))).contains("0,62 g/l", "trung bình 15 phút trên 0,5 g/l");
  }

  @Test
  void a_count_of_values_tells_how_many() {
    Measure times = new Measure.Times(new Level.Above(0.5), HOUR);
    Rule rule =
        rule(salt(times, new Level.AtLeast(3)), salt(times, new Level.Below(3)), "vi/measured");

    assertThat(told(rule, raised(3)))
        .contains("độ mặn trên 0,5 g/l từ 3 lần trở lên trong 1 giờ", "là 3 lần");
  }

  @Test
  void silence_is_no_all_clear() {
    Condition.Silent silent = new Condition.Silent(Optional.empty(), Duration.ofHours(3));
    Rule rule = rule(silent, new Condition.Heard(silent), "vi/silent");

    assertThat(told(rule, raised(180)))
        .contains("đã 3 giờ không gửi số liệu", "đừng coi là an toàn");
    assertThat(told(rule, cleared(0))).contains("đã có số liệu trở lại");
  }

  @Test
  void silence_of_one_device_names_it_and_does_not_say_that_nothing_is_known() {
    Condition.Silent silent = new Condition.Silent(Optional.empty(), Duration.ofHours(3));
    Rule rule = rule(silent, new Condition.Heard(silent), "vi/silent");
    List<DeviceId> devices = List.of(new DeviceId("xuan-hoa-3"), new DeviceId("xuan-hoa-2"));
    AlertChange raised =
        new AlertChange.Raised(ID, TestProvince.XUAN_HOA, Severity.WATCH, AT, 180, devices);
    AlertChange escalated =
        new AlertChange.Escalated(ID, TestProvince.XUAN_HOA, Severity.WATCH, AT, 180, devices);

    assertThat(told(rule, raised))
        .contains("Xuân Hòa, thiết bị xuan-hoa-2, xuan-hoa-3 đã 3 giờ không gửi số liệu")
        .doesNotContain("Hiện không biết");
    assertThat(told(rule, escalated)).contains("không gửi số liệu: xuan-hoa-2, xuan-hoa-3,");
  }

  @Test
  void a_text_that_has_no_words_for_devices_names_them_behind_the_station() {
    Measure newest = new Measure.Newest();
    Rule rule =
        rule(salt(newest, new Level.Above(0.5)), salt(newest, new Level.Below(0.4)), "vi/salt");
    List<DeviceId> devices = List.of(new DeviceId("xuan-hoa-2"));

    assertThat(
            told(
                rule,
                new AlertChange.Raised(ID, TestProvince.XUAN_HOA, Severity.WATCH, AT, 1, devices)))
        .contains("Xuân Hòa (thiết bị xuan-hoa-2)");
  }

  @Test
  void what_a_camera_saw_is_told_in_words() {
    Condition seen = seen(new Level.AtLeast(5));
    Rule rule = rule(seen, seen(new Level.Below(5)), "vi/seen");

    assertThat(told(rule, raised(5)))
        .contains("camera thấy nước ngập từ 5 lần trở lên trong 10 phút", "5 lần.");
  }

  private static Condition seen(Level times) {
    return new Condition.Seen(
        Optional.empty(), CameraEventType.FLOOD, Duration.ofMinutes(10), times);
  }

  @Test
  void an_escalation_tells_the_level_of_its_own_step() {
    Measure newest = new Measure.Newest();
    Rule rule =
        rule(
            salt(newest, new Level.Above(0.5)),
            salt(newest, new Level.Below(0.4)),
            "vi/salt",
            new Rung(Severity.DANGER, salt(newest, new Level.Above(4)), Duration.ZERO));
    AlertChange escalated =
        new AlertChange.Escalated(ID, TestProvince.XUAN_HOA, Severity.DANGER, AT, 4.4);

    assertThat(told(rule, escalated))
        .contains("lên mức cao hơn", "4,4 g/l", "mức báo mới là trên 4 g/l", "A-7");
  }

  @Test
  void several_stations_are_told_together() {
    Condition part = salt(new Measure.Newest(), new Level.Above(0.5));
    Condition safe = salt(new Measure.Newest(), new Level.Below(0.4));
    Rule rule =
        rule(
            new Condition.Several(List.of(part, part, part), 2),
            new Condition.Several(List.of(safe, safe, safe), 2),
            "vi/measured");

    assertThat(told(rule, raised(0.6))).contains("độ mặn trên 0,5 g/l tại ít nhất 2 trong 3 nơi");
  }

  @Test
  void either_of_two_quantities_keeps_its_unit() {
    Condition salt = salt(new Measure.Newest(), new Level.Above(0.5));
    Condition level =
        new Condition.Beyond(Quantity.LEVEL, new Measure.Newest(), new Level.Above(2));
    Rule rule =
        rule(
            new Condition.Several(List.of(salt, level), 1),
            new Condition.Several(List.of(salt, level), 2),
            "vi/measured");

    assertThat(told(rule, raised(0.6)))
        .contains("độ mặn trên 0,5 g/l hoặc mực nước trên 2 m", "0,6 g/l");
    assertThat(told(rule, raised(3))).contains("3 g/l hoặc 3 m");
  }

  @Test
  void stations_that_each_have_conditions_of_their_own_are_told_as_places() {
    Condition.Beyond high = salt(new Measure.Newest(), new Level.Above(0.5));
    Condition.Beyond rising = salt(new Measure.Rise(HOUR), new Level.AtLeast(1));
    StationId other = new StationId("my-tho");
    Condition here =
        new Condition.Several(
            List.of(high.at(TestProvince.XUAN_HOA), rising.at(TestProvince.XUAN_HOA)), 1);
    Condition there = new Condition.Several(List.of(high.at(other), rising.at(other)), 1);
    Rule rule =
        rule(
            new Condition.Several(List.of(here, there), 2),
            new Condition.Several(List.of(here, there), 1),
            "vi/measured");

    assertThat(told(rule, raised(0.6)))
        .contains("độ mặn trên 0,5 g/l hoặc tăng", "tại ít nhất 2 trong 2 nơi");
  }

  @Test
  void only_texts_that_are_true_of_a_condition_suit_it() {
    assertThat(AlertTexts.of(seen(new Level.AtLeast(1)))).containsExactly("vi/seen");
    assertThat(AlertTexts.of(salt(new Measure.Rise(HOUR), new Level.AtLeast(1))))
        .containsExactly("vi/changing", "vi/measured");
  }
}
