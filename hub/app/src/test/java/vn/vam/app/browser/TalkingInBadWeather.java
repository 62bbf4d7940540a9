package vn.vam.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.app.browser.Chromium.soon;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;
import vn.vam.testing.Http;

/** What people read while those whom the hub asks are slow or away, and when they are back. */
@MoodyStore.Wanted
class TalkingInBadWeather extends OnThePhone {
  private static final int LONGER_THAN_ANYBODY_WAITS = 60_000;

  /** A look-up that meets a closed connection may try another one at once. */
  private static final int MORE_THAN_ONE_LOOK_UP = 3;

  private static final int ALL_THERE_WILL_BE = 100_000;

  @TempDir private Path folder = Path.of("");

  private static final String GONE = "ERR_EMPTY_RESPONSE";

  @BeforeEach
  void and_follows() {
    follow();
  }

  @AfterEach
  void everything_is_well_again() {
    town("down", 0);
    wellAgain();
    province.store.turns(MoodyStore.Mood.WELL);
  }

  @ParameterizedTest
  @EnumSource(
      value = MoodyStore.Mood.class,
      names = {"SILENT", "AWAY"})
  void a_chart_and_the_next_question_is_answered_at_once(MoodyStore.Mood mood) {
    province.measures("xuan-hoa-1", 4.2, Instant.now());
    keepsAsking("độ mặn xuân hòa", "4,2 g/l");
    province.store.turns(mood);

    asks("biểu đồ xuân hòa", "Kho số liệu đang bận");
    asks("độ mặn xuân hòa", "4,2 g/l");
    browser.picture("weather-chart-" + mood);
    assertThat(browser.all("[data-kind='image']")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-before-accept", "slow"})
  void a_photo_of_a_receipt_whose_host(String trouble) throws IOException {
    order(province.phone(), JsonObject.of("kind", trouble, "count", 1_000, "only", "/photos/"));

    browser.named("photo").sendKeys(photoOfAReceipt().toString());

    hears("chưa xem được giấy hẹn");
    asks(receipt(), "Tình trạng");
    browser.picture("weather-photo-" + trouble);
    WebElement sent = browser.find("[data-from='citizen'] img.picture");
    assertThat(sent.getDomAttribute("alt")).isEqualTo("Ảnh");
    assertThat(browser.complaints()).allMatch(complaint -> complaint.contains(GONE));
  }

  private Path photoOfAReceipt() throws IOException {
    String code = province.office.codes().getFirst();
    byte[] photo = Http.bytes(province.officePage().resolve("/phieu/" + code));
    return Files.write(folder.resolve("giay-hen.png"), photo);
  }

  /** The messenger, and its host of pictures. */
  private static void wellAgain() {
    URI faults = province.phone().resolve("/_sim/faults");
    Http.send(HttpRequest.newBuilder(faults).DELETE().build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"down", "slow"})
  void a_dossier(String trouble) {
    office(trouble);

    asks(receipt(), "tạm thời gián đoạn. Vui lòng thử lại");
    browser.picture("weather-dossier-" + trouble);
    assertThat(browser.faintTexts()).isEmpty();
    keepsAsking(receipt(), "Tình trạng");
  }

  @ParameterizedTest
  @ValueSource(strings = {"down", "slow"})
  void news_buses_sights_schools_and_sluices(String trouble) {
    keepsAsking("tin mặn", "Cống Xuân Hòa");
    town(trouble, ALL_THERE_WILL_BE);

    keepsAsking("tin mặn", "Cống Xuân Hòa", "đây là tin lấy lúc");
    keepsAsking("xe buýt chợ mỹ tho", "Trạm Chợ Mỹ Tho", "đây là tin lấy lúc");
    browser.picture("weather-bus-" + trouble);
    keepsAsking("tham quan vĩnh tràng", "Chùa Vĩnh Tràng", "đây là tin lấy lúc");
    keepsAsking("trường mầm non hoa sen", "Sân trường đang ngập", "đây là tin lấy lúc");
    keepsAsking("cống nào mở", "Cống Bảo Định: đang MỞ", "đây là tin lấy lúc");
    browser.picture("weather-sluices-" + trouble);
    assertThat(browser.faintTexts()).isEmpty();
  }

  @Test
  void a_receipt_photographed_before_and_picked_from_the_files() throws IOException {
    String code = province.office.codes().getFirst();

    browser.named("photo").sendKeys(photoOfAReceipt().toString());

    hears("4 số cuối");
    soon().until(() -> browser.all("[data-from='citizen'][data-kind='image']").size() == 1);
    office("down");
    asks(province.office.lookUpCode(code), "tạm thời gián đoạn");
    browser.picture("weather-photo");
    keepsAsking(receipt(), "Tình trạng");
  }

  private static String receipt() {
    String code = province.office.codes().getFirst();
    return code + " " + province.office.lookUpCode(code);
  }

  private static void office(String trouble) {
    order(province.officePage(), JsonObject.of("kind", trouble, "count", MORE_THAN_ONE_LOOK_UP));
  }

  private static void town(String trouble, int count) {
    order(
        URI.create("http://127.0.0.1:" + province.town.port()),
        JsonObject.of("kind", trouble, "path", "/", "count", count));
  }

  private static void order(URI simulator, JsonObject trouble) {
    String body = trouble.copy().put("ms", LONGER_THAN_ANYBODY_WAITS).encode();
    var answer = Http.post(simulator.resolve("/_sim/faults"), "application/json", body);
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }
}
