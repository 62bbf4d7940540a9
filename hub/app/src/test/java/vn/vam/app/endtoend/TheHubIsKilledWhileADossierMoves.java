package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.testing.Http;

/** SIGKILL between the office's change and the citizen: it is told once. */
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

    moveOn(servers, code);
    hub.kill();
    hub.startAgain();
    phone.hears(CHANGED);

    servers.cableToZalo.pullOut();
    moveOn(servers, code);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> door.deliveries("waiting") + door.deliveries("unclear") == 1);
    hub.kill();
    servers.cableToZalo.plugIn();
    hub.startAgain();
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> phone.messagesWith(CHANGED).size() + door.deliveries("unclear") == 2);
    phone.asks("menu");
    assertThat(phone.messagesWith(CHANGED)).hasSizeBetween(1, 2);
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
