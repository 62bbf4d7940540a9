package vn.vam.core.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.alert.Acted;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertEvent;
import vn.vam.core.alert.AlertState;
import vn.vam.core.alert.OperatorAction;
import vn.vam.core.alert.OperatorDesk;
import vn.vam.core.alert.Shelved;
import vn.vam.core.citizen.CitizenEvent;
import vn.vam.core.citizen.Reply;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;
import vn.vam.testing.Alerts;

class ActingInTheChat {
  private final List<String> done = new ArrayList<>();
  private final List<Alert> changed = new ArrayList<>();
  private int unshelved;
  private Optional<String> assignee = Optional.empty();
  private List<Alert> open = List.of();
  private final OperatorChat chat =
      new OperatorChat(Shift.operators(), new Desk(), Shift.line(), changed::add);

  @Test
  void an_operator_takes_an_alert_on() {
    assertThat(says("z1", "nhan a1042"))
        .contains(
            "Trực ban đã nhận tin A-1042.\nXuân Hòa: độ mặn trên 0,5 g/l (4,2 g/l, từ 12:00 hôm nay)");
    assertThat(done).containsExactly("Acknowledge[] Trực ban");
    assertThat(changed).hasSize(1);
  }

  @Test
  void who_comes_second_hears_who_came_first() {
    assignee = Optional.of("Trưởng ca");

    assertThat(says("z1", "nhận A-1042")).contains("Tin A-1042 đã có Trưởng ca nhận rồi.");
  }

  @Test
  void it_is_put_off_from_when_it_was_said() {
    assertThat(says("z1", "hoãn A-1042 2h").orElseThrow())
        .startsWith("Đã hoãn tin A-1042 tới 14:00 hôm nay.");
    assertThat(done).containsExactly("Snooze[until=2026-03-12T07:00:00Z] Trực ban");
  }

  @Test
  void a_time_nobody_understands_is_asked_about_with_examples() {
    assertThat(says("z1", "hoãn A-1042 8 ngày").orElseThrow())
        .startsWith("“8 ngày” là tới lúc nào? Được từ 1 phút tới 7 ngày")
        .contains("hoãn A-1042 tới sáng mai");
    assertThat(done).isEmpty();
  }

  @Test
  void who_says_no_hears_that_nothing_was_done() {
    assertThat(says("z1", "không nhận A-1042").orElseThrow())
        .startsWith("Vâng, tin A-1042 vẫn để nguyên như cũ.");
    assertThat(done).isEmpty();
    assertThat(changed).isEmpty();
  }

  @Test
  void it_is_closed_with_a_reason() {
    assertThat(says("z1", "đóng A-1042 báo nhầm").orElseThrow()).startsWith("Đã đóng tin A-1042.");
    assertThat(says("z1", "đóng A-7")).contains("Tin A-7 đã hết, không còn gì phải làm.");
    assertThat(says("z1", "đóng A-1042 " + "x".repeat(501)).orElseThrow())
        .contains("tới 500 chữ cái");
    assertThat(done).containsExactly("Close[8 characters] Trực ban");
  }

  @Test
  void it_is_shelved_and_taken_off_the_shelf() {
    assertThat(says("z1", "gác A-1042 2h").orElseThrow())
        .startsWith("Đã gác tin A-1042 tới 14:00 hôm nay");
    assertThat(says("z1", "bỏ gác A-1042")).contains("Đã bỏ gác tin A-1042.");
    assertThat(says("z1", "bỏ gác A-7")).contains("Tin A-7 không bị gác.");
    assertThat(says("z1", "bỏ gác A-9")).contains("Không có tin nào số A-9.");
  }

  @Test
  void it_is_given_to_a_colleague() {
    assertThat(says("z1", "giao A-1042 cho truong ca"))
        .contains("Đã giao tin A-1042 cho Trưởng ca.");
    assertThat(done).containsExactly("Assign[to=Trưởng ca] Trực ban");
  }

  @Test
  void a_stranger_gets_nothing_and_the_colleagues_are_named() {
    assertThat(says("z1", "giao A-1042 cho chú Bảy").orElseThrow())
        .contains("“chú Bảy”", "Trực ban, Trưởng ca, Bàn trực");
    assertThat(done).isEmpty();
  }

