package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.testing.Http;

/** The messenger's account has trouble of its own: it is an alert, and ends like one. */
class TheAccountIsInTrouble {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private Servers servers;
  private Door door;

  @BeforeEach
  void servers() {
    servers = Servers.startIn(folder, opened);
    door = servers.door();
  }

  /** By phone messages are sent by day alone: it is noon here. */
  @Test
  void a_daily_quota_that_runs_low_is_told_before_it_refuses_anything() throws Exception {
    Duration ahead = untilNoon();
    post("/_sim/switches", JsonObject.of("zns-daily", 1, "night-zns", 0));
    Path config = OnDuty.config(servers, "1s");
    String yaml = Files.readString(config);
    Files.writeString(config, yaml.replace("\nzalo:\n", "\nzalo:\n  template_by_phone: t-phone\n"));
    opened.add(HubHere.start(config, Clock.offset(Clock.system(VIETNAM), ahead)));
    Phone citizen = servers.phone();
    assertThat(citizen.asks("nhận cảnh báo Xuân Hòa")).contains("Xuân Hòa");
    post("/_sim/users/u1/phone", JsonObject.of("phone", "84987654321", "submit", true));
    citizen.hears("Đã giữ số điện thoại …321");
    refuseTheChat(-230);

    servers.field().measures("xuan-hoa-1", 4.2, Instant.now().plus(ahead));
    patiently().untilAsserted(() -> assertThat(state("hub-quota")).isEqualTo("raised"));

    post("/_sim/switches", JsonObject.of("zns-daily", 500));
    servers.field().measures("xuan-hoa-1", 0.1, Instant.now().plus(ahead));
    patiently().untilAsserted(() -> assertThat(state("hub-quota")).isEqualTo("cleared"));
  }

  @Test
  void an_account_that_lets_the_hub_in_no_more_is_told_until_it_does() throws Exception {
    post(
        "/_sim/faults",
        JsonObject.of("kind", "http-500", "count", 1000, "only", "/v4/oa/access_token"));
    opened.add(HubHere.start(OnDuty.config(servers, "1s")));
    Phone duty = servers.phone().of("duty-1");
    duty.follow();
    patiently().untilAsserted(() -> assertThat(state("hub-token")).isEqualTo("raised"));

    takeFaultsBack();

    patiently().untilAsserted(() -> assertThat(state("hub-token")).isEqualTo("cleared"));
    patiently().untilAsserted(() -> assertThat(duty.messagesWith("Máy chủ Vàm")).isNotEmpty());
  }

  @Test
  void an_account_without_a_package_is_told_until_a_message_goes_again() throws Exception {
    opened.add(HubHere.start(OnDuty.config(servers, "1s")));
    refuseTheChat(-321);
    servers.phone().follow();
    patiently().untilAsserted(() -> assertThat(state("hub-account")).isEqualTo("raised"));

    takeFaultsBack();
    servers.phone().of("u2").follow();

    patiently().untilAsserted(() -> assertThat(state("hub-account")).isEqualTo("cleared"));
  }

  private static Duration untilNoon() {
    ZonedDateTime now = ZonedDateTime.now(VIETNAM);
    return Duration.between(now, now.withHour(12));
  }

  private void refuseTheChat(int code) {
    post(
        "/_sim/faults",
        JsonObject.of(
            "kind", "refuse", "code", code, "count", 1000, "only", "/v3.0/oa/message/cs"));
  }

  /** Of the alert that the hub raised about itself; nothing while it has raised none. */
  private String state(String rule) {
    return door.alerts().stream()
        .filter(alert -> alert.getString("rule").equals(rule))
        .map(alert -> alert.getString("state"))
        .findFirst()
        .orElse("");
  }

  private URI platform(String path) {
    return servers.zalo.baseUri().resolve(path);
  }

  private void post(String path, JsonObject body) {
    var answer = Http.post(platform(path), "application/json", body.encode());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  private void takeFaultsBack() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(platform("/_sim/faults")).DELETE().build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isLessThan(300);
    }
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(100));
  }
}
