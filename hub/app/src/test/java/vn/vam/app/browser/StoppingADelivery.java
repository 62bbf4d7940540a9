package vn.vam.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.app.browser.Chromium.soon;

import io.vertx.core.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import vn.vam.testing.Http;

/**
 * Three people cannot be told of an alert for now: the console shows it, and ends it when asked.
 */
class StoppingADelivery extends InTheBrowser {
  private static final String DELIVERY = "[data-testid='delivery']";

  @BeforeEach
  void three_citizens_agreed_and_the_messenger_takes_nothing() {
    browser.desk().visit(province.console());
    browser.reads("[data-testid='live-state']", "Trực tiếp");
    Stream.of("u1", "u2", "u3").forEach(this::agrees);
    platform(
        "/_sim/faults",
        JsonObject.of("kind", "refuse", "code", -230, "count", 3, "only", "/v3.0/oa/message/cs"));
    province.salts("my-tho-1", 0.62);
    soon()
        .untilAsserted(
            () ->
                assertThat(Http.get(province.console().resolve("/metrics")).body())
                    .contains("vam_deliveries_total{outcome=\"rests\"} 3"));
  }

  private void agrees(String citizen) {
    platform("/_sim/users/" + citizen + "/text", JsonObject.of("text", "nhận cảnh báo Mỹ Tho"));
    soon()
        .untilAsserted(
            () ->
                assertThat(
                        Http.get(province.phone().resolve("/_sim/messages?user=" + citizen)).body())
                    .contains("Mỹ Tho", "để lại số điện thoại"));
  }

  private void platform(String path, JsonObject body) {
    var answer = Http.post(province.phone().resolve(path), "application/json", body.encode());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  @Test
  void it_is_seen_how_far_it_has_come_and_it_is_stopped_by_keyboard_after_a_question() {
    browser.reads(DELIVERY, "đã gửi 0 / 3 người · còn chờ 3");
    browser.reads(DELIVERY, "Mỹ Tho · báo động A-1");
    assertThat(browser.find(DELIVERY + " progress").getDomProperty("max")).isEqualTo("3");
    assertThat(browser.find(DELIVERY + " progress").getDomAttribute("aria-label"))
        .contains("Mỹ Tho");

    browser.named("stop").sendKeys(Keys.ENTER);
    browser.reads(DELIVERY, "3 người chưa được báo sẽ không được báo nữa");
    assertThat(browser.focused().getText()).isEqualTo("Không, gửi tiếp");
    browser.run("arguments[0].scrollIntoView({block: 'center'})", browser.find(DELIVERY));
    browser.picture("console-delivery");
    assertThat(browser.faintTexts()).isEmpty();

    browser.types(Keys.ESCAPE);
    soon().untilAsserted(() -> assertThat(browser.named("stop").isDisplayed()).isTrue());
    assertThat(browser.focused().getDomAttribute("data-testid")).isEqualTo("stop");
    assertThat(delivery().getBoolean("stopped")).isFalse();

    browser.types(Keys.ENTER);
    browser.named("stop-really").sendKeys(Keys.ENTER);

    browser.reads(DELIVERY, "không gửi 3 · đã dừng");
    assertThat(delivery().getBoolean("stopped")).isTrue();
    assertThat(browser.named("stop").isDisplayed()).isFalse();
    assertThat(browser.find(DELIVERY + " progress.stopped").getDomProperty("value")).isEqualTo("0");
    browser.picture("console-delivery-stopped");
  }

  private JsonObject delivery() {
    String all = Http.get(province.console().resolve("/api/v1/deliveries")).body();
    return new JsonObject(all).getJsonArray("deliveries").getJsonObject(0);
  }
}
