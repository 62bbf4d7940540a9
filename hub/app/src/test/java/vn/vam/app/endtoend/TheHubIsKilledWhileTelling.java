package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.app.endtoend.DyingHub.ALERT;
import static vn.vam.app.endtoend.DyingHub.CHAT;
import static vn.vam.app.endtoend.DyingHub.patiently;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * SIGKILL at every step between a breach and a citizen: each is told once, or it is counted that
 * nobody knows.
 */
class TheHubIsKilledWhileTelling {
  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private DyingHub hub;
  private boolean pulledOut;

  /** Where the delivery stands when the hub dies. */
  enum Step {
    /** The reading is acknowledged, and perhaps judged. */
    PUBLISHED,
    /** The message is in the outbox; the messenger is away. */
    WRITTEN,
    /** The messenger was asked and hung up before it took the message. */
    REFUSED_A_CONNECTION,
    ON_THE_WIRE,
    IN_DOUBT,
    /** The messenger wants the hub to come again later. */
    PUT_OFF,
    DELIVERED
  }

  @BeforeEach
  void a_citizen_has_agreed() {
    hub = DyingHub.startIn(folder, opened, UnaryOperator.identity());
    hub.aCitizenAgrees();
    hub.servers.cableToZalo.pullOut();
    pulledOut = true;
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void a_citizen_is_told_once_or_it_is_counted_that_nobody_knows(Step step) {
    reach(step);
    hub.dies();
    plugIn();
    hub.comesBack();

    patiently().untilAsserted(() -> assertThat(hub.door.alerts()).hasSize(1));
    hub.untilSettled(ALERT, 1);
    hub.isToldOnceOrDoubted(ALERT);
  }

  private void plugIn() {
    if (pulledOut) {
      hub.servers.cableToZalo.plugIn();
      pulledOut = false;
    }
  }

  private void reach(Step step) {
    switch (step) {
      case PUBLISHED -> hub.breach();
      case WRITTEN -> {
        hub.breach();
        patiently().until(() -> hub.door.deliveries("waiting") == 1);
      }
      case REFUSED_A_CONNECTION -> {
        hub.order("cut-before-accept", 1, CHAT, new JsonObject());
        plugIn();
        hub.breach();
        patiently().until(() -> hub.counted("unclear") + hub.counted("retrylater") == 1);
      }
      case PUT_OFF -> {
        hub.order("rate-limit", 1, CHAT, new JsonObject());
        plugIn();
        hub.breach();
        patiently().until(() -> hub.counted("retrylater") == 1);
      }
      case ON_THE_WIRE -> reachAtTheMessenger(DyingHub.Step.ON_THE_WIRE);
      case IN_DOUBT -> reachAtTheMessenger(DyingHub.Step.IN_DOUBT);
      case DELIVERED -> reachAtTheMessenger(DyingHub.Step.DELIVERED);
    }
  }

  private void reachAtTheMessenger(DyingHub.Step step) {
    plugIn();
    hub.reach(step, CHAT, hub::breach, ALERT);
  }
}
