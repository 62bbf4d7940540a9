package vn.vam.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.app.browser.Chromium.soon;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

class TalkingOnThePhone extends OnThePhone {
  @Test
  void who_follows_is_welcomed() {
    follow();

    assertThat(browser.find(ANSWERS).getText()).containsIgnoringCase("chào");
    assertThat(browser.named("follow").isDisplayed()).isFalse();
    assertThat(browser.named("unfollow").isDisplayed()).isTrue();
  }

  @Test
  void a_question_without_diacritics_is_answered_with_the_value_of_now() {
    province.measures("xuan-hoa-1", 4.2, Instant.now());
    follow();

    says("do man xuan hoa");

    hears("4,2");
    hears("Xuân Hòa");
    assertThat(browser.all("[data-testid='message'][data-from='citizen']").getLast().getText())
        .contains("do man xuan hoa");
    browser.picture("phone-answer");
  }

  @Test
  void a_chart_is_a_picture_in_a_bubble() {
    Instant now = Instant.now();
    for (int hour = 20; hour >= 0; hour--) {
      province.measures(
          "hoa-binh-1", 2 + 1.6 * Math.sin(hour / 3.0), now.minusSeconds(hour * 3_600L));
    }
    follow();

    soon()
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(
            () -> {
              says("bieu do hoa binh");
              assertThat(browser.all("[data-kind='image'] img.picture")).isNotEmpty();
            });
    soon()
        .until(
            () -> browser.run("return document.querySelector('img.picture').naturalWidth"),
            Long.valueOf(960)::equals);
    assertThat(browser.find("img.picture").getDomAttribute("alt")).contains("Độ mặn Hòa Bình");
    browser.picture("phone-chart");
  }

  @Test
  void a_button_under_a_message_is_pressed_and_answered() {
    follow();
    int before = browser.all(ANSWERS).size();

    browser.all("[data-testid='answer']").getFirst().click();

    soon().untilAsserted(() -> assertThat(browser.all(ANSWERS)).hasSizeGreaterThan(before));
  }

  @Test
  void an_alert_arrives_by_itself() {
    follow();
    browser.run("window.sameDocument = true");
    says("nhận cảnh báo Mỹ Tho");
    hears("để lại số điện thoại");

    province.salts("my-tho-1", 0.62);

    hears("0,62");
    assertThat(browser.all(ANSWERS).getLast().getText()).contains("Mỹ Tho");
    assertThat(browser.run("return window.sameDocument")).isEqualTo(true);
    browser.picture("phone-alert");
  }

  @Test
  void a_message_is_written_and_sent_without_a_mouse() {
    follow();
    browser.visit(province.phone());
    browser.reads("[data-testid='speaking-as']", me);
    browser.types(Keys.TAB);
    assertThat(browser.focused().getText()).isEqualTo("Tới ô nhắn tin");

    browser.types(Keys.ENTER);
    browser.types("độ mặn");
    browser.breaksTheLine();
    browser.types("Vàm Kênh", Keys.ENTER);

    soon()
        .untilAsserted(
            () ->
                assertThat(browser.all("[data-from='citizen']").getLast().getText())
                    .contains("độ mặn\nVàm Kênh"));
    hears("Vàm Kênh");
    assertThat(browser.focused().getDomAttribute("data-testid")).isEqualTo("composer");
  }

  @Test
  void what_has_the_focus_can_be_seen() {
    browser.visit(province.phone());
    browser.types(Keys.TAB, Keys.TAB);

    assertThat(browser.run("return getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");
  }

  @Test
  void somebody_new_at_the_page_sees_who_already_talks() {
    follow();
    browser.forget();

    browser.visit(province.phone());

    browser.reads("[data-testid='speaking-as']", me);
  }

  @Test
  void nothing_comes_from_elsewhere() {
    follow();

    assertThat(browser.hosts()).containsExactly(province.phone().getAuthority());
  }

  @Test
  void fits_the_hand() {
    follow();
    browser.handheld().visit(province.phone());
    browser.reads("[data-testid='speaking-as']", me);

    assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(390L);
    assertThat(browser.named("composer").isDisplayed()).isTrue();
    browser.picture("phone-handheld");
  }

  @Test
  void a_long_answer_is_read_from_its_first_line_on_a_cheap_phone() {
    browser.cheapPhone();
    follow();

    assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(360L);
    assertThat(top("[data-from='oa'] .bubble")).isGreaterThanOrEqualTo(top("#scroll"));
    browser.picture("phone-cheap-answer");
  }

  private static double top(String selector) {
    String script = "return document.querySelector(arguments[0]).getBoundingClientRect().top + 0.5";
    return ((Number) browser.run(script, selector)).doubleValue();
  }

  @Test
  void what_is_written_on_a_cheap_phone_has_the_width_of_the_screen() {
    browser.cheapPhone();
    follow();
    int before = browser.named("composer").getSize().getWidth();

    browser.named("composer").sendKeys("chừng nào nước ở xuân hòa ngọt lại");
    browser.picture("phone-cheap-writing");

    assertThat(browser.named("composer").getSize().getWidth()).isGreaterThan(before + 100);
    browser.types(Keys.ENTER);
    soon().until(() -> browser.named("place").isDisplayed());
    assertThat(browser.named("composer").getSize().getWidth()).isEqualTo(before);
  }

  @Test
  void a_place_is_tapped_on_the_map_of_a_cheap_phone_whose_names_can_be_read() {
    browser.cheapPhone();
    follow();
    browser.named("place").click();
    browser.find("#map-drawing").click();
    browser.reads("[data-testid='map-where']", "10.31");
    browser.picture("phone-cheap-map");

    assertThat(((Number) browser.run(HEIGHT_OF_A_NAME)).doubleValue()).isGreaterThan(13);
    assertThat(browser.uponEachOther("#map-drawing text")).isEmpty();
  }

  private static final String HEIGHT_OF_A_NAME =
      """
      const map = document.getElementById('map-drawing');
      return map.querySelector('text').getBBox().height * map.getScreenCTM().a + 0.001\
      """;

  @Test
  void the_conversation_is_announced_as_it_grows() {
    assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo("vi");
    assertThat(browser.named("chat").getDomAttribute("role")).isEqualTo("log");
    soon()
        .untilAsserted(
            () ->
                assertThat(browser.named("chat").getDomAttribute("aria-live")).isEqualTo("polite"));
  }
}
