package vn.vam.core.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertState;
import vn.vam.core.notify.Button;
import vn.vam.core.notify.Draft;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;
import vn.vam.testing.Alerts;

class CallingOperators {
  private final Calls calls = new Calls(Shift.operators());
  private final CallDrafts drafts = new CallDrafts(Shift.line());

  @Test
  void the_first_step_is_due_at_once() {
    assertThat(due(0, Duration.ZERO))
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.steps()).isEqualTo(1);
              assertThat(call.roles()).isEqualTo("duty");
              assertThat(call.people()).containsExactly(Shift.DUTY, Shift.DESK);
            });
  }

  @Test
  void what_is_told_is_not_due_again() {
    assertThat(due(1, Duration.ofMinutes(9))).isEmpty();
  }

  @Test
  void the_next_step_is_due_to_the_second() {
    assertThat(due(1, Duration.ofMinutes(10).minusMillis(1))).isEmpty();
    assertThat(due(1, Duration.ofMinutes(10)))
        .singleElement()
        .satisfies(call -> assertThat(call.people()).containsExactly(Shift.CHIEF));
  }

  @Test
  void steps_that_came_due_while_the_hub_was_away_are_told_together() {
    assertThat(due(0, Duration.ofHours(2)))
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.steps()).isEqualTo(3);
              assertThat(call.people()).containsExactly(Shift.DUTY, Shift.CHIEF, Shift.DESK);
            });
  }

  @Test
  void behind_the_last_step_nothing_is_due() {
    assertThat(due(3, Duration.ofDays(3))).isEmpty();
  }

  @Test
  void a_doubted_breach_is_told_to_the_first_step_as_unconfirmed() {
    AlertChange.Doubted breach =
        new AlertChange.Doubted(
            new RuleId("salt"), new StationId("xuan-hoa"), Severity.WARNING, Shift.NOON, 4.2);

    Suspected first = new Suspected(1, breach, 1, Optional.empty());

    assertThat(drafts.ofDoubt(first, calls.first(), Shift.NOON))
        .singleElement()
        .satisfies(
            draft -> {
              assertThat(draft.citizen()).isEqualTo("z1");
              assertThat(draft.text())
                  .startsWith(
                      "❓ Chưa xác nhận, mức cảnh báo\nXuân Hòa: độ mặn trên 0,5 g/l (4,2 g/l")
                  .contains("chưa báo cho người dân");
            });
    assertThat(new Calls(Operators.NONE).first()).isEmpty();
  }

  @Test
  void spikes_that_go_on_are_told_as_a_sum_that_says_when_there_will_be_another() {
    AlertChange.Doubted breach =
        new AlertChange.Doubted(
            new RuleId("salt"), new StationId("xuan-hoa"), Severity.WARNING, Shift.NOON, 4.2);
    Suspected.Last last =
        new Suspected.Last(Severity.WARNING, Shift.NOON.minusSeconds(3_600), Duration.ofHours(1));
    Suspected again = new Suspected(9, breach, 12, Optional.of(last));

    assertThat(drafts.ofDoubt(again, calls.first(), Shift.NOON).getFirst().text())
        .startsWith("❓ Vẫn chưa xác nhận, mức cảnh báo, thêm 12 lần")
        .contains("Xuân Hòa: độ mặn trên 0,5 g/l", "2 giờ nữa mới nhắc lại");
  }

  @Test
  void nobody_is_called_where_there_are_no_steps() {
    Calls none = new Calls(Operators.NONE);

    assertThat(none.due(List.of(waiting(0)), Shift.NOON.plus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void the_message_tells_what_and_where_and_has_buttons() {
    List<Draft> written = drafts.of(due(0, Duration.ZERO).getFirst(), Shift.NOON);

    assertThat(written)
        .singleElement()
        .satisfies(
            draft -> {
              assertThat(draft.citizen()).isEqualTo("z1");
              assertThat(draft.text())
                  .startsWith("🔔 Tin A-1042, mức cảnh báo\nXuân Hòa: độ mặn trên 0,5 g/l (4,2 g/l")
                  .contains("Chưa có ai nhận");
              assertThat(draft.buttons())
                  .extracting(Button::payload)
                  .containsExactly("#nhan A-1042", "#hoan A-1042 1h");
              assertThat(draft.priority()).isLessThan(Draft.ANSWER);
            });
  }

  @Test
  void a_later_step_tells_how_long_nobody_came() {
    Instant now = Shift.NOON.plus(Duration.ofMinutes(10));

    assertThat(drafts.of(due(1, Duration.ofMinutes(10)).getFirst(), now).getFirst().text())
        .contains("đã 10 phút chưa có ai nhận");
  }

  @Test
  void each_step_has_a_key_of_its_own_and_so_has_each_wait() {
    Waiting again =
        new Waiting(Shift.alert("A-1042", AlertState.RAISED), Shift.NOON.plusSeconds(1), 0);

    assertThat(
            List.of(
                key(due(0, Duration.ZERO).getFirst()),
                key(due(1, Duration.ofMinutes(30)).getFirst()),
                key(calls.due(List.of(again), Shift.NOON.plusSeconds(1)).getFirst())))
        .doesNotHaveDuplicates();
  }

  private String key(Call call) {
    return drafts.of(call, Shift.NOON).getFirst().key();
  }

  @Test
  void the_end_is_told_to_those_who_were_called_and_to_who_took_it_on() {
    assertThat(calls.told(1, Optional.empty())).containsExactly(Shift.DUTY, Shift.DESK);
    assertThat(calls.told(1, Optional.of("Trưởng ca")))
        .containsExactly(Shift.DUTY, Shift.CHIEF, Shift.DESK);
    assertThat(calls.told(0, Optional.of("somebody else"))).isEmpty();
  }

  @Test
  void that_some_of_several_silent_devices_are_back_is_told_with_those_that_are_not() {
    assertThat(ofShift(List.of(), "xuan-hoa-2"))
        .singleElement()
        .asString()
        .startsWith("↩️ Tin A-1042: đã có thiết bị gửi số liệu trở lại, nhưng chưa đủ")
        .contains("Xuân Hòa (thiết bị xuan-hoa-2)");
  }

  @Test
  void that_one_of_them_is_silent_again_is_told_too() {
    assertThat(ofShift(List.of("xuan-hoa-2"), "xuan-hoa-1", "xuan-hoa-2"))
        .singleElement()
        .asString()
        .startsWith("📴 Tin A-1042: có thiết bị đã gửi lại, nay lại im lặng");
    assertThat(ofShift(List.of("xuan-hoa-2"))).hasSize(1);
  }

  @Test
  void who_came_and_went_is_not_told() {
    assertThat(ofShift(List.of("xuan-hoa-2"), "xuan-hoa-2")).isEmpty();
  }

  /** What the one person on duty with a phone reads. */
  private List<String> ofShift(List<String> known, String... silent) {
    Alert alert =
        Alerts.about(Shift.alert("A-1042", AlertState.ESCALATED), devices(List.of(silent)));
    return drafts
        .ofShift(new Shifted(alert, 1, devices(known)), List.of(Shift.DUTY, Shift.DESK), Shift.NOON)
        .stream()
        .map(Draft::text)
        .toList();
  }

  private static List<DeviceId> devices(List<String> ids) {
    return ids.stream().map(DeviceId::new).toList();
  }

  private List<Call> due(int told, Duration waited) {
    return calls.due(List.of(waiting(told)), Shift.NOON.plus(waited));
  }

  private static Waiting waiting(int told) {
    return new Waiting(Shift.alert("A-1042", AlertState.RAISED), Shift.NOON, told);
  }
}
