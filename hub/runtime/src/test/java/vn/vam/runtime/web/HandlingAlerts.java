package vn.vam.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.alert.AlertState;
import vn.vam.core.operator.Operator;
import vn.vam.core.operator.Operators;

class HandlingAlerts {
  private static final String ALERT = "/api/v1/alerts/A-1042";
  private final FakeHub hub = new FakeHub();

  @BeforeEach
  void raise() {
    hub.desk.put(AcknowledgingAlerts.alert("A-1041", AlertState.CLEARED));
    hub.desk.put(AcknowledgingAlerts.alert("A-1042", AlertState.RAISED));
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void an_alert_is_assigned_to_somebody() {
    Door.Answer answer = post("assign", "{\"to\":\"Anh Minh\",\"operator\":\"Chị Lan\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().getString("assignee")).isEqualTo("Anh Minh");
    assertThat(history().getJsonObject(0).getString("by")).isEqualTo("Chị Lan");
  }

  @Test
  void where_operators_are_known_it_goes_to_one_of_them_by_account_or_name_without_marks() {
    hub.operators = operators();
    Door door = hub.open();

    assertThat(door.post(ALERT + "/assign", "{\"to\":\"truong-ca\"}").json().getString("assignee"))
        .isEqualTo("Trưởng ca");
    assertThat(door.post(ALERT + "/assign", "{\"to\":\"truc ban\"}").json().getString("assignee"))
        .isEqualTo("Trực ban");
    assertThat(door.post(ALERT + "/assign", "{\"to\":\"anh ba\"}").json().getString("detail"))
        .contains("Trực ban, Trưởng ca");
  }

  @Test
  void an_account_is_kept_as_the_operators_name() {
    hub.operators = operators();

    assertThat(post("ack", "{\"operator\":\"truong-ca\"}").json().getString("assignee"))
        .isEqualTo("Trưởng ca");
  }

  @Test
  void operators_are_listed_by_name_and_never_by_their_id_in_the_chat() {
    hub.operators = operators();

    Door.Answer answer = hub.open().get("/api/v1/operators");

    assertThat(answer.body())
        .isEqualTo(
            "{\"operators\":[{\"name\":\"Trực ban\",\"roles\":[\"duty\"]},{\"name\":\"Trưởng ca\",\"roles\":[\"chief\"]}]}");
  }

  @Test
  void an_alert_is_closed_by_hand_with_a_reason_or_without() {
    Door.Answer answer = post("close", "{\"reason\":\"báo nhầm\",\"operator\":\"Chị Lan\"}");

    assertThat(answer.json().getString("state")).isEqualTo("cleared");
    assertThat(history().getJsonObject(0).getString("event")).isEqualTo("closed");
    assertThat(history().getJsonObject(0).getString("what")).isEqualTo("báo nhầm");
    assertThat(post("close", "").status()).isEqualTo(409);
    assertThat(post("close", "{\"reason\":7}").status()).isEqualTo(400);
  }

  @Test
  void an_alert_is_put_off_for_a_time() {
    Door.Answer answer = post("snooze", "{\"for\":\"2h\"}");

    assertThat(answer.json().getString("snoozed_until")).isEqualTo("2026-03-12T14:00:00+07:00");
    assertThat(answer.json().getString("state")).isEqualTo("acknowledged");
  }

  @Test
  void a_comment_is_kept_in_the_history_in_nfc() {
    post("comment", "{\"text\":\" đa\u0303 gọi cống \",\"operator\":\"Chị Lan\"}");

    assertThat(history())
        .singleElement()
        .isEqualTo(
            JsonObject.of(
                "time", "2026-03-12T12:00:00+07:00",
                "event", "commented",
                "by", "Chị Lan",
                "what", "đã gọi cống",
                "value", null));
  }

  @Test
  void an_alert_is_shown_with_its_history() {
    JsonObject shown = hub.open().get(ALERT).json();

    assertThat(shown.getString("id")).isEqualTo("A-1042");
    assertThat(shown.getJsonArray("history")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "assign  | {}",
        "assign  | {\"to\":7}",
        "assign  | {\"to\":\"\"}",
        "snooze  | {\"for\":\"30s\"}",
        "snooze  | {\"for\":\"8d\"}",
        "snooze  | {\"for\":2}",
        "snooze  | [",
        "comment | {\"text\":\"  \"}",
        "comment | {\"text\":\"x\",\"operator\":\"\"}",
        "comment | nonsense",
      })
  void a_body_that_cannot_be_meant_is_answered_with_an_example(String action, String body) {
    Door.Answer answer = post(action, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.type()).isEqualTo("application/problem+json");
    assertThat(answer.json().getString("detail")).contains("Expected {");
    assertThat(hub.desk.history("A-1042")).isEmpty();
  }

  @Test
  void a_rule_at_a_station_is_shelved_listed_and_taken_off_again() {
    Door door = hub.open();
    String shelf =
        "{\"rule\":\"salt-for-durian\",\"station\":\"xuan-hoa\",\"for\":\"8h\",\"operator\":\"Chị Lan\"}";

    assertThat(door.post("/api/v1/shelves", shelf).status()).isEqualTo(200);
    assertThat(door.get("/api/v1/shelves").body())
        .isEqualTo(
            "{\"shelves\":[{\"rule\":\"salt-for-durian\",\"station\":\"xuan-hoa\",\"until\":\"2026-03-12T20:00:00+07:00\",\"by\":\"Chị Lan\"}]}");
    assertThat(door.send("DELETE", "/api/v1/shelves/salt-for-durian/xuan-hoa").status())
        .isEqualTo(204);
    assertThat(door.send("DELETE", "/api/v1/shelves/salt-for-durian/xuan-hoa").status())
        .isEqualTo(404);
    assertThat(door.send("DELETE", "/api/v1/shelves/A/%20").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"rule\":\"sweet\",\"station\":\"xuan-hoa\",\"for\":\"8h\"}",
        "{\"rule\":\"salt-for-durian\",\"station\":\"my-tho\",\"for\":\"8h\"}",
        "{\"rule\":\"salt-for-durian\",\"station\":\"xuan-hoa\",\"for\":\"8d\"}",
        "{\"rule\":\"salt-for-durian\",\"station\":\"xuan-hoa\"}",
      })
  void nothing_is_shelved_without_a_rule_a_station_it_watches_and_an_end(String body) {
    Door.Answer answer = hub.open().post("/api/v1/shelves", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(hub.desk.shelved()).isEmpty();
  }

  @Test
  void an_alert_is_shelved() {
    assertThat(post("shelve", "{\"for\":\"8h\"}").status()).isEqualTo(200);
    assertThat(history().getJsonObject(0).getString("event")).isEqualTo("shelved");
  }

  @Test
  void a_comment_has_its_limit() {
    assertThat(post("comment", "{\"text\":\"" + "x".repeat(501) + "\"}").status()).isEqualTo(400);
    assertThat(post("comment", "{\"text\":\"" + "x".repeat(300_000) + "\"}").status())
        .isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"assign|{\"to\":\"x\"}", "snooze|{\"for\":\"1h\"}"})
  void what_is_over_can_neither_be_given_away_nor_put_off(String call) {
    String[] parts = call.split("\\|", 2);

    Door.Answer answer = hub.open().post("/api/v1/alerts/A-1041/" + parts[0], parts[1]);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().getString("type")).isEqualTo("urn:vam:problem:alert-over");
  }

  @Test
  void other_numbers_are_unknown() {
    Door door = hub.open();

    assertThat(door.get("/api/v1/alerts/A-9").status()).isEqualTo(404);
    assertThat(door.post("/api/v1/alerts/A-9/comment", "{\"text\":\"x\"}").status()).isEqualTo(404);
  }

  @Test
  void a_page_of_another_site_is_turned_away() {
    Door.Answer answer =
        hub.open()
            .post(ALERT + "/comment", "{\"text\":\"x\"}", "Origin", "http://elsewhere.example");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(hub.desk.history("A-1042")).isEmpty();
  }

  @Test
  void everyone_who_watches_is_told() {
    Door door = hub.open();
    List<String> live = door.live();
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> live.contains("retry: 2000"));

    door.post(ALERT + "/comment", "{\"text\":\"x\"}");

    Awaitility.await().untilAsserted(() -> assertThat(live).contains("event: alert"));
  }

  private static Operators operators() {
    return new Operators(
        List.of(
            operator("Trực ban", "truc-ban", "duty"), operator("Trưởng ca", "truong-ca", "chief")),
        List.of());
  }

  private static Operator operator(String name, String account, String role) {
    return new Operator(name, Optional.of("zalo-" + account), Optional.of(account), Set.of(role));
  }

  private Door.Answer post(String action, String body) {
    return hub.open().post(ALERT + "/" + action, body);
  }

  private JsonArray history() {
    return hub.open().get(ALERT).json().getJsonArray("history");
  }
}
