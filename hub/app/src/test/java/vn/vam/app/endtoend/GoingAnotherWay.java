package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.BadConfig;
import vn.vam.testing.Http;

/** A danger reaches the phone although the chat is closed; it is always noon here. */
class GoingAnotherWay {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final String ALERT = "Nước tại Xuân Hòa đã mặn";
  private static final String CHAT = "/v3.0/oa/message/cs";
  private static final String TEMPLATE = "/v3.0/oa/message/template";
  private static final String ALL_WAYS =
      """
        template_by_user: t-user
        template_by_phone: t-phone
        confirm_within: 5s
        price_by_user: 120
        price_by_phone: 200
      """;

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  @AutoClose private final LoggedLines logged = LoggedLines.begin();
  private final Duration ahead = untilNoon();
  private Servers servers;
  private Field field;
  private Door door;
  private Phone phone;

  private static Duration untilNoon() {
    ZonedDateTime now = ZonedDateTime.now(VIETNAM);
    return Duration.between(now, now.withHour(12));
  }

  @BeforeEach
  void servers() {
    servers = Servers.startIn(folder, opened);
    field = servers.field();
    door = servers.door();
    phone = servers.phone();
    switches(JsonObject.of("night-zns", 0));
  }

  private void start(String ways) throws BadConfig, IOException {
    Path config = servers.config();
    String yaml = Files.readString(config).replace("severity: warning", "severity: danger");
    Files.writeString(config, yaml.replace("\nzalo:\n", "\nzalo:\n" + ways));
    opened.add(HubHere.start(config, Clock.offset(Clock.system(VIETNAM), ahead)));
    phone.follow();
    phone.hears("Xin chào");
    phone.say("nhận cảnh báo Xuân Hòa");
    phone.hears("Đã ghi nhận");
    if (ways.contains("template_by_phone")) {
      phone.hears("để lại số điện thoại");
    }
  }

  private void breach() {
    Instant now = Instant.now().plus(ahead);
    field.measures("xuan-hoa-1", 4.2, now.minusSeconds(3));
    field.measures("xuan-hoa-1", 4.3, now);
  }

  @Test
  void whoever_has_not_written_for_a_week_gets_the_template() throws Exception {
    start(ALL_WAYS);
    refuse(-230, 1, CHAT);

    breach();

    JsonObject told = told("template");
    assertThat(told.getString("template_id")).isEqualTo("t-user");
    assertThat(told.getJsonObject("template_data").getString("noi_dung")).contains(ALERT);
    assertThat(told.getJsonObject("template_data").getString("thoi_gian")).startsWith("12:");
    assertThat(phone.messagesWith(ALERT)).hasSize(1);
    patiently()
        .untilAsserted(
            () ->
                assertThat(door.metric("vam_zalo_cost_dong_total", "way=\"template\""))
                    .isEqualTo(120));
  }

  @Test
  void a_danger_does_not_wait_for_whoever_mends_the_account() throws Exception {
    start(ALL_WAYS);
    refuse(-321, 100, CHAT);

    breach();

    assertThat(told("template").getString("text")).contains(ALERT);
    assertThat(phone.messagesWith(ALERT)).hasSize(1);
  }

  @Test
  void where_no_template_reaches_the_account_it_goes_to_the_number_they_gave() throws Exception {
    start(ALL_WAYS);
    givesNumber();
    refuse(-230, 1, CHAT);
    refuse(-249, 1, TEMPLATE);

    breach();

    assertThat(told("zns").getString("template_id")).isEqualTo("t-phone");
    assertThat(phone.messagesWith(ALERT)).hasSize(1);
  }

  @Test
  void where_no_answer_comes_from_there_its_receipt_tells_and_it_goes_once() throws Exception {
    start(ALL_WAYS);
    givesNumber();
    refuse(-230, 1, CHAT);
    refuse(-249, 1, TEMPLATE);
    order(JsonObject.of("kind", "cut-after-accept", "count", 1, "only", "/message/template"));

    breach();

    told("zns");
    patiently().untilAsserted(() -> assertThat(fanouts().getFirst().getLong("received")).isOne());
    assertThat(door.deliveries("unclear")).isZero();
    assertThat(phone.messagesWith(ALERT)).hasSize(1);
  }

