package vn.vam.sim.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

class ChattingOnThePhone {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  @TempDir private Path profile;
  private World world;
  private WebDriver browser;

  @BeforeEach
  void open() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER), "Chromium is not installed");
    world = new World();
    browser = new ChromeDriver(driver(), options());
    browser.get(world.at("/").toString());
    awaitCount("citizen", 3);
  }

  @AfterEach
  void close() {
    if (browser != null) browser.quit();
    if (world != null) world.close();
  }

  @Test
  void a_citizen_follows_asks_and_reads_the_answer_live() throws Exception {
    find("follow").click();
    world.hub.await("follow", 1);
    find("composer").sendKeys("độ mặn xuân hòa", Keys.ENTER);
    assertThat(world.hub.await("user_send_text", 1).getFirst().text()).isEqualTo("độ mặn xuân hòa");
    world.say("co-sau", "Xuân Hòa: 4,2 g/l");

    List<WebElement> messages = awaitCount("message", 2);

    assertThat(messages.get(0).getDomAttribute("data-from")).isEqualTo("citizen");
    assertThat(messages.get(1).getText()).contains("Xuân Hòa: 4,2 g/l");
    assertThat(await(By.cssSelector("[data-delivery='delivered']"), 1)).hasSize(1);
    assertThat(find("follow").isDisplayed()).isFalse();
  }

  @Test
  void a_button_under_a_message_is_pressed() throws Exception {
    find("follow").click();
    world.hub.await("follow", 1);
    world.message(
        """
        {"recipient":{"user_id":"co-sau"},"message":{"text":"Chọn","attachment":{"type":"template","payload":
        {"buttons":[{"title":"Tra cứu hồ sơ","type":"oa.query.show","payload":"#tracuuhoso"}]}}}}""");

    awaitCount("answer", 1).getFirst().click();

    assertThat(world.hub.await("user_send_text", 1).getFirst().text()).isEqualTo("#tracuuhoso");
  }

  @Test
  void markup_from_outside_stays_text() throws Exception {
    world.sim("co-sau", "text", "{\"text\":\"<b id=evil>đậm</b>\"}");

    assertThat(awaitCount("message", 1).getFirst().getText()).contains("<b id=evil>");
    assertThat(browser.findElements(By.id("evil"))).isEmpty();
  }

  @Test
  void a_newcomer_is_added_by_name() {
    find("newcomer-name").sendKeys("Bà Năm Đò", Keys.ENTER);

    awaitCount("citizen", 4);

    assertThat(find("speaking-as").getText()).isEqualTo("Bạn là Bà Năm Đò");
    assertThat(browser.findElements(By.cssSelector("[data-id='ba-nam-do'][aria-current='true']")))
        .hasSize(1);
  }

  @Test
  void a_message_to_somebody_else_is_counted_as_unread() throws Exception {
    world.sim("anh-tu", "follow", "");
    world.say("anh-tu", "Cảnh báo");

    assertThat(await(By.cssSelector("[data-id='anh-tu'] .unread"), 1).getFirst().getText())
        .isEqualTo("1");
  }

  private WebElement find(String testId) {
    return browser.findElement(By.cssSelector("[data-testid='" + testId + "']"));
  }

  private List<WebElement> awaitCount(String testId, int count) {
    return await(By.cssSelector("[data-testid='" + testId + "']"), count);
  }

  private List<WebElement> await(By by, int count) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> browser.findElements(by), found -> found.size() == count);
  }

  private static ChromeDriverService driver() {
    return new ChromeDriverService.Builder()
        .usingDriverExecutable(new File(DRIVER.toString()))
        .usingAnyFreePort()
        .build();
  }

  private ChromeOptions options() {
    return new ChromeOptions()
        .setBinary(CHROMIUM.toString())
        .addArguments(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,860",
            "--user-data-dir=" + profile);
  }
}
