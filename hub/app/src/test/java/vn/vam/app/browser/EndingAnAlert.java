package vn.vam.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.app.browser.Chromium.soon;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import vn.vam.testing.Http;

/** An alert ends otherwise than by its rule, and the console says how. */
class EndingAnAlert extends InTheBrowser {
  @BeforeEach
  void look() {
    browser.desk().visit(province.console());
    browser.reads("[data-testid='live-state']", "Trực tiếp");
  }

  @Test
  void an_operator_closes_it_with_the_keyboard_and_has_to_say_why() {
    String alert = raised("my-tho");
    browser.find("#operator").clear();
    browser.find("#operator").sendKeys("Trực ban", Keys.TAB);
    browser.find(alert + " [data-testid='desk-toggle']").sendKeys(Keys.ENTER);
    browser.reads(alert, "Lý do đóng tin");
    browser.find(alert + " [data-testid='close']").sendKeys(Keys.ENTER);
    assertThat(browser.all(alert)).hasSize(1);
    assertThat(browser.faintTexts()).isEmpty();

    browser.find(alert + " [name='reason']").sendKeys("đầu đo nằm trong bùn", Keys.ENTER);

    soon().untilAsserted(() -> assertThat(browser.all(alert)).isEmpty());
    assertThat(browser.focused().getDomAttribute("id")).isEqualTo("alerts-title");
    String ended = opened("my-tho");
    browser.reads(ended + " [data-testid='history']", "Trực ban đóng tin. đầu đo nằm trong bùn");
    browser.reads(ended, "người trực đóng lúc");
    assertThat(browser.find(ended + " [name='reason']").isDisplayed()).isFalse();
    assertThat(Http.get(province.console().resolve("/api/v1/alerts?state=cleared")).body())
        .contains("my-tho");
    browser.picture("console-closed");
  }

  @Test
  void one_that_nobody_watches_any_more_is_called_that_in_both_languages() throws IOException {
    String alert = raised("dong-tam");

    province.forgets("dong-tam");

    soon().untilAsserted(() -> assertThat(browser.all(alert)).isEmpty());
    String ended = opened("dong-tam");
    browser.reads(ended, "không còn theo dõi từ");
    browser.reads(ended + " [data-testid='history']", "Không còn được theo dõi: luật hoặc trạm");
    browser.picture("console-unwatched");
    browser.named("language").click();
    browser.find(ended + " [data-testid='desk-toggle']").sendKeys(Keys.ENTER, Keys.ENTER);
    browser.reads(ended + " [data-testid='history']", "No longer watched: its rule or station");
    browser.forget();
  }

  private static String raised(String station) {
    province.salts(station + "-1", 0.71);
    String alert = "#alert-list [data-at='" + station + "']";
    browser.reads(alert, "0,71 g/l");
    return alert;
  }

  /** The alert among those that are over, with its history. */
  private static String opened(String station) {
    String ended = "#alert-past-list [data-at='" + station + "']";
    soon().untilAsserted(() -> assertThat(browser.all(ended)).hasSize(1));
    if (!browser.find(ended).isDisplayed()) {
      browser.find("#alerts-past-title").sendKeys(Keys.ENTER);
    }
    browser.find(ended + " [data-testid='desk-toggle']").sendKeys(Keys.ENTER);
    return ended;
  }
}
