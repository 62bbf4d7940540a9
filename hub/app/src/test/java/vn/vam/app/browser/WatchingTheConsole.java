package vn.vam.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.app.browser.Chromium.soon;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import vn.vam.testing.Http;

class WatchingTheConsole extends InTheBrowser {
  private static final String XUAN_HOA = "[data-station='xuan-hoa']";
  private static final String ALERT = "#alert-list [data-at='my-tho']";

  @BeforeEach
  void look() {
    browser.wishes(false, false);
    browser.desk().visit(province.console());
    browser.reads("[data-testid='live-state']", "Trực tiếp");
  }

  @Test
  void every_station_shows_its_value_its_freshness_and_where_it_is_going() {
    Instant now = Instant.now();
    for (int i = 0; i <= 12; i++) {
      province.measures("xuan-hoa-1", 0.10 + i * 0.02, now.minusSeconds(120 - i * 10));
    }

    browser.reads(XUAN_HOA + " [data-testid='value']", "0,34");
    browser.reads(XUAN_HOA, "đang lên");

    assertThat(browser.find(XUAN_HOA).getText()).contains("Xuân Hòa", "Ngọt", "g/l");
    assertThat(browser.find(XUAN_HOA).getDomAttribute("data-freshness")).isEqualTo("fresh");
    assertThat(browser.find(XUAN_HOA + " time").getText()).matches("vừa xong|\\d+ giây trước");
    browser.picture("console-stations");
  }

  @Test
  void a_trend_is_drawn_from_the_first_values_on() {
    province.measures("vam-kenh-1", 20, Instant.now().minusSeconds(10));
    browser.reads("[data-station='vam-kenh'] [data-testid='value']", "20");
    province.measures("vam-kenh-1", 21, Instant.now());

    soon()
        .untilAsserted(
            () ->
                assertThat(browser.find("[data-station='vam-kenh'] .spark-line").isDisplayed())
                    .isTrue());
  }

  @Test
  void a_station_nobody_heard_of_is_called_silent_and_a_camera_is_not() {
    assertThat(browser.find("[data-station='cau-my-loi']").getText()).contains("Im lặng");
    assertThat(browser.find("[data-station='ben-pha']").getText())
        .contains("chỉ báo khi có sự kiện")
        .doesNotContain("Im lặng");
  }

  @Test
  void nothing_is_called_good_while_stations_are_silent() {
    browser.reads("[data-testid='tile-silent']", "Im lặng");

    assertThat(browser.find("[data-testid='tile-normal']").getDomAttribute("class"))
        .contains("is-unsure");
    assertThat(browser.find("[data-testid='tile-alerts']").getText())
        .doesNotContain("không có gì phải lo");
  }

