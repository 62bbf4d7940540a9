package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vam.testing.Http;

/**
 * SIGKILL while a danger goes as a template, because the chat is closed, and while an all-clear
 * goes: each is told once, or it is counted that nobody knows.
 */
class TheHubIsKilledOnAnotherWay {
  private static final String ALERT = "Nước tại Xuân Hòa đã mặn";
  private static final String ALL_CLEAR = "Nước tại Xuân Hòa đã bớt mặn";
  private static final String CHAT = "/v3.0/oa/message/cs";
  private static final String TEMPLATE = "/v3.0/oa/message/template";

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private Servers servers;
  private HubElsewhere hub;
  private Phone phone;
  private Door door;

  /** Where the delivery stands when the hub dies. */
  enum Step {
    /** Another way is next; its answer is not on disk yet, or just is. */
    TURNED_DOWN,
    /** The messenger has delivered it and not answered yet. */
    ON_THE_WIRE,
    /** The messenger has delivered it and hung up: the hub is in doubt. */
    IN_DOUBT,
    /** Its answer is on disk. */
    DELIVERED
  }

  @BeforeEach
  void a_citizen_has_agreed() throws IOException {
    servers = Servers.startIn(folder, opened);
    door = servers.door();
    phone = servers.phone();
    hub = opened.add(new HubElsewhere(withATemplate(servers.config()), door));
    phone.follow();
    phone.hears("Xin chào");
    phone.say("nhận cảnh báo Xuân Hòa");
    phone.hears("Đã ghi nhận");
    patiently().until(() -> door.deliveries("waiting") == 0);
  }

  private static Path withATemplate(Path config) throws IOException {
    String yaml = Files.readString(config).replace("severity: warning", "severity: danger");
    return Files.writeString(
        config, yaml.replace("\nzalo:\n", "\nzalo:\n  template_by_user: t-user\n"));
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void a_citizen_whose_chat_is_closed_is_told_once_or_it_is_counted_that_nobody_knows(Step step) {
    order("refuse", 1, CHAT, JsonObject.of("code", -230));
    reach(step, TEMPLATE, 4.2, ALERT);
    dieAndComeBack();

    untilSettled(ALERT);
    isToldOnceOrDoubted(ALERT);
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"ON_THE_WIRE", "IN_DOUBT", "DELIVERED"})
  void the_all_clear_is_told_once_or_it_is_counted_that_nobody_knows(Step step) {
    servers.field().measures("xuan-hoa-1", 4.2);
    phone.hears(ALERT);
    patiently().until(() -> door.deliveries("waiting") == 0);
    reach(step, CHAT, 0.1, ALL_CLEAR);
    dieAndComeBack();

    untilSettled(ALL_CLEAR);
    isToldOnceOrDoubted(ALL_CLEAR);
    assertThat(phone.messagesWith(ALERT)).hasSize(1);
  }

  private void reach(Step step, String path, double salinity, String words) {
    long delivered = door.deliveries("delivered");
    switch (step) {
      case TURNED_DOWN, ON_THE_WIRE -> order("slow", 1, path, JsonObject.of("ms", 30_000));
      case IN_DOUBT -> {
        order("cut-after-accept", 1, path, JsonObject.of());
        phone.echoesAreLost(1);
      }
      case DELIVERED -> {}
    }
    servers.field().measures("xuan-hoa-1", salinity);
    switch (step) {
      case TURNED_DOWN -> patiently().until(() -> counted("otherway") == 1);
      case ON_THE_WIRE -> phone.hears(words);
      case IN_DOUBT -> patiently().until(() -> counted("unclear") == 1);
      case DELIVERED -> patiently().until(() -> door.deliveries("delivered") == delivered + 1);
    }
  }

  private void dieAndComeBack() {
    hub.kill();
    hub.startAgain();
  }

  private void isToldOnceOrDoubted(String words) {
    long unclear = door.deliveries("unclear");
    int told = phone.messagesWith(words).size();
    assertThat(told).as("told, %d unclear", unclear).isLessThanOrEqualTo(1);
    assertThat(told + unclear).isGreaterThanOrEqualTo(1);
    assertThat(door.deliveries("undeliverable")).isZero();
    assertThat(door.alerts()).hasSize(1);
  }

  private double counted(String outcome) {
    return door.metric("vam_deliveries_total", "outcome=\"" + outcome + "\"");
  }

  private void order(String kind, int count, String path, JsonObject more) {
    var answer =
        Http.post(
            servers.zalo.baseUri().resolve("/_sim/faults"),
            "application/json",
            JsonObject.of("kind", kind, "count", count, "only", path).mergeIn(more).encode());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  private void untilSettled(String words) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(150))
        .pollInterval(Duration.ofMillis(250))
        .untilAsserted(
            () -> {
              assertThat(door.deliveries("waiting")).isZero();
              assertThat(phone.messagesWith(words).size() + door.deliveries("unclear"))
                  .isGreaterThanOrEqualTo(1);
            });
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
  }
}
