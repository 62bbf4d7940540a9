package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.app.endtoend.DyingHub.ALERT;
import static vn.vam.app.endtoend.DyingHub.ALL_CLEAR;
import static vn.vam.app.endtoend.DyingHub.CHAT;
import static vn.vam.app.endtoend.DyingHub.TEMPLATE;
import static vn.vam.app.endtoend.DyingHub.patiently;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vam.app.endtoend.DyingHub.Step;

/**
 * SIGKILL while a danger goes as a template, because the chat is closed, and while an all-clear
 * goes: each is told once, or it is counted that nobody knows.
 */
class TheHubIsKilledOnAnotherWay {
  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private DyingHub hub;

  @BeforeEach
  void a_citizen_has_agreed() {
    hub =
        DyingHub.startIn(
            folder,
            opened,
            yaml ->
                yaml.replace("severity: warning", "severity: danger")
                    .replace("\nzalo:\n", "\nzalo:\n  template_by_user: t-user\n"));
    hub.aCitizenAgrees();
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void a_citizen_whose_chat_is_closed_is_told_once_or_it_is_counted_that_nobody_knows(Step step) {
    hub.order("refuse", 1, CHAT, JsonObject.of("code", -230));
    hub.reach(step, TEMPLATE, hub::breach, ALERT);
    hub.dies();
    hub.comesBack();

    hub.untilSettled(ALERT, 1);
    hub.isToldOnceOrDoubted(ALERT);
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"ON_THE_WIRE", "IN_DOUBT", "DELIVERED"})
  void the_all_clear_is_told_once_or_it_is_counted_that_nobody_knows(Step step) {
    hub.breach();
    hub.phone.hears(ALERT);
    patiently().until(() -> hub.door.deliveries("waiting") == 0);
    hub.reach(step, CHAT, () -> hub.measures(0.1), ALL_CLEAR);
    hub.dies();
    hub.comesBack();

    hub.untilSettled(ALL_CLEAR, 1);
    hub.isToldOnceOrDoubted(ALL_CLEAR);
    assertThat(hub.phone.messagesWith(ALERT)).hasSize(1);
  }
}
