package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.testing.Http;

/**
 * SIGKILL between the office's change and the citizen: it is told once, or it is counted that
 * nobody knows.
 */
class TheHubIsKilledWhileADossierMoves {
  private static final String CHANGED = "có thay đổi.";

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();

  @Test
  void each_change_is_told_once() {
    Servers servers = Servers.startIn(folder, opened);
    Door door = servers.door();
    Phone phone = servers.phone();
    HubElsewhere hub = opened.add(new HubElsewhere(servers.config(), door));
    String code = servers.office.codes().getFirst();
    phone.asks(code + " " + servers.office.lookUpCode(code));
    assertThat(phone.asks("theo dõi")).contains("Đã ghi nhận");
    patiently().until(() -> door.deliveries("waiting") == 0);

    moveOn(servers, code);
    hub.kill();
    hub.startAgain();
    patiently().until(() -> toldOrUnclear(phone, door) == 1);

    servers.cableToZalo.pullOut();
    moveOn(servers, code);
    patiently().until(() -> door.deliveries("waiting") + toldOrUnclear(phone, door) == 2);
    hub.kill();
    servers.cableToZalo.plugIn();
    hub.startAgain();
    patiently().until(() -> toldOrUnclear(phone, door) == 2);
    phone.asks("menu");
    assertThat(toldOrUnclear(phone, door)).isEqualTo(2);
  }

  /** A message that left as the hub died may have arrived: then it is counted. */
  private static long toldOrUnclear(Phone phone, Door door) {
    return phone.messagesWith(CHANGED).size() + door.deliveries("unclear");
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(150));
  }

  private static void moveOn(Servers servers, String code) {
    var answer =
        Http.post(
            URI.create(
                "http://127.0.0.1:%d/_sim/dossiers/%s/advance"
                    .formatted(servers.office.port(), code)),
            "application/json",
            "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }
}
