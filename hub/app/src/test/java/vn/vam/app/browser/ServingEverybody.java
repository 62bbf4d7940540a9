package vn.vam.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.app.browser.Chromium.soon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/**
 * Both pages for people who do not see well, do not hear them but have them read out, work without
 * a mouse, enlarge what they read, or get dizzy: the rules of WCAG 2.1 AA as far as a program can
 * check them, by day and by night, in both languages, with everything on the screen that there is.
 */
class ServingEverybody extends InTheBrowser {
  private static final String ALERT = "#alert-list [data-at='hoa-binh']";

  private final List<String> barriers = new ArrayList<>();

  @BeforeAll
  static void somebody_has_talked_of_everything() {
    browser.wishes(false, true);
    browser.desk().visit(province.phone());
    soon().until(() -> browser.all("[data-testid='citizen']").size() >= 3);
    browser.named("newcomer-name").sendKeys("Bà Ba", Keys.ENTER);
    browser.reads("[data-testid='speaking-as']", "Bà Ba");
    OnThePhone.follow();
    province.measures("xuan-hoa-1", 4.2, Instant.now());
    OnThePhone.keepsAsking("do man xuan hoa", "4,2");
    OnThePhone.keepsAsking("tin mặn", "Cống Xuân Hòa");
    OnThePhone.asks("nhận cảnh báo Mỹ Tho", "để lại số điện thoại");
    OnThePhone.presses("Có, gửi mẫu điền số", "");
    soon().until(() -> browser.all("[data-testid='form']").size() == 1);
    browser.named("place").click();
    browser.named("map-send").click();
    OnThePhone.hears("gần bà con nhất");
    pickAReceipt();
    OnThePhone.hears("4 số cuối");
  }

  private static void pickAReceipt() {
    openReceipts();
    browser.named("receipt-of").click();
  }

  private static void openReceipts() {
    browser.named("receipt").click();
    soon().until(() -> browser.all("[data-testid='receipt-of']").size() > 3);
  }

  @BeforeAll
  static void the_field_has_told_of_everything() {
    for (int ago = 40; ago >= 0; ago -= 10) {
      province.measures("hoa-binh-1", 3.1, Instant.now().minusSeconds(ago));
    }
    province.salts("vam-kenh-1", 21);
    province.publish("vam/v1/salinity/xuan-hoa-1", "{\"salinity_gl\":\"NaN\"");
    province.publish("vam/v1/salinity/found-in-the-attic", "{\"salinity_gl\":4.2}");
    province.publish(
        "vam/v1/traffic/cau-my-loi-1",
        "{\"lane\":1,\"interval_s\":60,\"count\":12,\"speed_kmh\":31,\"occupancy_pct\":9}");
    province.publish(
        "vam/v1/camera/ben-pha-1",
        "{\"event_id\":\"e-1\",\"type\":\"flood\",\"phase\":\"new\",\"score\":0.8}");
  }

  @BeforeEach
  void by_day() {
    browser.wishes(false, true);
    browser.desk();
  }

  @AfterEach
  void in_vietnamese_again() {
    browser.run("localStorage.removeItem('vam-language')");
  }

  @ParameterizedTest(name = "by night: {0}")
  @ValueSource(booleans = {false, true})
  void nothing_on_the_phone_keeps_anybody_out(boolean night) {
    phone();
    browser.wishes(night, true);
    for (String language : List.of("vi", "en")) {
      look("phone", language, night);
      browser.named("place").click();
      look("map", language, night);
      browser.types(Keys.ESCAPE);
      openReceipts();
      look("receipts", language, night);
      browser.types(Keys.ESCAPE);
      browser.named("language").click();
    }

    assertThat(barriers).isEmpty();
  }

  @ParameterizedTest(name = "by night: {0}")
  @ValueSource(booleans = {false, true})
  void nothing_on_the_console_keeps_anybody_out(boolean night) {
    console();
    browser.wishes(night, true);
    browser.find(ALERT + " [data-testid='desk-toggle']").click();
    browser.named("books-by-source").click();
    for (String language : List.of("vi", "en")) {
      look("console", language, night);
      openStation();
      look("station", language, night);
      browser.types(Keys.ESCAPE);
      browser.named("language").click();
    }

    assertThat(barriers).isEmpty();
  }