  @Test
  void an_alert_appears_by_itself_is_acknowledged_and_ends() {
    browser.run("window.sameDocument = true");
    province.salts("my-tho-1", 0.62);
    browser.reads(ALERT, "Mỹ Tho");
    assertThat(browser.find(ALERT).getText()).contains("0,62 g/l", "Độ mặn trên 0,5 g/l");
    assertThat(browser.find("#announce").getDomProperty("textContent")).contains("Mỹ Tho");
    browser.picture("console-alert");

    browser.find("#operator").sendKeys("Chị Hai", Keys.TAB);
    browser.find(ALERT + " [data-testid='ack']").click();

    browser.reads(ALERT, "Chị Hai đã tiếp nhận");
    String alerts =
        Http.get(province.console().resolve("/api/v1/alerts?state=acknowledged")).body();
    assertThat(alerts).contains("\"assignee\":\"Chị Hai\"");
    soon()
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              province.measures("my-tho-1", 0.2, Instant.now());
              assertThat(browser.all(ALERT)).isEmpty();
            });
    assertThat(browser.find("#alerts-past-title").getText()).isEqualTo("Đã qua: 1 cảnh báo");
    assertThat(browser.run("return window.sameDocument")).isEqualTo(true);
  }

  @Test
  void an_alert_is_handled_with_the_keyboard_and_tells_what_happened_to_it() {
    province.salts("dong-tam-1", 0.71);
    String alert = "#alert-list [data-at='dong-tam']";
    browser.reads(alert, "Đồng Tâm");
    browser.find("#operator").clear();
    browser.find("#operator").sendKeys("Trực ban", Keys.TAB);

    browser.find(alert + " [data-testid='desk-toggle']").sendKeys(Keys.ENTER);
    browser.reads(alert + " [data-testid='history']", "phát cảnh báo, mức Cảnh báo, 0,71 g/l");
    browser.find(alert + " [name='to']").sendKeys("Trưởng ca", Keys.ENTER);
    browser.reads(alert, "Trưởng ca đã tiếp nhận");
    browser.find(alert + " [name='text']").sendKeys("đã gọi cho cống", Keys.ENTER);
    browser.reads(alert + " [data-testid='history']", "Trực ban: đã gọi cho cống");
    browser.find(alert + " [data-testid='snooze']").sendKeys(Keys.ENTER);
    browser.reads(alert, "Trưởng ca hoãn tới");

    assertThat(browser.find(alert + " [data-testid='history']").getText())
        .contains("Trực ban giao cho Trưởng ca");
    browser.find(alert + " [data-testid='shelve']").sendKeys(Keys.ENTER);
    browser.reads("#shelf-list", "Đang gác salt, Đồng Tâm, tới");
    browser.run("arguments[0].scrollIntoView({block: 'center'})", browser.find(alert));
    browser.picture("console-desk");
    assertThat(browser.faintTexts()).isEmpty();
    browser.named("unshelve").sendKeys(Keys.ENTER);
    soon().untilAsserted(() -> assertThat(browser.find("#shelf-list").isDisplayed()).isFalse());
  }

  @Test
  void a_rejected_message_appears_with_its_reason() {
    province.publish("vam/v1/salinity/xuan-hoa-1", "{\"salinity_gl\":\"NaN\"");

    browser.reads("[data-testid='rejected-row']", "JSON hỏng");
    browser.reads("[data-testid='rejected-row'] .todo", "bản tin bị cắt cụt");
    browser.reads("[data-testid='rejected-row'] .detail", "bản tin bị cắt giữa chừng");

    assertThat(browser.find("[data-testid='rejected-row']").getText())
        .contains("vam/v1/salinity/xuan-hoa-1");
    browser.picture("console-rejected");
  }

  @Test
  void a_rejected_message_is_read_again_with_the_keyboard_and_says_what_came_of_it() {
    province.publish("vam/v1/salinity/found-in-the-attic", "{\"salinity_gl\":4.2}");
    browser.reads("[data-testid='rejected-row']", "Thiết bị lạ");

    browser.named("replay").sendKeys(Keys.ENTER);

    browser.reads("[data-testid='rejected-row'] .act", "Vẫn bị từ chối: Thiết bị lạ");
    browser.picture("console-replayed");
  }

  @Test
  void the_books_are_shown_and_balance() {
    province.measures("xuan-hoa-1", 0.3, Instant.now());
    long received = books().getJsonObject("messages").getLong("received");

    soon().untilAsserted(() -> assertThat(shown("received")).isGreaterThanOrEqualTo(received));
    soon()
        .untilAsserted(
            () ->
                assertThat(shown("received"))
                    .isEqualTo(
                        Stream.of("in_hand", "queued", "stored", "rejected", "ignored", "duplicate")
                            .mapToLong(WatchingTheConsole::shown)
                            .sum()));
    assertThat(browser.named("books-verdict").getText()).contains("Sổ cân");
    browser.named("books-by-source").click();
    browser.reads("#books-lines", "xuan-hoa-1");
  }

  private static long shown(String heading) {
    return Long.parseLong(browser.named("books-" + heading).getText().replace(".", ""));
  }

  private static JsonObject books() {
    return new JsonObject(Http.get(province.console().resolve("/api/v1/books")).body());
  }

  @Test
  void a_road_shows_the_vehicles_of_all_its_lanes() {
    String start = Instant.now().minusSeconds(60).toString();
    Stream.of("1:12", "2:7")
        .map(lane -> lane.split(":", -1))
        .forEach(
            lane ->
                province.publish(
                    "vam/v1/traffic/cau-my-loi-1",
                    "{\"time\":\"%s\",\"lane\":%s,\"direction\":\"in\",\"interval_s\":60,\"count\":%s}"
                        .formatted(start, lane[0], lane[1])));

    browser.reads("[data-station='cau-my-loi'] [data-testid='value']", "19");

    browser.reads("[data-station='cau-my-loi']", "2 làn");
    browser.reads("[data-station='cau-my-loi']", "xe / 1 phút");
  }

  @Test
  void a_camera_shows_what_it_saw_last_also_to_those_who_come_later() {
    province.publish(
        "vam/v1/camera/ben-pha-1",
        "{\"time\":\"%s\",\"event_id\":\"e-1\",\"type\":\"flood\",\"phase\":\"new\",\"score\":0.8}"
            .formatted(Instant.now()));
    browser.reads("[data-station='ben-pha']", "Ngập nước");

    browser.visit(province.console());

    browser.reads("[data-station='ben-pha']", "Ngập nước");
  }

  @Test
  void a_camera_tells_when_it_sees_several_things_and_when_one_was_never_said_to_end() {
    province.publish("vam/v1/camera/cho-go-cong-1", sight("old", "vehicle", 400));
    browser.reads("[data-station='cho-go-cong']", "không còn tín hiệu");

    province.publish("vam/v1/camera/cho-go-cong-1", sight("e-2", "person", 1));
    province.publish("vam/v1/camera/cho-go-cong-1", sight("e-3", "flood", 0));

    browser.reads("[data-station='cho-go-cong']", "2 sự kiện đang diễn ra");
    browser.run("arguments[0].scrollIntoView()", browser.find("[data-station='cho-go-cong']"));
    browser.picture("console-camera");
  }

  @Test
  void a_plate_is_shown_masked_and_nowhere_whole() {
    province.publish(
        "vam/v1/camera/ben-pha-1",
        "{\"event_id\":\"car\",\"type\":\"vehicle\",\"plate\":\"63A-123.45\",\"zone\":\"cổng\"}");
    browser.reads("[data-station='ben-pha']", "cổng · 63A-***.45");
    browser.find("[data-station='ben-pha']").click();

    browser.reads("[data-testid='detail']", "biển số 63A-***.45");
    browser.picture("console-plate");
    assertThat(browser.find("html").getText()).doesNotContain("123.45");
  }

  private static String sight(String id, String type, int secondsAgo) {
    return "{\"time\":\"%s\",\"event_id\":\"%s\",\"type\":\"%s\",\"phase\":\"new\"}"
        .formatted(Instant.now().minusSeconds(secondsAgo), id, type);
  }

  @Test
  void a_station_is_opened_read_and_closed_without_a_mouse() {
    province.measures("xuan-hoa-1", 0.3, Instant.now().minusSeconds(20));
    province.measures("xuan-hoa-1", 0.4, Instant.now());
    WebElement card = browser.find(XUAN_HOA);
    browser.run("arguments[0].focus()", card);

    browser.types(Keys.ENTER);

    browser.reads("[data-testid='detail']", "Xuân Hòa");
    soon().untilAsserted(() -> assertThat(browser.all("[data-testid='chart'] canvas")).hasSize(1));
    browser.picture("console-detail");
    browser.types(Keys.ESCAPE);
    soon().untilAsserted(() -> assertThat(browser.named("detail").isDisplayed()).isFalse());
    assertThat(browser.focused().getDomAttribute("data-station")).isEqualTo("xuan-hoa");
  }

  @Test
  void nothing_comes_from_elsewhere() {
    assertThat(browser.hosts()).containsExactly(province.console().getAuthority());
  }

  @Test
  void nothing_sticks_out_of_a_small_screen() {
    browser.handheld().visit(province.console());
    browser.reads("[data-testid='live-state']", "Trực tiếp");

    assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(390L);
    browser.picture("console-handheld");
  }

  @Test
  void nothing_moves_for_those_who_asked_for_stillness() {
    browser.wishes(false, true);

    assertThat(browser.run("return document.getAnimations().length")).isEqualTo(0L);
  }

  /** Something that takes 50 ms to draw, and changes at every moment of two seconds. */
  private static final String MANY_CHANGES =
      """
      return import('/console/state.js').then(({ on, changed }) => new Promise((done) => {
        let drawn = 0;
        on(['many'], () => {
          drawn += 1;
          const end = performance.now() + 50;
          while (performance.now() < end);
        });
        const until = performance.now() + 2000;
        (function more() {
          changed('many');
          if (performance.now() < until) setTimeout(more, 5); else done(drawn);
        })();
      }));
      """;

  @Test
  void leaves_most_of_the_time_to_whoever_looks_at_it_however_much_there_is_to_draw() {
    assertThat((Long) browser.run(MANY_CHANGES)).isBetween(1L, 8L);
  }

  @Test
  void speaks_english_to_those_who_choose_it_and_says_so_to_screen_readers() {
    browser.named("language").click();

    browser.reads("#alerts-title", "Alerts");
    assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo("en");
    browser.forget();
  }
}
