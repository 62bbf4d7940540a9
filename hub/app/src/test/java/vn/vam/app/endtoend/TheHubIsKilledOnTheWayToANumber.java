package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.app.endtoend.DyingHub.ALERT;
import static vn.vam.app.endtoend.DyingHub.BY_PHONE;
import static vn.vam.app.endtoend.DyingHub.CHAT;
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
 * SIGKILL while a warning goes to the telephone number that a citizen left, because the chat is
 * closed: it is told once, or it is counted that nobody knows. The messenger shows nobody what went
 * to a number.
 */
class TheHubIsKilledOnTheWayToANumber {
  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private DyingHub hub;

  @BeforeEach
  void a_citizen_has_agreed_and_left_a_number() {
    hub =
        DyingHub.startAtNoonIn(
            folder,
            opened,
            yaml -> yaml.replace("\nzalo:\n", "\nzalo:\n  template_by_phone: t-phone\n"));
    hub.aCitizenAgrees();
    hub.phone.hears("để lại số điện thoại");
    hub.post("/_sim/users/u1/phone", JsonObject.of("phone", "84987654321", "submit", true));
    hub.phone.hears("Đã giữ số điện thoại");
    patiently().until(() -> hub.door.deliveries("waiting") == 0);
    hub.order("refuse", 1, CHAT, JsonObject.of("code", -230));
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"ON_THE_WIRE", "IN_DOUBT"})
  void a_citizen_is_told_once_or_it_is_counted_that_nobody_knows(Step step) {
    hub.reach(step, BY_PHONE, hub::breach, ALERT);
    hub.dies();
    hub.comesBack();

    hub.untilSettled(ALERT, 1);
    hub.isToldOnceOrDoubted(ALERT);
    assertThat(hub.phone.kinds()).containsOnlyOnce("zns");
  }
}
