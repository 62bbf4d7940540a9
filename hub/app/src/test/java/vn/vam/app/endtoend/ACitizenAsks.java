package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.app.config.BadConfig;
import vn.vam.barcode.PrintedCode;
import vn.vam.testing.Http;

/** From a citizen's phone through the webhook to an answer. */
class ACitizenAsks {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("H:mm").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

  @TempDir static Path folder;
  @AutoClose private static final Opened opened = new Opened();
  private static Servers servers;
  private static Door door;
  private static Instant measured;
  private static int citizens;

  private Phone phone;

  @BeforeAll
  static void the_water_turns_salt() throws BadConfig {
    servers = Servers.startIn(folder, opened);
    opened.add(HubHere.start(servers.config()));
    door = servers.door();
    measured = Instant.now();
    servers.field().measures("xuan-hoa-1", 1.0, measured.minusSeconds(1_800));
    servers.field().measures("xuan-hoa-1", 4.2, measured);
    Awaitility.await().until(() -> door.readings("xuan-hoa").size() == 2);
  }

  @BeforeEach
  void someone_else_each_time() {
    phone = servers.phone().of("citizen-" + citizens++);
  }

  @Test
  void nothing_yet_and_is_welcomed() {
    phone.follow();

    assertThat(phone.hears("Xin chào bà con")).contains("Xuân Hòa").contains("mã hồ sơ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"độ mặn xuân hòa", "do man xuan hoa", "ĐỘ MẶN XUÂN HOÀ?"})
  void for_the_salinity_and_hears_value_time_and_trend(String question) {
    String answer = phone.asks(question);

    assertThat(answer)
        .contains("Xuân Hòa")
        .contains("4,2 g/l")
        .contains(CLOCK.format(measured))
        .contains("đang lên");
  }

  @Test
  void from_where_they_stand_and_hears_of_the_nearest_stations() {
    phone.sharesPlace(10.34, 106.42);

    assertThat(phone.hears("gần bà con nhất")).contains("Xuân Hòa: 4,2 g/l", "km");
  }

  @Test
  void when_it_will_be_safe_and_hears_of_the_tide_or_that_nobody_knows() {
    assertThat(phone.asks("khi nao xuan hoa het man")).contains("4,2 g/l", "con nước");
    assertThat(phone.asks("khi nào bến tre an toàn")).startsWith("Không biết");
  }

  @Test
  void for_the_last_day_and_hears_that_there_is_too_little_of_it() {
    assertThat(phone.asks("biểu đồ bến tre")).contains("chưa có đủ số đo");
  }

  @Test
  void three_times_what_nobody_understands_and_is_given_a_humans_number() {
    assertThat(phone.asks("ừm thì là mà")).doesNotContain("0273 000 000");
    phone.asks("ừm thì là mà");
    assertThat(phone.asks("ừm thì là mà")).contains("0273 000 000");
  }

  @Test
  void for_a_dossier_and_hears_what_the_office_says_once_the_receipt_is_proven() {
    String code = servers.office.codes().getFirst();
    JsonObject dossier = new JsonObject(Http.get(officeAt("/api/hoso/" + code)).body());

    assertThat(phone.asks(code)).contains("4 số cuối").doesNotContain(dossier.getString("TenTTHC"));
    String answer = phone.asks(lastDigits(dossier));

    assertThat(answer)
        .contains(code)
        .contains(dossier.getString("TenTTHC"))
        .contains(dossier.getString("DonViXuLy"))
        .contains("Người nộp: " + dossier.getString("TenChuHoSo").charAt(0) + "***")
        .doesNotContain(dossier.getString("TenChuHoSo"))
        .doesNotContain(dossier.getString("SoDienThoai"));
  }

  private static String lastDigits(JsonObject dossier) {
    String phone = dossier.getString("SoDienThoai");
    return phone.substring(phone.length() - 4);
  }

  @Test
  void for_anothers_dossier_and_hears_what_those_hear_who_ask_for_none() {
    String code = servers.office.codes().get(1);
    String missing = "H58.12-200101-9999";

    String guessed = phone.asks(code + " 0Q0Q");

    assertThat(guessed).contains("Không tìm thấy hồ sơ nào khớp");
    assertThat(phone.asks(missing + " 0Q0Q").replace(missing, code)).isEqualTo(guessed);
    for (String guess : new String[] {"1111", "2222", "3333"}) {
      phone.asks(code + " " + guess);
    }
    assertThat(phone.asks(code + " " + servers.office.lookUpCode(code))).contains("quá nhiều lần");
    assertThat(door.metric("vam_dossier_lookups_total", "outcome=\"too-many-tries\"")).isEqualTo(1);
  }

  @Test
  void with_a_photo_of_the_receipt_and_hears_the_same_as_by_its_code() {
    String code = servers.office.codes().getFirst();

    phone.sendsPhoto(Http.bytes(officeAt("/phieu/" + code)));

    assertThat(phone.hears(code)).contains("mã tra cứu");
    assertThat(phone.asks(servers.office.lookUpCode(code)))
        .contains("Tình trạng", "Việc tiếp theo");
  }

  @Test
  void with_a_photo_and_its_look_up_code_below_and_hears_of_it_at_once() {
    String code = servers.office.codes().getFirst();

    phone.sendsPhoto(
        Http.bytes(officeAt("/phieu/" + code)), "xem hồ sơ này " + servers.office.lookUpCode(code));

    assertThat(phone.hears(code)).contains("Tình trạng", "Việc tiếp theo");
  }

  @Test
  void with_the_pdf_of_the_receipt_and_hears_the_same_as_by_its_code() {
    String code = servers.office.codes().get(2);

    phone.sendsFile(Http.bytes(officeAt("/phieu/" + code + ".pdf")));

    assertThat(phone.hears(code)).contains("mã tra cứu");
    assertThat(phone.asks(servers.office.lookUpCode(code))).contains("Tình trạng");
  }

  @Test
  void with_a_file_that_is_no_receipt_and_is_told_what_it_has_to_be() {
    phone.sendsFile("%PDF-1.7".getBytes(StandardCharsets.US_ASCII));

    assertThat(phone.hears("PDF")).contains("mật khẩu", "5 MB", "nhắn mã hồ sơ");
  }

  @Test
  void with_a_photo_of_something_else_and_is_told_how_to_take_a_better_one() {
    phone.sendsPhoto(PrintedCode.png("https://zalo.me/388613280879808645"));

    assertThat(phone.hears("chụp lại")).contains("chỗ sáng").contains("nhắn mã hồ sơ");
  }

  @Test
  void with_a_photo_where_the_messenger_keeps_none_and_nobody_goes_there() throws IOException {
    phone.asks("menu");
    try (ServerSocket lure = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI elsewhere = URI.create("http://127.0.0.1:" + lure.getLocalPort() + "/photo.png");

      assertThat(post(Signed.photo(phone.citizen(), "elsewhere", elsewhere))).isEqualTo(200);

      phone.hears("gửi lại sau ít phút");
      lure.setSoTimeout(1);
      assertThatThrownBy(lure::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void for_a_dossier_nobody_knows_and_is_told_so() {
    assertThat(phone.asks("H58.12-200101-9999 K7QM")).contains("Không tìm thấy hồ sơ");
  }

  @Test
  void something_else_and_is_shown_what_can_be_asked() {
    assertThat(phone.asks("bao giờ thì trời mưa vậy")).contains("chưa hiểu").contains("mã hồ sơ");
  }

  @Test
  void with_a_forged_signature_and_changes_nothing() {
    phone.follow();
    phone.hears("Xin chào");
    String body = textFrom(phone, "forged", "nhận cảnh báo Xuân Hòa");

    int wrong = post(Signed.with(body, "another-secret"));
    int none = post(new Signed(body, ""));

    assertThat(wrong).isEqualTo(401);
    assertThat(none).isEqualTo(401);
    assertThat(phone.asks("cảnh báo của tôi")).contains("chưa nhận cảnh báo nào");
    assertThat(phone.messages()).hasSize(2);
  }

  @Test
  void the_same_twice_under_one_message_id_and_is_answered_once() {
    phone.follow();
    phone.hears("Xin chào");
    Signed webhook = sign(textFrom(phone, "said-once", "độ mặn xuân hòa"));

    assertThat(post(webhook)).isEqualTo(200);
    assertThat(post(webhook)).isEqualTo(200);

    phone.hears("4,2 g/l");
    phone.asks("menu");
    assertThat(phone.messagesWith("4,2 g/l")).hasSize(1);
  }

  private static int post(Signed webhook) {
    return webhook.postTo(door.at("/webhooks/zalo"));
  }

  private static Signed sign(String body) {
    return Signed.with(body, Servers.OA_SECRET);
  }

  private static String textFrom(Phone phone, String messageId, String text) {
    return """
    {"app_id":"%s","sender":{"id":"%s"},"user_id_by_app":"552177279717587730",\
    "recipient":{"id":"388613280879808645"},"event_name":"user_send_text",\
    "message":{"text":"%s","msg_id":"%s"},"timestamp":"%d"}\
    """
        .formatted(Servers.APP_ID, phone.citizen(), text, messageId, Instant.now().toEpochMilli());
  }

  private static URI officeAt(String path) {
    return URI.create("http://127.0.0.1:" + servers.office.port() + path);
  }
}