  /** The language changes no colour. */
  private void look(String name, String language, boolean night) {
    browser.types(Keys.TAB);
    browser.picture("everybody-%s-%s-%s".formatted(name, language, night ? "night" : "day"));
    note(name, browser.brokenRules());
    if (language.equals("vi")) {
      note(name, browser.faintTexts());
      note(name, browser.faintShapes());
    }
  }

  private void note(String name, List<String> found) {
    found.forEach(barrier -> barriers.add(name + ": " + barrier));
  }

  private static void phone() {
    browser.visit(province.phone());
    browser.reads("[data-testid='speaking-as']", "Bà Ba");
    soon().until(() -> browser.all("[data-testid='message']").size() > 8);
  }

  private static void console() {
    browser.visit(province.console());
    browser.reads("#alert-list", "Hòa Bình");
    browser.reads("[data-station='ben-pha']", "80");
    soon().until(() -> browser.all("[data-testid='rejected-row']").size() >= 2);
  }

  private static void openStation() {
    browser.run("document.querySelector(\"[data-station='hoa-binh']\").click()");
    soon().until(() -> browser.all("[data-testid='chart'] canvas").size() == 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"narrow", "enlarged"})
  void nothing_is_cut_or_scrolls_sideways_however_little_fits(String screen) {
    if (screen.equals("narrow")) browser.narrow();
    else browser.enlarged();

    phone();
    fits("phone", screen);
    browser.find("#open-people").click();
    fits("people", screen);
    browser.types(Keys.ESCAPE);
    browser.run("document.getElementById('place').click()");
    fits("map", screen);
    browser.types(Keys.ESCAPE);
    browser.run("document.getElementById('receipt').click()");
    soon().until(() -> browser.all("[data-testid='receipt-of']").size() > 3);
    fits("receipts", screen);
    console();
    browser.run("arguments[0].click()", browser.find(ALERT + " [data-testid='desk-toggle']"));
    fits("console", screen);
    openStation();
    fits("station", screen);

    assertThat(barriers).isEmpty();
  }

  @Test
  void the_values_of_neighbours_on_the_river_lie_beside_each_other_on_a_small_screen() {
    province.measures("my-tho-1", 0.42, Instant.now());
    browser.cheapPhone();
    console();
    browser.reads("[data-spot='my-tho']", "0,42");
    browser.picture("everybody-river-cheap");

    assertThat(browser.all(".spot-value")).hasSizeGreaterThanOrEqualTo(4);
    assertThat(browser.uponEachOther(".spot-value")).isEmpty();
  }

  private void fits(String name, String screen) {
    browser.picture("everybody-%s-%s".formatted(name, screen));
    note(name, browser.stickingOut());
  }

  @Test
  void what_keeps_people_out_is_found() {
    phone();
    browser.run(
        "const add = (tag, style, text) => { const node = document.createElement(tag);"
            + " node.textContent = text; Object.assign(node.style, style);"
            + " document.getElementById('chat').prepend(node); };"
            + "add('p', { color: '#9aaaaa' }, 'nhạt');"
            + "add('input', { border: '1px solid #dddddd', outline: '0' }, '');"
            + "add('p', { width: '5000px' }, 'dài');");

    assertThat(browser.brokenRules()).anyMatch(found -> found.startsWith("label: #chat > input"));
    assertThat(browser.faintTexts()).singleElement().asString().endsWith("nhạt");
    assertThat(browser.faintShapes())
        .anyMatch(found -> found.contains("edge of input"))
        .anyMatch(found -> found.contains("focus of input"));
    assertThat(browser.stickingOut()).anyMatch(found -> found.endsWith("dài"));
  }

