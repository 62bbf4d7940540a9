package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.BadConfig;
import vn.vam.app.hub.Hub;
import vn.vam.core.text.VietnameseTime;
import vn.vam.testing.Http;

/** Somebody uses everything there is, and goes: nothing of them is left, wherever one looks. */
class ACitizenIsForgotten {
  private static final String ID = "u-4700114455";

  private static final String NUMBER = "84700114455";

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  @AutoClose private final LoggedLines logged = LoggedLines.begin();
  private final int quiet = LocalTime.now(VietnameseTime.ZONE).plusHours(12).getHour();
  private Servers servers;
  private Hub hub;
  private Door door;
  private Phone phone;
  private JsonObject dossier;

  @BeforeEach
  void somebody_uses_everything_there_is() throws BadConfig {
    servers = Servers.startIn(folder, opened);
    hub = opened.add(HubHere.start(servers.config()));
    door = servers.door();
    phone = servers.phone().of(ID);
    phone.follow();
    phone.hears("Xin chào");
    phone.asks("nhận cảnh báo xuân hòa");
    phone.asks("báo tôi khi Bến Tre trên 1");
    phone.asks("đừng báo từ " + quiet + "h đến " + quiet + "h30");
    looksForADossier();
    phone.asks("chuyện của tôi kín-4700114455");
    servers.field().measures("ben-tre-1", 1.4);
    phone.hears("đúng mức bà con dặn");
    Http.post(
        servers.zalo.baseUri().resolve("/_sim/users/" + ID + "/phone"),
        "application/json",
        "{\"phone\":\"" + NUMBER + "\",\"submit\":true}");
    assertThat(phone.asks("bạn giữ gì về tôi"))
        .contains(
            "Tôi đồng ý nhận tin cảnh báo của trạm Xuân Hòa",
            "Bến Tre trên 1 g/l",
            "Số điện thoại …455",
            "khi hồ sơ " + dossier.getString("MaHoSo") + " có thay đổi",
            quiet + ":00");
  }

  private void looksForADossier() {
    String code = servers.office.codes().getFirst();
    URI office = URI.create("http://127.0.0.1:" + servers.office.port() + "/");
    dossier = new JsonObject(Http.get(office.resolve("/api/hoso/" + code)).body());
    phone.sendsPhoto(Http.bytes(office.resolve("/phieu/" + code)));
    phone.hears("mã tra cứu");
    phone.asks(dossier.getString("SoDienThoai"));
    phone.hears("Tình trạng");
    assertThat(phone.asks("theo dõi")).contains("Đã ghi nhận");
    Http.post(office.resolve("/_sim/dossiers/" + code + "/advance"), "application/json", "");
    phone.hears("Hồ sơ " + code + " có thay đổi");
  }

  @Test
  void who_says_so_twice() throws IOException {
    phone.asks("xóa thông tin của tôi");
    assertThat(phone.asks("có")).contains("Đã xóa mọi thông tin");

    nothingIsLeft();
  }

  @Test
  void who_stops_following() throws IOException {
    Http.post(
        servers.zalo.baseUri().resolve("/_sim/users/" + ID + "/unfollow"),
        "application/json",
        "{}");
    servers.phone().of("u-another").asks("menu");

    nothingIsLeft();
  }

  @Test
  void who_withdraws_on_the_platform() throws IOException {
    String withdrawal =
        """
        {"app_id":"%s","oa_id":"388613280879808645","user_id":"%s","event_name":"user_withdraw",\
        "timestamp":"%d"}\
        """
            .formatted(Servers.APP_ID, ID, Instant.now().toEpochMilli());

    int status = Signed.with(withdrawal, Servers.OA_SECRET).postTo(door.at("/webhooks/zalo"));

    assertThat(status).isEqualTo(200);
    phone.hears("Đã xóa mọi thông tin");
    nothingIsLeft();
  }

  private void nothingIsLeft() throws IOException {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(door.deliveries("waiting")).isZero());
    List<String> personal =
        List.of(
            "4700114455",
            NUMBER,
            dossier.getString("SoDienThoai"),
            dossier.getString("TenChuHoSo"),
            dossier.getString("MaHoSo"));
    assertThat(Http.get(door.at("/metrics")).body()).doesNotContain(personal);
    assertThat(Http.get(door.at("/api/v1/parked")).body()).doesNotContain(personal);
    hub.close();
    assertThat(logged.all()).noneMatch(line -> personal.stream().anyMatch(line::contains));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as("%s", folder.relativize(file))
            .doesNotContain(latin(personal));
      }
    }
  }

  /** As a file's bytes look that is read a character each. */
  private static List<String> latin(List<String> texts) {
    return texts.stream()
        .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
        .toList();
  }
}
