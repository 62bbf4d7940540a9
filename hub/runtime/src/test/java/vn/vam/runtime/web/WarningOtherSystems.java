package vn.vam.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import vn.vam.core.alert.AlertState;
import vn.vam.core.alert.Shelved;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;

/** Messages of the Common Alerting Protocol that follow one another. */
class WarningOtherSystems {
  private static final String PATH = "/api/v1/alerts.cap";
  private static final RuleId SALT = new RuleId("salt-for-durian");

  private final FakeHub hub = new FakeHub();
  private Door door;
  private Instant now = FakeHub.NOON;

  @BeforeEach
  void open() {
    hub.clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return FakeHub.ZONE;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
    door = hub.open();
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void an_alert_begins_is_updated_and_cancelled_and_each_refers_to_what_it_replaces()
      throws Exception {
    put("A-1", AlertState.RAISED, Severity.WATCH);
    Document first = ask();
    later(Duration.ofMinutes(10));
    put("A-1", AlertState.ESCALATED, Severity.DANGER);
    Document second = ask();
    later(Duration.ofMinutes(10));
    put("A-1", AlertState.CLEARED, Severity.DANGER);
    Document third = ask();

    assertThat(of(first, "msgType")).containsExactly("Alert");
    assertThat(of(first, "references")).isEmpty();
    assertThat(of(first, "sent")).containsExactly("2026-03-12T12:00:00+07:00");
    assertThat(of(second, "msgType")).containsExactly("Update");
    assertThat(of(second, "severity")).containsExactly("Severe");
    assertThat(of(second, "references"))
        .containsExactly("vam.example,vam.example-1,2026-03-12T12:00:00+07:00");
    assertThat(of(third, "msgType")).containsExactly("Cancel");
    assertThat(of(third, "info")).isEmpty();
    assertThat(of(third, "note"))
        .containsExactly("Không còn hiệu lực: Xâm nhập mặn tại Xuân Hòa (A-1).");
    assertThat(of(third, "references"))
        .containsExactly(
            "vam.example,vam.example-1,2026-03-12T12:00:00+07:00"
                + " vam.example,vam.example-2,2026-03-12T12:10:00+07:00");
  }

  @Test
  void who_asks_again_is_shown_the_same_message_until_something_changes() throws Exception {
    put("A-1", AlertState.RAISED, Severity.WATCH);
    String first = door.get(PATH).body();
    later(Duration.ofHours(1));
    put("A-1", AlertState.ACKNOWLEDGED, Severity.WATCH);

    assertThat(door.get(PATH).body()).isEqualTo(first);
  }

  @Test
  void what_was_sent_is_shown_again_as_it_was() throws Exception {
    put("A-1", AlertState.RAISED, Severity.WATCH);
    String first = door.get(PATH).body();
    put("A-1", AlertState.CLEARED, Severity.WATCH);
    ask();

    assertThat(door.get(PATH + "?message=vam.example-1").body()).isEqualTo(first);
    assertThat(door.get(PATH + "?message=vam.example-9").status()).isEqualTo(404);
  }

  @Test
  void one_that_ends_while_another_stands_is_named_in_an_update() throws Exception {
    put("A-1", AlertState.RAISED, Severity.WATCH);
    ask();
    put("A-1", AlertState.CLEARED, Severity.WATCH);
    put("A-2", AlertState.RAISED, Severity.WARNING);
    Document update = ask();

    assertThat(of(update, "msgType")).containsExactly("Update");
    assertThat(of(update, "incidents")).containsExactly("A-2");
    assertThat(of(update, "note").getFirst()).contains("(A-1)").doesNotContain("(A-2)");
  }

  @Test
  void the_next_one_after_a_cancel_begins_anew() throws Exception {
    put("A-1", AlertState.RAISED, Severity.WATCH);
    ask();
    put("A-1", AlertState.CLEARED, Severity.WATCH);
    ask();
    put("A-2", AlertState.RAISED, Severity.WATCH);
    Document next = ask();

    assertThat(of(next, "msgType")).containsExactly("Alert");
    assertThat(of(next, "references")).isEmpty();
    assertThat(of(next, "identifier")).containsExactly("vam.example-3");
  }

  @Test
  void what_still_stands_is_said_anew_before_it_expires() throws Exception {
    put("A-1", AlertState.RAISED, Severity.WATCH);
    assertThat(of(ask(), "expires")).containsExactly("2026-03-13T00:00:00+07:00");
    later(Duration.ofHours(6));
    Document again = ask();

    assertThat(of(again, "msgType")).containsExactly("Update");
    assertThat(of(again, "expires")).containsExactly("2026-03-13T06:00:00+07:00");
  }

  @Test
  void what_has_expired_is_referred_to_no_more_but_for_the_last() throws Exception {
    put("A-1", AlertState.RAISED, Severity.WATCH);
    for (int hour = 0; hour <= 18; hour += 6) {
      ask();
      later(Duration.ofHours(6));
    }
    assertThat(of(ask(), "references").getFirst().split(" ")).hasSize(2);
    later(Duration.ofDays(9));
    assertThat(of(ask(), "references").getFirst().split(" ")).hasSize(1);
  }

  @Test
  void what_is_shelved_is_not_told_and_what_was_told_stays_as_it_was_told() throws Exception {
    put("A-1", AlertState.RAISED, Severity.WATCH);
    ask();
    hub.desk.shelve(
        new Shelved(SALT, new StationId("xuan-hoa"), now.plusSeconds(3600), "Trực ban"), now);
    put("A-1", AlertState.ESCALATED, Severity.DANGER);
    assertThat(of(ask(), "severity")).containsExactly("Minor");

    put("A-1", AlertState.CLEARED, Severity.DANGER);
    put("A-2", AlertState.RAISED, Severity.DANGER);
    assertThat(of(ask(), "msgType")).containsExactly("Cancel");
  }

  @Test
  void an_alert_that_is_closed_by_hand_is_cancelled() throws Exception {
    put("A-1", AlertState.RAISED, Severity.WATCH);
    ask();
    assertThat(door.post("/api/v1/alerts/A-1/close", "{\"reason\":\"báo nhầm\"}").status())
        .isEqualTo(200);
    Document cancel = ask();

    assertThat(of(cancel, "msgType")).containsExactly("Cancel");
    assertThat(of(cancel, "references"))
        .containsExactly("vam.example,vam.example-1,2026-03-12T12:00:00+07:00");
    assertThat(of(cancel, "note"))
        .containsExactly(
            "Không còn hiệu lực: Xâm nhập mặn tại Xuân Hòa (A-1: người trực đã đóng).");
  }

  @Test
  void one_is_warned_of_however_many_others_are_raised_meanwhile() throws Exception {
    put("A-1", AlertState.RAISED, Severity.DANGER);
    ask();
    for (int silent = 2; silent < 700; silent++) {
      hub.desk.put(
          ExportingAlerts.alert("A-" + silent, "silent", AlertState.RAISED, Severity.WATCH));
    }

    assertThat(of(ask(), "incidents")).containsExactly("A-1");
  }

  @Test
  void an_alert_whose_rule_is_gone_is_cancelled() throws Exception {
    put("A-1", AlertState.RAISED, Severity.WATCH);
    ask();
    hub.rules.clear();
    door = hub.open();

    assertThat(of(ask(), "msgType")).containsExactly("Cancel");
  }

  @Test
  void nothing_is_sent_as_an_alert_while_there_was_none() throws Exception {
    Document quiet = ask();

    assertThat(of(quiet, "status")).containsExactly("System");
    assertThat(of(quiet, "note")).containsExactly("Không có cảnh báo nào đang có hiệu lực.");
    later(Duration.ofDays(2));
    assertThat(of(ask(), "identifier")).isEqualTo(of(quiet, "identifier"));
  }

  @Test
  void a_clock_that_is_set_back_sends_nothing_before_what_was_sent() throws Exception {
    put("A-1", AlertState.RAISED, Severity.WATCH);
    ask();
    now = now.minus(Duration.ofDays(1));
    put("A-1", AlertState.CLEARED, Severity.WATCH);

    assertThat(of(ask(), "sent")).containsExactly("2026-03-12T12:00:00+07:00");
  }

  private void put(String number, AlertState state, Severity severity) {
    hub.desk.put(ExportingAlerts.alert(number, SALT.value(), state, severity));
  }

  private void later(Duration span) {
    now = now.plus(span);
  }

  /** Every message keeps the protocol. */
  private Document ask() throws Exception {
    Document message = ExportingAlerts.parsed(door.get(PATH));
    assertThat(CapGrammar.mistakes(message)).isEmpty();
    return message;
  }

  private static List<String> of(Document message, String name) {
    return ExportingAlerts.texts(message, name);
  }
}