  @Test
  void the_keyboard_goes_through_the_phone_as_the_eye_does() {
    browser.handheld();
    phone();
    List<String> names = new ArrayList<>();
    for (int step = 0; step < 60 && !names.contains("Gửi"); step++) {
      browser.types(Keys.TAB);
      names.add(browser.focused().getAccessibleName());
    }

    assertThat(names)
        .startsWith("Tới ô nhắn tin", "Chọn người dân", "Bỏ quan tâm", "Cuộc trò chuyện")
        .endsWith(
            "Độ mặn Xuân Hòa",
            "Tra cứu hồ sơ",
            "Nhận cảnh báo",
            "Gửi ảnh hay tệp PDF",
            "Gửi giấy hẹn",
            "Gửi vị trí",
            "Tin nhắn",
            "Gửi")
        .noneMatch(String::isBlank);
  }

  @Test
  void the_stations_of_the_rivers_picture_are_reached_and_opened_without_a_mouse() {
    console();
    browser.find("[data-spot='hoa-binh']").sendKeys(Keys.ENTER);
    soon().until(() -> browser.all("[data-testid='chart'] canvas").size() == 1);
    browser.types(Keys.ESCAPE);
    soon().until(() -> browser.all("dialog[open]").isEmpty());

    province.measures("hoa-binh-1", 2.7, Instant.now());
    soon().untilAsserted(() -> assertThat(browser.focused().getAccessibleName()).contains("2,7"));
    assertThat(browser.focused().getAccessibleName()).startsWith("Hòa Bình, km ");
    browser.types(Keys.TAB);
    assertThat(browser.focused().getDomAttribute("data-spot")).isEqualTo("vam-kenh");
  }

  @Test
  void the_focus_goes_back_where_it_was_when_a_picker_is_left() {
    phone();
    for (String picker : List.of("place", "receipt")) {
      browser.named(picker).sendKeys(Keys.ENTER);
      soon().until(() -> browser.all("dialog[open]").size() == 1);
      browser.types(Keys.ESCAPE);

      soon().until(() -> picker.equals(browser.focused().getDomAttribute("id")));
    }
  }

  @Test
  void the_focus_is_never_lost_with_a_button_that_goes_away() {
    phone();
    browser.named("unfollow").sendKeys(Keys.ENTER);
    soon().until(() -> "follow".equals(browser.focused().getDomAttribute("id")));
    browser.types(Keys.ENTER);
    soon().until(() -> "composer".equals(browser.focused().getDomAttribute("id")));

    province.salts("my-tho-1", 0.62);
    console();
    browser.reads("#alert-list", "Mỹ Tho");
    browser.find("#alert-list [data-at='my-tho'] [data-testid='ack']").sendKeys(Keys.ENTER);
    soon().until(() -> "desk-toggle".equals(browser.focused().getDomAttribute("data-testid")));
  }

  @Test
  void what_arrives_is_read_out_and_nothing_is_read_twice() {
    phone();
    soon().until(() -> "polite".equals(browser.named("chat").getDomAttribute("aria-live")));
    browser.run(
        "window.heard = []; new MutationObserver((all) => all.forEach((one) =>"
            + " heard.push([one.addedNodes.length, one.removedNodes.length])))"
            + ".observe(document.getElementById('chat'), { childList: true })");
    OnThePhone.asks("do man xuan hoa", "4,2");

    List<?> heard = (List<?>) browser.run("return heard");
    assertThat(heard).isNotEmpty().allMatch(List.of(1L, 0L)::equals);
  }

  @Test
  void nothing_moves_for_who_asked_for_stillness() {
    phone();
    browser.run(
        "const to = Element.prototype.scrollTo; window.scrolled = [];"
            + "Element.prototype.scrollTo = function (how) {"
            + " scrolled.push(how.behavior); to.call(this, how); }");
    OnThePhone.asks("do man xuan hoa", "4,2");
    List<?> scrolled = (List<?>) browser.run("return scrolled");

    assertThat(scrolled).isNotEmpty().allMatch("instant"::equals);
    assertThat(browser.run("return document.getAnimations().length")).isEqualTo(0L);
  }
}
