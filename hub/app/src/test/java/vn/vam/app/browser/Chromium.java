package vn.vam.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import vn.vam.testing.Required;

/** A browser nobody sees, and what a person at it would do and notice. */
final class Chromium implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String NETWORK_CHANGED = "ERR_NETWORK_CHANGED";
  private static final int VISITS = 5;

  private final List<String> heard = new ArrayList<>();
  private final ChromeDriver driver;

  private Chromium(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Skips the test where Chromium is missing, or fails it where it must be there. */
  static void require() {
    Required.server(
        Files.isExecutable(PROGRAM) && Files.isExecutable(DRIVER),
        "Chromium and its driver are not installed");
  }

  static Chromium open(Path profile) {
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File(DRIVER.toString()))
            .usingAnyFreePort()
            .build();
    return new Chromium(new ChromeDriver(service, options(profile)));
  }

  private static ChromeOptions options(Path profile) {
    LoggingPreferences everything = new LoggingPreferences();
    everything.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options =
        new ChromeOptions()
            .setBinary(PROGRAM.toString())
            .addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile);
    options.setCapability("goog:loggingPrefs", everything);
    return options;
  }

  /** Once more where this machine's network has changed meanwhile, as Docker makes it. */
  Chromium visit(URI page) {
    int before = heard.size();
    for (int attempt = 0; attempt < VISITS; attempt++) {
      driver.get(page.toString());
      listen();
      if (heard.stream().skip(before).noneMatch(Chromium::isOfTheMachine)) {
        break;
      }
      before = heard.size();
    }
    return this;
  }

  private static boolean isOfTheMachine(String complaint) {
    return complaint.contains(NETWORK_CHANGED);
  }

  private void listen() {
    driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .forEach(entry -> heard.add(entry.getMessage()));
  }

  /** Empty as for somebody who comes for the first time. */
  void forget() {
    run("localStorage.clear()");
  }

  Chromium desk() {
    return screen(1280, 900);
  }

  Chromium handheld() {
    return screen(390, 844);
  }

  Chromium cheapPhone() {
    return screen(360, 640);
  }

  /** A desk's screen at four times its size, or a very small phone. */
  Chromium narrow() {
    return screen(320, 640);
  }

  /** A desk's screen at twice its size. */
  Chromium enlarged() {
    return screen(640, 450);
  }

  private Chromium screen(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    return this;
  }

  void wishes(boolean dark, boolean stillness) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                Map.of(
                    "name",
                    "prefers-reduced-motion",
                    "value",
                    stillness ? "reduce" : "no-preference"))));
  }

  static ConditionFactory soon() {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptionsMatching(Chromium::isStillMoving);
  }

  /** The page redraws itself while we look: look again. */
  private static boolean isStillMoving(Throwable failure) {
    return failure instanceof StaleElementReferenceException
        || failure instanceof NoSuchElementException;
  }

  static By called(String testId) {
    return By.cssSelector("[data-testid='" + testId + "']");
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  WebElement named(String testId) {
    return driver.findElement(called(testId));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** Waits until an element's text has these words. */
  void reads(String selector, String words) {
    soon().untilAsserted(() -> assertThat(find(selector).getText()).contains(words));
  }

  /** Keys for whatever has the focus. */
  void types(CharSequence... keys) {
    new Actions(driver).sendKeys(String.join("", keys)).perform();
  }

  void breaksTheLine() {
    new Actions(driver).keyDown(Keys.SHIFT).sendKeys(Keys.ENTER).keyUp(Keys.SHIFT).perform();
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** What a script returns; the driver knows no better type. */
  Object run(String script, Object... arguments) {
    return Objects.requireNonNullElse(driver.executeScript(script, arguments), "");
  }

  List<String> faintTexts() {
    return found(resource("/browser/contrast.js") + resource("/browser/faint-texts.js"));
  }

  List<String> faintShapes() {
    return found(resource("/browser/contrast.js") + resource("/browser/faint-shapes.js"));
  }

  List<String> stickingOut() {
    return found(resource("/browser/sticking-out.js"));
  }

  /**
   * @param texts of one drawing
   */
  List<String> uponEachOther(String texts) {
    return found(resource("/browser/upon-each-other.js"), texts);
  }

  /** Rules of accessibility that the page breaks. */
  List<String> brokenRules() {
    run(resource("/axe.min.js"));
    return found(resource("/browser/axe.js"));
  }

  private List<String> found(String script, Object... arguments) {
    return ((List<?>) run(script, arguments)).stream().map(Object::toString).toList();
  }

  /** Hosts anything of this page came from. */
  List<String> hosts() {
    String script =
        "return [location.href, ...performance.getEntriesByType('resource').map(e => e.name)]"
            + ".map(url => new URL(url)).filter(url => url.protocol !== 'data:')"
            + ".map(url => url.host).filter((host, i, all) => all.indexOf(host) === i)";
    return ((List<?>) run(script)).stream().map(Object::toString).toList();
  }

  /** What the browser complained of since this was asked last. */
  List<String> complaints() {
    listen();
    List<String> complaints = heard.stream().filter(each -> !isOfTheMachine(each)).toList();
    heard.clear();
    return complaints;
  }

  void picture(String name) {
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException unwritable) {
      throw new AssertionError("no picture of " + name, unwritable);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Chromium.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new AssertionError("unreadable: " + name, unreadable);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
