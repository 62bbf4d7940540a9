package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.BadConfig;
import vn.vam.app.hub.Hub;
import vn.vam.testing.Http;

/** A citizen follows a dossier: from the chat to the office, again and again, and back. */
class AFollowedDossier {
  private static final String CHANGED = "có thay đổi.";

  /** The next state is {@link #IN_PROCESS}, for every dossier. */
  private static final int ACCEPTED = 2;

  private static final int IN_PROCESS = 4;
  private static final int FINISHED = 9;

  @TempDir static Path folder;
  @AutoClose private static final Opened opened = new Opened();
  @AutoClose private static final LoggedLines logged = LoggedLines.begin();
  private static Servers servers;
  private static Hub hub;
  private static final Set<String> taken = new HashSet<>();
  private static int citizens;

  private Phone phone;

  @BeforeAll
  static void the_hub_starts() throws BadConfig {
    servers = Servers.startIn(folder, opened);
    hub = opened.add(HubHere.start(servers.config()));
  }

  @BeforeEach
  void someone_else_each_time() {
    phone = servers.phone().of("citizen-" + citizens++);
  }

  @Test
  void is_told_of_at_its_end_once_and_followed_no_more() {
    String code = follows(phone, one(FINISHED));

    moveOn(code);

    assertThat(phone.hears("Hồ sơ " + code + " " + CHANGED))
        .contains("đã trả kết quả", "từ nay không theo dõi nữa")
        .doesNotContain("Người nộp");
    assertThat(phone.asks("ho so toi theo doi")).contains("chưa theo dõi hồ sơ nào");
    assertThat(phone.messagesWith(CHANGED)).hasSize(1);
  }

  @Test
  void is_told_of_after_the_office_was_away_and_the_hub_restarted() throws BadConfig {
    String code = follows(phone, one(ACCEPTED));
    servers.cableToOffice.pullOut();
    try {
      moveOn(code);
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  servers.door().metric("vam_dossier_follow_looks_total", "outcome=\"unavailable\"")
                      > 0);
      hub.close();
    } finally {
      servers.cableToOffice.plugIn();
    }
    hub = opened.add(HubHere.start(servers.config()));

    phone.hears("Hồ sơ " + code + " " + CHANGED);
    assertThat(phone.asks("hồ sơ tôi theo dõi")).contains(code);
    assertThat(phone.messagesWith(CHANGED)).hasSize(1);
  }

  @Test
  void is_told_of_to_nobody_who_has_stopped() {
    String code = follows(phone, one(IN_PROCESS));
    Phone other = servers.phone().of("citizen-" + citizens++);
    follows(other, code);
    assertThat(phone.asks("bo theo doi " + code)).contains("Đã thôi theo dõi");

    moveOn(code);

    other.hears(CHANGED);
    phone.asks("menu");
    assertThat(phone.messagesWith(CHANGED)).isEmpty();
  }

  @Test
  void is_not_followed_by_who_holds_no_receipt() {
    String code = one(IN_PROCESS);

    assertThat(phone.asks("#theodoi " + code)).contains("4 số cuối");
    assertThat(phone.asks("0Q0Q")).contains("Không tìm thấy hồ sơ nào khớp");
    assertThat(phone.asks("hồ sơ tôi theo dõi")).contains("chưa theo dõi hồ sơ nào");
  }

  @Test
  void is_named_in_no_log_and_no_answer_to_others() {
    String code = follows(phone, one(IN_PROCESS));
    moveOn(code);
    phone.hears(CHANGED);

    for (String path : new String[] {"/metrics", "/api/v1/parked", "/api/v1/books"}) {
      assertThat(Http.get(servers.door().at(path)).body()).as(path).doesNotContain(code);
    }
    assertThat(logged.all()).noneMatch(line -> line.contains(code));
  }

  private static String follows(Phone phone, String code) {
    phone.asks(code + " " + servers.office.lookUpCode(code));
    assertThat(phone.asks("theo doi")).contains("Đã ghi nhận", code, "DỪNG");
    return code;
  }

  /** A dossier in that state that no other test has. */
  private static String one(int state) {
    return new JsonObject(Http.get(office("/_sim/dossiers")).body())
        .getJsonArray("dossiers").stream()
            .map(JsonObject.class::cast)
            .filter(dossier -> dossier.getInteger("MaTrangThai") == state)
            .map(dossier -> dossier.getString("MaHoSo"))
            .filter(taken::add)
            .findFirst()
            .orElseThrow();
  }

  private static void moveOn(String code) {
    var answer = Http.post(office("/_sim/dossiers/" + code + "/advance"), "application/json", "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static URI office(String path) {
    return URI.create("http://127.0.0.1:" + servers.office.port() + path);
  }
}
