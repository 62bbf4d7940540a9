package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
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
 * SIGKILL at every step between a breach and a citizen: each is told once, or it is counted that
 * nobody knows.
 */
class TheHubIsKilledWhileTelling {
  private static final String ALERT = "Nước tại Xuân Hòa đã mặn";

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private Servers servers;
  private HubElsewhere hub;
  private Phone phone;
  private Door door;
  private boolean pulledOut;

  /** Where the delivery stands when the hub dies. */
  enum Step {
    /** The reading is acknowledged, and perhaps judged. */
    PUBLISHED,
    /** The message is in the outbox; the messenger is away. */
    WRITTEN,
    /** The messenger was asked and hung up before it took the message. */
    REFUSED_A_CONNECTION,
    /** The messenger has delivered it and not answered yet. */
    ON_THE_WIRE,
    /** The messenger has delivered it and hung up: the hub is in doubt. */
    IN_DOUBT,
    /** The messenger wants the hub to come again later. */
    PUT_OFF,
    /** Its answer is on disk. */
    DELIVERED
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void a_citizen_is_told_once_or_it_is_counted_that_nobody_knows(Step step) {
    reach(step);
    hub.kill();
    plugIn();
    hub.startAgain();

    untilSettled();
    long unclear = door.deliveries("unclear");
    int told = phone.messagesWith(ALERT).size();
    assertThat(told).as("told, %d unclear", unclear).isLessThanOrEqualTo(1);
    assertThat(told + unclear).isGreaterThanOrEqualTo(1);
    assertThat(door.deliveries("undeliverable")).isZero();
    assertThat(door.alerts()).hasSize(1);
  }

  @BeforeEach
  void a_citizen_has_agreed() {
    servers = Servers.startIn(folder, opened);
    door = servers.door();
    phone = servers.phone();
    hub = opened.add(new HubElsewhere(servers.config(), door));
    phone.follow();
    phone.hears("Xin chào");
    phone.say("nhận cảnh báo Xuân Hòa");
    phone.hears("Đã ghi nhận");
    patiently().until(() -> door.deliveries("waiting") == 0);
    servers.cableToZalo.pullOut();
    pulledOut = true;
  }

  private void plugIn() {
    if (pulledOut) {
      servers.cableToZalo.plugIn();
      pulledOut = false;
    }
  }

  private void reach(Step step) {
    switch (step) {
      case PUBLISHED -> breach();
      case WRITTEN -> {
        breach();
        patiently().until(() -> door.deliveries("waiting") == 1);
      }
      case REFUSED_A_CONNECTION -> {
        order("cut-before-accept", 1, 0);
        plugIn();
        breach();
        patiently().until(() -> counted("unclear") + counted("retrylater") == 1);
      }
      case ON_THE_WIRE -> {
        order("slow", 1, 30_000);
        plugIn();
        breach();
        phone.hears(ALERT);
      }
      case IN_DOUBT -> {
        order("cut-after-accept", 1, 0);
        phone.echoesAreLost(1);
        plugIn();
        breach();
        patiently().until(() -> counted("unclear") == 1);
      }
      case PUT_OFF -> {
        order("rate-limit", 1, 0);
        plugIn();
        breach();
        patiently().until(() -> counted("retrylater") == 1);
      }
      case DELIVERED -> {
        long before = door.deliveries("delivered");
        plugIn();
        breach();
        patiently().until(() -> door.deliveries("delivered") == before + 1);
      }
    }
  }

  private void breach() {
    servers.field().measures("xuan-hoa-1", 4.2);
  }

  private double counted(String outcome) {
    return door.metric("vam_deliveries_total", "outcome=\"" + outcome + "\"");
  }

  private void order(String kind, int count, int ms) {
    var answer =
        Http.post(
            servers.zalo.baseUri().resolve("/_sim/faults"),
            "application/json",
            JsonObject.of("kind", kind, "count", count, "ms", ms, "only", "/v3.0/oa/message/cs")
                .encode());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  /** Until nothing waits any more, and an alert that was published has been judged. */
  private void untilSettled() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(150))
        .pollInterval(Duration.ofMillis(250))
        .untilAsserted(
            () -> {
              assertThat(door.alerts()).hasSize(1);
              assertThat(door.deliveries("waiting")).isZero();
              assertThat(phone.messagesWith(ALERT).size() + door.deliveries("unclear"))
                  .isGreaterThanOrEqualTo(1);
            });
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
  }
}