  @Test
  void a_comment_is_written_down() {
    assertThat(says("z1", "ghi chú A-1042 đã gọi")).contains("Đã ghi chú vào tin A-1042.");
    assertThat(says("z1", "ghi chú A-1042").orElseThrow()).startsWith("Ghi chú gì");
    assertThat(says("z1", "ghi chú A-1042 " + "x".repeat(501)).orElseThrow())
        .startsWith("Ghi chú gì");
    assertThat(done).containsExactly("Comment[6 characters] Trực ban");
  }

  @Test
  void what_is_over_and_what_never_was_is_said_to_be_so() {
    assertThat(says("z1", "nhận A-7")).contains("Tin A-7 đã hết, không còn gì phải làm.");
    assertThat(says("z1", "nhận A-9")).contains("Không có tin nào số A-9.");
  }

  @Test
  void who_speaks_of_an_alert_without_saying_what_hears_what_can_be_said() {
    assertThat(says("z1", "A-1042?").orElseThrow()).contains("nhận A-1042", "hoãn A-1042 2h");
  }

  @Test
  void what_is_open_is_listed_with_who_has_taken_it_on() {
    assignee = Optional.of("Trưởng ca");

    assertThat(says("z1", "việc").orElseThrow())
        .startsWith("Đang mở 1 tin:\n• A-1042, cảnh báo, Trưởng ca nhận: Xuân Hòa");
  }

  @Test
  void of_many_that_are_open_the_gravest_are_listed_and_the_rest_counted() {
    List<Alert> many = new ArrayList<>();
    for (int i = 42; i > 1; i--) {
      many.add(Shift.alert("A-" + i, Severity.WARNING, AlertState.RAISED));
    }
    many.add(Shift.alert("A-1", Severity.DANGER, AlertState.RAISED));
    open = many;

    assertThat(says("z1", "việc").orElseThrow())
        .startsWith("Đang mở 42 tin:\n• A-1, nguy hiểm: Xuân Hòa")
        .contains("\n• A-42, cảnh báo", "\n• A-24, cảnh báo", "\n… và 22 tin nữa")
        .doesNotContain("A-23");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nhận A-1042", "A-1042", "việc", "giao A-1042 cho Trực ban", "đóng A-1042"})
  void who_is_no_operator_is_left_to_the_conversation(String said) {
    assertThat(says("z9", said)).isEmpty();
    assertThat(done).isEmpty();
  }

  @Test
  void an_operator_who_asks_for_something_else_is_left_to_the_conversation() {
    assertThat(says("z1", "độ mặn Xuân Hòa")).isEmpty();
    assertThat(chat.answer(new CitizenEvent.Followed("z1", Shift.NOON))).isEmpty();
  }

  private Optional<String> says(String citizen, String text) {
    return chat.answer(new CitizenEvent.Said(citizen, text, Shift.NOON))
        .map(Reply::messages)
        .map(messages -> messages.getFirst().text());
  }

  /** A-1042 is open, A-7 is over. */
  private final class Desk implements OperatorDesk {
    @Override
    public Optional<Alert> alert(String number) {
      return number.equals("A-9")
          ? Optional.empty()
          : Optional.of(Shift.alert(number, AlertState.RAISED));
    }

    @Override
    public void shelve(Shelved shelved, Instant now) {
      throw new UnsupportedOperationException("an alert is shelved by its number here");
    }

    @Override
    public boolean unshelve(RuleId rule, StationId station, String operator, Instant now) {
      return unshelved++ == 0;
    }

    @Override
    public List<Shelved> shelved() {
      return List.of();
    }

    @Override
    public List<AlertEvent> history(String number) {
      return List.of();
    }

    @Override
    public Acted act(String number, OperatorAction action, String operator, Instant now) {
      return switch (number) {
        case "A-1042" -> {
          done.add(action + " " + operator);
          yield new Acted.Done(after(action));
        }
        case "A-7" -> new Acted.Over(Shift.alert("A-7", AlertState.CLEARED));
        default -> new Acted.Unknown();
      };
    }

    private Alert after(OperatorAction action) {
      Alert alert = Shift.alert("A-1042", AlertState.ACKNOWLEDGED);
      Optional<Instant> until =
          action instanceof OperatorAction.Snooze snooze
              ? Optional.of(snooze.until())
              : Optional.empty();
      return Alerts.taken(alert, assignee, until);
    }

    @Override
    public List<Alert> open() {
      return open.isEmpty() ? List.of(after(new OperatorAction.Acknowledge())) : open;
    }
  }
}
