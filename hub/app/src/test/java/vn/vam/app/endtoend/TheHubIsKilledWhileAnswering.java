package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.app.endtoend.DyingHub.CHAT;
import static vn.vam.app.endtoend.DyingHub.patiently;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SIGKILL at every step between a question and its answer: who asks gets the answer once. */
class TheHubIsKilledWhileAnswering {
  private static final String ANSWER = "Bà con chọn một việc bên dưới";

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private DyingHub hub;

  /** Where the answer stands when the hub dies. */
  enum Step {
    /** It is on disk; the messenger is away. */
    WRITTEN,
    /** The messenger hung up before it took it: nobody has it. */
    NEVER_TAKEN,
    /** The messenger has delivered it and not answered yet. */
    ON_THE_WIRE,
    /** The messenger has delivered it and hung up. */
    IN_DOUBT,
    DELIVERED
  }

  @BeforeEach
  void a_citizen_follows() {
    hub = DyingHub.startIn(folder, opened, UnaryOperator.identity());
    hub.phone.follow();
    hub.phone.hears("Xin chào");
    patiently().until(() -> hub.door.deliveries("waiting") == 0);
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void who_asks_is_answered_once(Step step) {
    reach(step);
    hub.dies();
    hub.comesBack();

    isAnsweredOnce();
  }

  @Test
  void so_is_who_asks_while_it_lives_and_the_messenger_hangs_up() {
    hub.order("cut-before-accept", 1, CHAT, JsonObject.of());
    hub.phone.say("giúp");

    isAnsweredOnce();
  }

  private void isAnsweredOnce() {
    patiently()
        .atMost(Duration.ofSeconds(90))
        .until(
            () ->
                hub.door.deliveries("waiting") == 0
                    && hub.door.deliveries("unclear") == 0
                    && hub.door.deliveries("delivered") == 2);
    assertThat(hub.phone.messagesWith(ANSWER)).hasSize(1);
  }

  private void reach(Step step) {
    switch (step) {
      case WRITTEN -> {
        hub.order("rate-limit", 1, CHAT, JsonObject.of());
        hub.phone.say("giúp");
        patiently().until(() -> hub.counted("retrylater") == 1);
      }
      case NEVER_TAKEN -> {
        hub.order("cut-before-accept", 1, CHAT, JsonObject.of());
        hub.phone.say("giúp");
        patiently().until(() -> hub.counted("unclear") == 1);
      }
      case ON_THE_WIRE -> hub.reach(DyingHub.Step.ON_THE_WIRE, CHAT, this::asks, ANSWER);
      case IN_DOUBT -> hub.reach(DyingHub.Step.IN_DOUBT, CHAT, this::asks, ANSWER);
      case DELIVERED -> hub.reach(DyingHub.Step.DELIVERED, CHAT, this::asks, ANSWER);
    }
  }

  private void asks() {
    hub.phone.say("giúp");
  }
}
