package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.BadConfig;
import vn.vam.app.hub.Hub;

/** People on duty are called in the chat, and act there. */
class OperatorsLookAfterAnAlert {
  /** How long the rule of these tests has to hold. */
  private static final Duration HELD = Duration.ofSeconds(1);

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private Servers servers;
  private Hub hub;
  private Field field;
  private Door door;
  private Phone duty;
  private Phone chief;

  @BeforeEach
  void the_shift_follows() throws BadConfig {
    servers = Servers.startIn(folder, opened);
    hub = HubHere.start(OnDuty.config(servers, "1h"));
    opened.add(() -> hub.close());
    field = servers.field();
    door = servers.door();
    duty = servers.phone().of("duty-1");
    chief = servers.phone().of("chief-1");
    duty.follow();
    chief.follow();
    duty.hears("Xin chào");
    chief.hears("Xin chào");
  }

  @Test
  void who_is_called_takes_it_on_in_the_chat_and_hears_of_its_end() {
    field.measures("xuan-hoa-1", 4.2);
    String number = number(duty.hears("🔔 Tin A-"));

    assertThat(duty.asks("nhan " + number.replace("-", "").toLowerCase(Locale.ROOT)))
        .startsWith("Trực ban đã nhận tin " + number);
    assertThat(duty.asks("ghi chú " + number + " đã gọi cho cống")).contains("Đã ghi chú");
    field.measures("xuan-hoa-1", 0.1);
    duty.hears("✅ Tin " + number + " đã hết");

    assertThat(events(number))
        .containsExactly("raised", "called", "acknowledged", "commented", "cleared");
    assertThat(chief.messagesWith("🔔")).isEmpty();
  }

  @Test
  void what_nobody_takes_on_is_told_to_the_next_also_when_the_hub_was_restarted() throws BadConfig {
    field.measures("xuan-hoa-1", 4.2);
    String number = number(duty.hears("🔔 Tin A-"));

    hub.close();
    hub = HubHere.start(OnDuty.config(servers, "1h"));

    chief.hears("🔔 Tin " + number);
    assertThat(duty.messagesWith("🔔 Tin " + number)).hasSize(1);
  }

  @Test
  void a_breach_that_is_doubted_is_told_to_them_at_once_and_to_all_when_a_second_value_agrees() {
    Phone citizen = servers.phone();
    citizen.follow();
    citizen.hears("Xin chào");
    citizen.say("nhận cảnh báo Xuân Hòa");
    citizen.hears("Đã ghi nhận");
    Instant first = Instant.now().minusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
    field.measures("xuan-hoa-1", 0.1, first.minusSeconds(3));
    field.measures("xuan-hoa-1", 25, first);

    assertThat(duty.hears("❓ Chưa xác nhận")).contains("Xuân Hòa", "chưa báo cho người dân");
    assertThat(door.alerts()).isEmpty();
    field.measures("xuan-hoa-1", 25.5);

    duty.hears("🔔 Tin A-");
    citizen.hears("đã mặn");
    assertThat(Instant.parse(door.alerts().getFirst().getString("since")))
        .isEqualTo(first.plus(HELD));
  }

  @Test
  void an_alert_is_given_to_a_colleague_who_hears_of_it() {
    field.measures("xuan-hoa-1", 4.2);
    String number = number(duty.hears("🔔 Tin A-"));

    assertThat(duty.asks("giao " + number + " cho truong ca")).contains("cho Trưởng ca");

    chief.hears("📌 Bạn được giao tin " + number);
    assertThat(door.alerts().getFirst().getString("assignee")).isEqualTo("Trưởng ca");
  }

  @Test
  void what_is_put_off_on_the_console_is_open_and_quiet() {
    field.measures("xuan-hoa-1", 4.2);
    String number = number(duty.hears("🔔 Tin A-"));

    JsonObject snoozed =
        door.post(
            "/api/v1/alerts/" + number + "/snooze", "{\"for\":\"1h\",\"operator\":\"truc-ban\"}");

    assertThat(snoozed.getString("assignee")).isEqualTo("Trực ban");
    assertThat(duty.asks("việc")).contains(number, "Trực ban nhận");
  }

