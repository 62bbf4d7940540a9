package vn.vam.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.app.browser.Chromium.soon;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Somebody who has never been here takes the phone, and talks. */
abstract class OnThePhone extends InTheBrowser {
  static final String ANSWERS = "[data-testid='message'][data-from='oa']";
  private static int people;

  /** Who holds the phone. */
  static String me = "";

  @BeforeEach
  void somebody_new_takes_the_phone() {
    browser.wishes(false, true);
    browser.desk().visit(province.phone());
    soon().until(() -> browser.all("[data-testid='citizen']").size() >= 3);
    me = "Người số " + ++people;
    browser.named("newcomer-name").sendKeys(me, Keys.ENTER);
    browser.reads("[data-testid='speaking-as']", "Bạn là " + me);
  }

  static void follow() {
    browser.named("follow").click();
    soon().until(() -> browser.all(ANSWERS).size() == 1);
  }

  static void says(String text) {
    browser.named("composer").sendKeys(text, Keys.ENTER);
  }

  static void hears(String words) {
    hearsBehind(0, words);
  }

  /**
   * @param before so many answers were there already
   */
  static void hearsBehind(int before, String... words) {
    soon()
        .untilAsserted(
            () ->
                assertThat(browser.all(ANSWERS).stream().skip(before).map(WebElement::getText))
                    .anySatisfy(said -> assertThat(said).contains(words)));
  }

  static void asks(String text, String... answer) {
    int before = browser.all(ANSWERS).size();
    says(text);
    hearsBehind(before, answer);
  }

  /** Asks again and again, until what was to arrive first has arrived. */
  static void keepsAsking(String text, String... answer) {
    soon()
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(
            () -> {
              says(text);
              assertThat(browser.all(ANSWERS).stream().map(WebElement::getText))
                  .anySatisfy(said -> assertThat(said).contains(answer));
            });
  }

  static void presses(String title, String answer) {
    soon().until(() -> button(title).isPresent());
    int before = browser.all(ANSWERS).size();
    WebElement button = button(title).orElseThrow();
    browser.run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", button);
    button.click();
    hearsBehind(before, answer);
  }

  static Optional<WebElement> button(String title) {
    return browser.all("[data-testid='answer']").stream()
        .filter(one -> one.getText().equals(title))
        .reduce((one, later) -> later);
  }
}
