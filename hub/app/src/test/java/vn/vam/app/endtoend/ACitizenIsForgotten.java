package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.awaitility.Awaitility;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.BadConfig;
import vn.vam.app.hub.Hub;
import vn.vam.core.text.VietnameseTime;
import vn.vam.sim.town.TownConfig;
import vn.vam.sim.town.TownSimulator;
import vn.vam.testing.Http;

/** Somebody uses everything there is, and goes: nothing of them is left, wherever one looks. */
class ACitizenIsForgotten {
  private static final String ID = "u-4700114455";

  private static final String NUMBER = "84700114455";
  private static final String PLATE = "63A-470.01";

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private final int quiet = LocalTime.now(VietnameseTime.ZONE).plusHours(12).getHour();
  private Servers servers;
  private Traces traces;
  private Hub hub;
  private Door door;
  private Phone phone;
  private JsonObject dossier;

  @BeforeEach
  void somebody_uses_everything_there_is() throws BadConfig, MqttException {
    servers = Servers.startIn(folder, opened);
    TownSimulator town = opened.add(TownSimulator.start(TownConfig.standard().withPort(0)));
    traces = opened.add(Traces.of(servers, folder));
    hub = opened.add(HubHere.start(TownYaml.appendTo(servers.config(), town.port())));
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
    drivesPastTwoCameras();
    othersAreShownNothing();
  }

  /** One of them is known to the hub, the other is not: what it says is put aside. */
  private void drivesPastTwoCameras() {
    servers.field().measures("xuan-hoa-1", 0.1);
    String seen =
        "{\"event_id\":\"e1\",\"type\":\"vehicle\",\"phase\":\"new\",\"plate\":\"%s\",\"owner\":\"%s\"}"
            .formatted(PLATE, dossier.getString("TenChuHoSo"));
    traces.says("vam/v1/camera/cam-1", seen);
    traces.says("vam/v1/camera/in-nobodys-list", seen);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> door.get("/api/v1/rejected").encode().contains("in-nobodys-list"));
  }

  /** While everything is still held. */
  private void othersAreShownNothing() throws MqttException {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> door.readings("xuan-hoa").size() == 1);
    traces.showNothingOf(personal());
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
  void who_says_so_twice() throws Exception {
    phone.asks("xóa thông tin của tôi");
    assertThat(phone.asks("có")).contains("Đã xóa mọi thông tin");

    nothingIsLeft();
  }

  @Test
  void who_stops_following() throws Exception {
    Http.post(
        servers.zalo.baseUri().resolve("/_sim/users/" + ID + "/unfollow"),
        "application/json",
        "{}");
    servers.phone().of("u-another").asks("menu");

    nothingIsLeft();
  }

  @Test
  void who_withdraws_on_the_platform() throws Exception {
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

  private void nothingIsLeft() throws IOException, SQLException, MqttException {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(door.deliveries("waiting")).isZero());
    traces.showNothingOf(personal());
    hub.close();
    traces.areGone(personal());
  }

  private List<String> personal() {
    return List.of(
        "4700114455",
        NUMBER,
        PLATE,
        PLATE.replaceAll("[-.]", ""),
        dossier.getString("SoDienThoai"),
        dossier.getString("TenChuHoSo"),
        dossier.getString("MaHoSo"));
  }
}
