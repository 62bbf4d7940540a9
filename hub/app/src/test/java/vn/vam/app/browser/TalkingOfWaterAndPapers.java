package vn.vam.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.app.browser.Chromium.soon;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import vn.vam.testing.Http;

/** Dossiers, the water, one's own limits and one's rights, talked over as people do. */
class TalkingOfWaterAndPapers {
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
    browser.wishes(false, true);
    browser.desk().visit(province.phone());
    soon().until(() -> browser.all("[data-testid='citizen']").size() >= 3);
    browser.named("newcomer-name").sendKeys("Nhà vườn số " + ++people, Keys.ENTER);
    browser.reads("[data-testid='speaking-as']", "Bạn là Nhà vườn số " + people);
    browser.named("follow").click();
    soon().until(() -> browser.all(ANSWERS).size() == 1);
  }

  @AfterEach
  void the_browser_has_nothing_to_complain_of() {
    assertThat(browser.complaints()).isEmpty();
  }

  private static void asks(String text, String... answer) {
    int before = browser.all(ANSWERS).size();
    browser.named("composer").sendKeys(text, Keys.ENTER);
    soon()
        .untilAsserted(
            () ->
                assertThat(browser.all(ANSWERS).stream().skip(before).map(WebElement::getText))
                    .anySatisfy(said -> assertThat(said).contains(answer)));
  }

  /** Asks again and again, until what was to arrive first has arrived. */
  private static void keepsAsking(String text, String... answer) {
    soon()
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(
            () -> {
              browser.named("composer").sendKeys(text, Keys.ENTER);
              assertThat(browser.all(ANSWERS).stream().map(WebElement::getText))
                  .anySatisfy(said -> assertThat(said).contains(answer));
            });
  }

  @Test
  void a_dossier_by_its_code_once_the_receipt_is_proven() {
    String code = province.office.codes().getFirst();
    JsonObject dossier =
        new JsonObject(Http.get(province.officePage().resolve("/api/hoso/" + code)).body());
    String phone = dossier.getString("SoDienThoai");

    asks("tra cuu ho so", "mã hồ sơ");
    asks(code, "4 số cuối");
    asks(
        phone.substring(phone.length() - 4),
        code,
        dossier.getString("TenTTHC"),
        dossier.getString("DonViXuLy"));
    browser.picture("talk-dossier");
  }

  @Test
  void the_water_now_and_when_it_will_be_safe() {
    province.measures("xuan-hoa-1", 3.6, Instant.now().minusSeconds(1_800));
    province.measures("xuan-hoa-1", 4.2, Instant.now());

    keepsAsking("do man xuan hoa", "4,2 g/l", "nước lớn chừng");
    asks("khi nao xuan hoa an toan", "chưa dưới 0,5 g/l");
    asks("độ mặn", "Xuân Hòa");
    browser.picture("talk-water");
  }

  @Test
  void a_limit_of_ones_own_changed_listed_and_stopped() {
    asks("bao toi khi xuan hoa tren 1", "Xuân Hòa", "1 g/l");
    asks("đổi mức xuân hòa thành 2", "2 g/l");
    asks("đừng báo từ 22h đến 5h", "22:00");
    asks("cảnh báo của tôi", "Xuân Hòa: khi độ mặn trên 2 g/l");
    browser.picture("talk-limits");

    asks("dung", "ngưng");
  }

  @Test
  void ones_rights_from_the_question_to_the_end() {
    asks("nhan canh bao my tho", "Đã ghi nhận");
    asks("ban giu gi ve toi", "Lời đồng ý", "trạm Mỹ Tho");
    asks("xoa thong tin cua toi", "Nếu chắc chắn, nhắn: có");
    browser.picture("talk-rights");

    asks("có", "Đã xóa mọi thông tin");
  }
}
