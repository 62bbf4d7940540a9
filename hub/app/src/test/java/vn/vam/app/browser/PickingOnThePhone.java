package vn.vam.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.app.browser.Chromium.soon;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/**
 * Receipts without a camera, places on a map, another language, numbers in a form, several phones
 * at once.
 */
class PickingOnThePhone extends OnThePhone {
  private static final String RECEIPTS = "[data-testid='receipt-of']";

  @BeforeEach
  void and_follows() {
    follow();
  }

  @Test
  void a_receipt_is_photographed_without_a_camera() {
    browser.named("receipt").click();
    soon().until(() -> browser.all(RECEIPTS).size() > 3);
    browser.picture("phone-receipts");

    browser.all(RECEIPTS).getFirst().click();

    hears("4 số cuối");
    assertThat(browser.all("[data-from='citizen'][data-kind='image']")).hasSize(1);
    browser.picture("phone-receipt-sent");
  }

  @Test
  void a_receipt_is_sent_as_pdf_with_the_keyboard_alone() {
    browser.named("receipt").sendKeys(Keys.ENTER);
    soon().until(() -> "receipt-of".equals(browser.focused().getDomAttribute("data-testid")));
    browser.types(Keys.TAB, Keys.ENTER);

    hears("4 số cuối");
    assertThat(browser.find("[data-from='citizen'][data-kind='file'] a").getText())
        .contains(".pdf", "kB");
    browser.picture("phone-receipt-pdf");
  }

  @Test
  void a_place_is_picked_with_the_keyboard_alone() {
    browser.named("place").sendKeys(Keys.ENTER);
    soon().until(() -> "map-drawing".equals(browser.focused().getDomAttribute("data-testid")));
    browser.reads("[data-testid='map-where']", "10.3366, 106.4103 · Cống Xuân Hòa");
    browser.picture("phone-map");

    browser.types(Keys.ARROW_LEFT, Keys.ARROW_UP);
    browser.reads("[data-testid='map-where']", "10.3406, 106.4063");
    browser.types(Keys.ENTER);

    hears("gần bà con nhất");
    assertThat(browser.find("[data-from='citizen'] .pin").getText()).contains("10.3406, 106.4063");
  }

  @Test
  void a_place_is_picked_by_its_name() {
    browser.named("place").click();
    browser.all("#map-places button").stream()
        .filter(one -> one.getText().equals("Vàm Kênh"))
        .findFirst()
        .orElseThrow()
        .click();
    browser.reads("[data-testid='map-where']", "Vàm Kênh");
    browser.named("map-send").click();

    hears("Vàm Kênh");
  }

  @Test
  void a_number_is_left_in_the_form_by_who_agrees_to() {
    says("nhận cảnh báo Mỹ Tho");
    hears("để lại số điện thoại");
    browser.all("[data-testid='answer']").stream()
        .filter(one -> one.getText().startsWith("Có, gửi mẫu"))
        .findFirst()
        .orElseThrow()
        .click();
    soon().until(() -> browser.all("[data-testid='form']").size() == 1);
    browser.picture("phone-form");
    assertThat(browser.faintTexts()).isEmpty();

    browser.named("form-phone").sendKeys("0912 345 678", Keys.ENTER);

    hears("Đã giữ số điện thoại …678");
    browser.reads("[data-testid='form-send']", "Đã gửi");
    browser.picture("phone-form-sent");
    says("bỏ số điện thoại");
    hears("Đã bỏ số điện thoại");
  }

  @Test
  void engineers_may_read_the_page_in_english_and_the_chat_stays_as_it_is() {
    browser.named("language").click();

    browser.reads("[data-testid='speaking-as']", "You are " + me);
    assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo("en");
    assertThat(browser.named("composer").getDomAttribute("placeholder")).isEqualTo("Message");
    soon().untilAsserted(() -> assertThat(browser.all(ANSWERS)).hasSize(1));
    assertThat(browser.find(ANSWERS).getText()).contains("Xin chào");
    assertThat(browser.find(ANSWERS + " .words").getDomAttribute("lang")).isEqualTo("vi");
    browser.picture("phone-english");

    browser.visit(province.phone());
    browser.reads("[data-testid='speaking-as']", "You are " + me);
    browser.named("language").click();
    browser.reads("[data-testid='speaking-as']", "Bạn là " + me);
  }

  @AfterEach
  void what_was_chosen_is_forgotten() {
    browser.run("localStorage.removeItem('vam-light'); localStorage.removeItem('vam-language')");
  }

  @Test
  void the_page_is_light_or_dark_as_the_device_or_as_was_chosen() {
    browser.wishes(true, true);
    assertThat(ground()).isEqualTo(DARK);

    choose("light");
    assertThat(ground()).isEqualTo(LIGHT);
    assertThat(browser.faintTexts()).isEmpty();

    browser.wishes(false, true);
    choose("dark");
    browser.visit(province.phone());
    browser.reads("[data-testid='speaking-as']", "Bạn là " + me);
    assertThat(ground()).isEqualTo(DARK);
    assertThat(browser.faintTexts()).isEmpty();
    browser.picture("phone-night-chosen");

    choose("system");
    assertThat(ground()).isEqualTo(LIGHT);
  }

  private static final String LIGHT = "rgb(255, 255, 255)";
  private static final String DARK = "rgb(16, 38, 47)";

  /** Of the composer, where one writes. */
  private static String ground() {
    return String.valueOf(
        browser.run(
            "return getComputedStyle(document.querySelector('.composer')).backgroundColor"));
  }

  private static void choose(String light) {
    browser.find("[data-testid='light'] option[value='" + light + "']").click();
  }

  @Test
  void what_was_sent_is_told_in_the_language_of_the_page() {
    soon().until(() -> browser.find("#steps").getText().contains("đã tới"));

    browser.named("language").click();

    browser.reads("#steps li:last-child span", "arrived");
    browser.reads("#webhook dd", "on");
    assertThat(browser.find("#steps").getText()).doesNotContain("đã tới");
  }

  @Test
  void phones_side_by_side_are_read_in_english_and_at_night_as_is_chosen_beside_them() {
    browser.visit(province.phone().resolve("/side.html"));
    soon().untilAsserted(() -> assertThat((List<?>) browser.run(WHO)).hasSize(3));

    browser.named("language").click();
    choose("dark");

    soon()
        .untilAsserted(
            () ->
                assertThat((List<?>) browser.run(WHO))
                    .allSatisfy(who -> assertThat(who.toString()).startsWith("You are ")));
    assertThat(browser.all("iframe[title^='The phone of']")).hasSize(3);
    assertThat((List<?>) browser.run(LIGHTS)).allMatch("dark"::equals);
    assertThat(browser.faintTexts()).isEmpty();
    browser.picture("phone-side-by-side-english-night");
  }

  private static final String LIGHTS =
      "return [...document.querySelectorAll('iframe')].map((phone) =>"
          + " phone.contentDocument.documentElement.dataset.light)";

  @Test
  void several_citizens_are_seen_side_by_side() {
    browser.visit(province.phone().resolve("/side.html"));

    soon()
        .untilAsserted(
            () ->
                assertThat((List<?>) browser.run(WHO))
                    .hasSize(3)
                    .allSatisfy(who -> assertThat(who.toString()).startsWith("Bạn là ")));
    assertThat(browser.all("iframe[title^='Điện thoại của']")).hasSize(3);
    browser.picture("phone-side-by-side");
  }

  private static final String WHO =
      "return [...document.querySelectorAll('iframe')].map((phone) =>"
          + " phone.contentDocument.querySelector('[data-testid=speaking-as]')?.textContent ?? '')";
}
