package vn.vam.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertState;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;
import vn.vam.testing.Alerts;

class AcknowledgingAlerts {
  private static final String ACK = "/api/v1/alerts/A-1042/ack";
  private final FakeHub hub = new FakeHub();

  @BeforeEach
  void raise() {
    hub.desk.put(alert("A-1041", AlertState.CLEARED));
    hub.desk.put(alert("A-1042", AlertState.RAISED));
  }

  @AfterEach
  void close() {
    hub.close();
  }

  static Alert alert(String number, AlertState state) {
    return Alerts.alert(
        number,
        new RuleId("salt-for-durian"),
        new StationId("xuan-hoa"),
        Severity.WATCH,
        state,
        FakeHub.NOON,
        Optional.empty(),
        0.62,
        Optional.empty());
  }

  @Test
  void lists_alerts_as_promised_newest_first() {
    Door.Answer answer = hub.open().get("/api/v1/alerts");

    assertThat(answer.body())
        .startsWith(
            """
            {"alerts":[{"id":"A-1042","rule":"salt-for-durian","station":"xuan-hoa","severity":"watch","state":"raised","since":"2026-03-12T12:00:00+07:00",""")
        .contains("\"value\":0.62,\"assignee\":null");
  }

  @Test
  void lists_what_is_open_however_many_came_since() {
    for (int number = 2000; number < 2600; number++) {
      hub.desk.put(alert("A-" + number, AlertState.CLEARED));
    }

    JsonArray alerts = hub.open().get("/api/v1/alerts").json().getJsonArray("alerts");

    assertThat(alerts).hasSize(501);
    assertThat(alerts.getJsonObject(500).getString("id")).isEqualTo("A-1042");
  }

  @Test
  void lists_those_of_one_state() {
    Door.Answer answer = hub.open().get("/api/v1/alerts?state=raised");

    assertThat(answer.json().getJsonArray("alerts")).hasSize(1);
  }

  @Test
  void names_the_states_there_are() {
    Door.Answer answer = hub.open().get("/api/v1/alerts?state=angry");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("detail"))
        .contains("raised, escalated, acknowledged, cleared");
  }

  @Test
  void keeps_the_operators_name() {
    Door.Answer answer = hub.open().post(ACK, "{\"operator\":\"Chị Lan\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"state\":\"acknowledged\"").contains("\"Chị Lan\"");
  }

  @Test
  void needs_no_body() {
    Door.Answer answer = hub.open().post(ACK, "");

    assertThat(answer.json().getString("assignee")).isEqualTo("console");
  }

  @Test
  void tells_everyone_who_watches() {
    Door door = hub.open();
    List<String> live = door.live();
    Awaitility.await().until(() -> live.contains("retry: 2000"));

    door.post(ACK, "");

    Awaitility.await().untilAsserted(() -> assertThat(live).contains("event: alert"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{", "{\"operator\":7}", "{\"operator\":\"  \"}", "nonsense"})
  void refuses_a_body_it_cannot_read(String body) {
    Door.Answer answer = hub.open().post(ACK, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.type()).isEqualTo("application/problem+json");
    assertThat(hub.desk.alerts(Optional.of(AlertState.ACKNOWLEDGED), 9)).isEmpty();
  }

  @Test
  void knows_no_other_numbers() {
    assertThat(hub.open().post("/api/v1/alerts/A-9/ack", "").status()).isEqualTo(404);
  }

  @Test
  void turns_away_a_page_of_another_site() {
    Door.Answer answer = hub.open().post(ACK, "", "Origin", "http://elsewhere.example");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(hub.desk.alerts(Optional.of(AlertState.ACKNOWLEDGED), 9)).isEmpty();
  }

  @Test
  void lets_its_own_page_ask() {
    Door door = hub.open();

    Door.Answer answer = door.post(ACK, "", "Origin", "http://127.0.0.1:" + door.port());

    assertThat(answer.status()).isEqualTo(200);
  }
}
