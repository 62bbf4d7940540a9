package vn.vam.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.app.browser.Chromium.soon;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

class TalkingOfTheTown {
  private static final String ANSWERS = "[data-testid='message'][data-from='oa']";
  @TempDir private static Path folder;
  @TempDir private static Path profile;
  private static Province province;
  private static Chromium browser;
  private static int people;

  @BeforeAll
  static void open() throws Exception {
    Chromium.require();
    province = Province.startIn(folder);
    browser = Chromium.open(profile);
  }

  @AfterAll
  static void close() throws Exception {
    if (browser != null) browser.close();
    if (province != null) province.close();
  }

  @BeforeEach
  void somebody_follows() {
    browser.wishes(false, false);
    browser.desk().visit(province.phone());
    soon().until(() -> browser.all("[data-testid='citizen']").size() >= 3);
    browser.named("newcomer-name").sendKeys("Bà con số " + ++people, Keys.ENTER);
    browser.reads("[data-testid='speaking-as']", "Bạn là Bà con số " + people);
    browser.named("follow").click();
    soon().until(() -> browser.all(ANSWERS).size() == 1);
  }

  @AfterEach
  void the_browser_has_nothing_to_complain_of() {
    assertThat(browser.complaints()).isEmpty();
  }

  private static void asks(String text, String answer) {
    int before = browser.all(ANSWERS).size();
    browser.named("composer").sendKeys(text, Keys.ENTER);
    hearsBehind(before, answer);
  }

  /** Until every picture in the chat has come. */
  private static void pictures() {
    soon()
        .until(
            () ->
                browser.run(
                    """
                    const all = [...document.querySelectorAll('#chat .card img, #chat img.picture')];
                    all.forEach((one) => { one.loading = 'eager'; });
                    return all.length > 0 && all.every((one) => one.complete && one.naturalWidth > 1)\
                    """),
            Boolean.TRUE::equals);
  }

  private static void presses(String title, String answer) {
    soon().until(() -> button(title).isPresent());
    int before = browser.all(ANSWERS).size();
    WebElement button = button(title).orElseThrow();
    browser.run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", button);
    button.click();
    hearsBehind(before, answer);
  }

  private static Optional<WebElement> button(String title) {
    return browser.all("[data-testid='answer']").stream()
        .filter(one -> one.getText().equals(title))
        .reduce((one, later) -> later);
  }

  private static void hearsBehind(int before, String answer) {
    soon()
        .untilAsserted(
            () ->
                assertThat(browser.all(ANSWERS).stream().skip(before).map(WebElement::getText))
                    .anySatisfy(text -> assertThat(text).contains(answer)));
  }

  @Test
  void roads_and_the_water_on_them() {
    province.publish(
        "vam/v1/traffic/cau-my-loi-1",
        "{\"lane\":\"1\",\"count\":40,\"interval_s\":60,\"speed_kmh\":11}");
    province.publish(
        "vam/v1/camera/cho-go-cong-1",
        "{\"event_id\":\"f1\",\"type\":\"flood\",\"phase\":\"new\",\"score\":0.9}");

    soon().untilAsserted(() -> asks("ket xe ko", "Cầu Mỹ Lợi: kẹt xe"));
    presses("Chỗ nào đang ngập?", "Chợ Gò Công: ĐANG NGẬP");
    browser.picture("town-roads");
  }

  @Test
  void buses_by_name_by_line_and_by_place() {
    asks("xe buyt cho my tho", "Trạm Chợ Mỹ Tho");
    asks("tuyen so 01 xe buyt", "Bến xe Mỹ Tho → Bệnh viện đa khoa");
    browser.picture("town-bus");

    browser.named("place").click();
    hearsBehind(3, "Trạm xe buýt:");
    presses("Xe buýt gần đó", "(cách");
    browser.picture("town-place");
  }

  @Test
  void news_by_topic_and_a_bulletin() {
    asks("tin man", "Cống Xuân Hòa đóng");
    soon().until(() -> browser.all("[data-kind='list'] .card").size() == 3);
    pictures();
    soon().until(() -> button("Nhận bản tin hạn, mặn").isPresent());
    browser.picture("town-news");

    presses("Nhận bản tin hạn, mặn", "Tôi đồng ý");
    presses("Ngưng bản tin hạn, mặn", "Đã ngưng");
    browser.picture("town-bulletin");
  }

  @Test
  void sluices_and_the_salt_beside_them() {
    province.measures("xuan-hoa-1", 3.4, Instant.now());

    soon().untilAsserted(() -> asks("cong xuan hoa dong hay mo", "3,4 g/l"));
    asks("cống nào mở", "Cống Bảo Định: đang MỞ");
    presses("Cống Xuân Hòa", "đang ĐÓNG, từ");
    browser.picture("town-sluices");
  }

  @Test
  void sights_and_schools() {
    presses("Đường sá, xe buýt, tin tức…", "Chỗ tham quan");
    presses("Chỗ tham quan", "Chùa Vĩnh Tràng");
    presses("Chùa Vĩnh Tràng", "Đường Nguyễn Trung Trực");
    asks("truong mam non hoa sen", "Sân trường đang ngập");
    browser.picture("town-sights");
  }
}