  @Test
  void what_an_operator_closes_is_over_and_who_was_told_hears_that_it_was_closed() {
    Phone citizen = servers.phone();
    citizen.follow();
    citizen.hears("Xin chào");
    citizen.say("nhận cảnh báo Xuân Hòa");
    citizen.hears("Đã ghi nhận");
    field.measures("xuan-hoa-1", 4.2);
    String number = number(duty.hears("🔔 Tin A-"));
    citizen.hears("Nước tại Xuân Hòa đã mặn");

    assertThat(duty.asks("không nhận " + number)).contains("vẫn để nguyên");
    assertThat(door.alerts().getFirst().getString("state")).isEqualTo("raised");
    assertThat(duty.asks("dong " + number + " bao nham")).contains("Đã đóng tin " + number);

    assertThat(citizen.hears("Người trực đã đóng tin số " + number))
        .contains("chưa có nghĩa là đã trở lại bình thường");
    assertThat(events(number)).contains("closed").doesNotContain("cleared");
  }

  @Test
  void a_citizen_who_knows_the_words_gets_the_ordinary_answer_and_changes_nothing() {
    field.measures("xuan-hoa-1", 4.2);
    String number = number(duty.hears("🔔 Tin A-"));
    Phone citizen = servers.phone();
    citizen.follow();
    citizen.hears("Xin chào");

    String answer = citizen.asks("nhận " + number);

    assertThat(answer).doesNotContain(number).doesNotContain("Trực ban");
    assertThat(door.alerts().getFirst().getString("state")).isEqualTo("raised");
  }

  @Test
  void many_at_once_along_a_river_are_told_in_one_message() {
    field.measures("my-tho-1", 4.2, Instant.now().minusSeconds(7));
    field.measures("my-tho-1", 4.2);
    duty.hears("Mỹ Tho: ");
    field.measures("xuan-hoa-1", 4.2);

    String summary = duty.hears("🌊 Nhiều tin cùng lúc ở sông Tiền");

    assertThat(summary).contains("Xuân Hòa: ");
    assertThat(duty.messagesWith("🔔")).allMatch(call -> !call.contains("Xuân Hòa"));
  }

  @Test
  void what_is_shelved_is_told_to_nobody_until_it_is_taken_off_the_shelf() {
    Phone citizen = servers.phone();
    citizen.follow();
    citizen.hears("Xin chào");
    citizen.say("nhận cảnh báo Xuân Hòa");
    citizen.hears("Đã ghi nhận");
    door.post("/api/v1/shelves", "{\"rule\":\"salt\",\"station\":\"xuan-hoa\",\"for\":\"1h\"}");
    field.measures("xuan-hoa-1", 4.2);
    patiently().untilAsserted(() -> assertThat(door.alerts()).hasSize(1));
    String number = door.alerts().getFirst().getString("id");
    citizen.asks("menu");
    assertThat(citizen.messagesWith("đã mặn")).isEmpty();
    assertThat(duty.messagesWith("🔔")).isEmpty();

    assertThat(duty.asks("bo gac " + number)).contains("Đã bỏ gác");

    citizen.hears("Nước tại Xuân Hòa đã mặn");
    duty.hears("🔔 Tin " + number);
  }

  private static String number(String call) {
    return call.replaceFirst("(?s).*?(A-\\d+).*", "$1");
  }

  private List<String> events(String number) {
    patiently()
        .untilAsserted(
            () ->
                assertThat(door.get("/api/v1/alerts/" + number).getString("state"))
                    .isEqualTo("cleared"));
    return door.get("/api/v1/alerts/" + number).getJsonArray("history").stream()
        .map(event -> ((JsonObject) event).getString("event"))
        .toList();
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(25)).pollInterval(Duration.ofMillis(50));
  }
}
