package vn.vam.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.app.browser.Chromium.soon;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;
import vn.vam.testing.Http;

/** What people read while those whom the hub asks are slow or away, and when they are back. */
@MoodyStore.Wanted
class TalkingInBadWeather extends OnThePhone {
  private static final int LONGER_THAN_ANYBODY_WAITS = 60_000;

  private static final int SLOWER_THAN_PEOPLE_TYPE = 1_500;

  /** A look-up that meets a closed connection may try another one at once. */
  private static final int MORE_THAN_ONE_LOOK_UP = 3;

  private static final int ALL_THERE_WILL_BE = 100_000;

  @TempDir private Path folder = Path.of("");

  private static final String MINE = "[data-testid='message'][data-from='citizen']";
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

  /** The hub knows them by itself: nobody has to be asked. */
  @ParameterizedTest
  @CsvSource({"SILENT, slow", "AWAY, down"})
  void roads_cameras_and_a_limit_of_ones_own(MoodyStore.Mood mood, String trouble) {
    aRoadIsFullAndAnotherUnderWater();
    province.store.turns(mood);
    town(trouble, ALL_THERE_WILL_BE);

    asks("kẹt xe không", "Cầu Mỹ Lợi: kẹt xe", "lúc");
    asks("chỗ nào ngập", "Chợ Gò Công: ĐANG NGẬP", "từ lúc");
    asks("báo tôi khi đồng tâm trên 3", "Đồng Tâm trên 3 g/l");
    province.measures("dong-tam-1", 3.4, Instant.now());
    hearsBehind(0, "Đồng Tâm đã trên 3 g/l, đúng mức bà con dặn", "3,4 g/l");
    browser.picture("weather-limit-" + trouble);
    province.measures("dong-tam-1", 1.2, Instant.now());
    hears("hết quá mức bà con dặn");
    asks("dừng", "ngưng");
  }

  private static void aRoadIsFullAndAnotherUnderWater() {
    province.fillsARoadAndFloodsAnother();
    keepsAsking("kẹt xe không", "Cầu Mỹ Lợi: kẹt xe");
    keepsAsking("chỗ nào ngập", "Chợ Gò Công: ĐANG NGẬP");
  }

  @Test
  void roads_cameras_and_a_limit_over_a_messenger_that_is_slow() {
    asksOfRoadsCamerasAndALimit(
        () ->
            order(
                province.phone(),
                JsonObject.of("kind", "slow", "count", 1_000, "only", "/v3.0/oa/message/"),
                SLOWER_THAN_PEOPLE_TYPE),
        () -> {});
  }

  @Test
  void roads_cameras_and_a_limit_over_a_messenger_that_is_away() {
    asksOfRoadsCamerasAndALimit(province.toMessenger::pullOut, province.toMessenger::plugIn);
  }

  private static void asksOfRoadsCamerasAndALimit(Runnable trouble, Runnable end) {
    aRoadIsFullAndAnotherUnderWater();
    asks("báo tôi khi hòa bình trên 5", "Hòa Bình trên 5 g/l");
    trouble.run();

    says("kẹt xe không");
    says("chỗ nào ngập");
    province.salts("hoa-binh-1", 5.5);
    soon().until(() -> browser.all(MINE).stream().allMatch(TalkingInBadWeather::hasArrived));
    browser.picture("weather-messenger");
    end.run();

    atTheNextTry()
        .untilAsserted(
            () -> assertThat(saying(ANSWERS, "Hòa Bình đã trên 5 g/l, đúng mức")).isEqualTo(1));
    eachIsAnsweredOnce("kẹt xe không", "Tình hình đường sá");
    eachIsAnsweredOnce("chỗ nào ngập", "Camera thấy");
    wellAgain();
    province.salts("hoa-binh-1", 0.9);
    hears("hết quá mức bà con dặn");
    assertThat(saying(ANSWERS, "đúng mức bà con dặn")).as("told once").isEqualTo(1);
    asks("dừng", "ngưng");
  }

  private static boolean hasArrived(WebElement message) {
    return "delivered".equals(message.getDomAttribute("data-delivery"));
  }

  private static void eachIsAnsweredOnce(String question, String answer) {
    atTheNextTry()
        .untilAsserted(() -> assertThat(saying(ANSWERS, answer)).isEqualTo(saying(MINE, question)));
  }

  /** A messenger that was away is tried again after a minute at the latest. */
  private static ConditionFactory atTheNextTry() {
    return soon().atMost(Duration.ofSeconds(90));
  }

  private static long saying(String messages, String words) {
    return browser.all(messages).stream().filter(one -> one.getText().contains(words)).count();
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
    order(simulator, trouble, LONGER_THAN_ANYBODY_WAITS);
  }

  private static void order(URI simulator, JsonObject trouble, int milliseconds) {
    String body = trouble.copy().put("ms", milliseconds).encode();
    var answer = Http.post(simulator.resolve("/_sim/faults"), "application/json", body);
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }
}