  @Test
  void who_agrees_to_leave_a_number_is_reached_there_until_they_take_it_back() throws Exception {
    start(ALL_WAYS);
    phone.say("có");
    assertThat(
            phone.isShown("form").getJsonArray("elements").getJsonObject(0).getString("subtitle"))
        .startsWith("Tôi đồng ý cho giữ số điện thoại");
    givesNumber();
    refuse(-230, 1, CHAT);
    refuse(-249, 1, TEMPLATE);

    breach();

    assertThat(told("zns").getString("text")).contains(ALERT);
    phone.say("bỏ số điện thoại");
    phone.hears("Đã bỏ số điện thoại");
    phone.say("bạn giữ gì về tôi");
    assertThat(phone.hears("Ở đây đang giữ")).doesNotContain("…321", "cho giữ số");
    assertThat(logged.telling("987654321")).isEmpty();
  }

  @Test
  void where_no_way_is_left_it_stays_for_their_next_word() throws Exception {
    start("");
    refuse(-230, 1, CHAT);

    breach();
    patiently().untilAsserted(() -> assertThat(door.deliveries("waiting")).isEqualTo(1));
    patiently()
        .untilAsserted(
            () ->
                assertThat(door.metric("vam_deliveries_total", "outcome=\"rests\"")).isEqualTo(1));
    assertThat(phone.messagesWith(ALERT)).isEmpty();

    phone.say("xin chào");

    phone.hears(ALERT);
    assertThat(phone.messagesWith(ALERT)).hasSize(1);
  }

  @Test
  void a_tap_on_write_brings_it_too() throws Exception {
    start("");
    refuse(-230, 1, CHAT);
    breach();
    patiently().until(() -> door.metric("vam_deliveries_total", "outcome=\"rests\"") == 1);

    post("/_sim/users/u1/chatnow", new JsonObject());

    phone.hears(ALERT);
    assertThat(phone.messagesWith(ALERT)).hasSize(1);
  }

  @Test
  void a_danger_that_no_phone_confirms_goes_the_next_way_once() throws Exception {
    start(ALL_WAYS);
    order(JsonObject.of("kind", "drop-webhook", "count", 100, "only", "user_received_message"));

    breach();

    phone.hears(ALERT);
    assertThat(told("template").getString("text")).contains(ALERT);
    patiently()
        .untilAsserted(
            () ->
                assertThat(door.metric("vam_zalo_unconfirmed_total", "then=\"nothing\""))
                    .isEqualTo(1));
    assertThat(phone.messagesWith(ALERT)).hasSize(2);
  }

  @Test
  void a_danger_that_a_phone_confirms_goes_no_other_way() throws Exception {
    start(ALL_WAYS);

    breach();

    phone.hears(ALERT);
    Awaitility.await()
        .during(Duration.ofSeconds(8))
        .atMost(Duration.ofSeconds(12))
        .untilAsserted(() -> assertThat(phone.messagesWith(ALERT)).hasSize(1));
  }

  @Test
  void how_far_it_has_come_is_seen_and_it_can_be_stopped() throws Exception {
    start("");
    refuse(-230, 1, CHAT);

    breach();
    patiently().until(() -> door.metric("vam_deliveries_total", "outcome=\"rests\"") == 1);
    assertThat(fanouts())
        .singleElement()
        .satisfies(told -> assertThat(told.getLong("waiting")).isEqualTo(1));
    String name = fanouts().getFirst().getString("name");

    assertThat(door.post("/api/v1/deliveries/" + name + "/stop", 200).getLong("stopped"))
        .isEqualTo(1);

    assertThat(fanouts().getFirst().getBoolean("stopped")).isTrue();
    assertThat(door.deliveries("undeliverable")).isEqualTo(1);
    door.post("/api/v1/deliveries/A-999/raised/stop", 404);
  }

  private List<JsonObject> fanouts() {
    return door.get("/api/v1/deliveries").getJsonArray("deliveries").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private void givesNumber() {
    post("/_sim/users/u1/phone", JsonObject.of("phone", "84987654321", "submit", true));
    phone.hears("Đã giữ số điện thoại …321");
  }

  /** Waits for a message of this kind. */
  private JsonObject told(String kind) {
    patiently().until(() -> !of(kind).isEmpty());
    return of(kind).getFirst();
  }

  private List<JsonObject> of(String kind) {
    String messages = Http.get(servers.zalo.baseUri().resolve("/_sim/messages?user=u1")).body();
    return new JsonObject(messages)
        .getJsonArray("messages").stream()
            .map(JsonObject.class::cast)
            .filter(message -> message.getString("kind").equals(kind))
            .toList();
  }

  private void refuse(int code, int count, String path) {
    order(JsonObject.of("kind", "refuse", "code", code, "count", count, "only", path));
  }

  private void order(JsonObject fault) {
    post("/_sim/faults", fault);
  }

  private void switches(JsonObject positions) {
    post("/_sim/switches", positions);
  }

  private void post(String path, JsonObject body) {
    var answer = Http.post(servers.zalo.baseUri().resolve(path), "application/json", body.encode());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
  }
}
