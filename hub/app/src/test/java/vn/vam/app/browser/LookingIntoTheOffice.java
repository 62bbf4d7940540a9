package vn.vam.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.sim.office.OfficeConfig;
import vn.vam.sim.office.OfficeSimulator;

class LookingIntoTheOffice {
  @TempDir private static Path profile;
  private static OfficeSimulator office;
  private static Chromium browser;

  @BeforeAll
  static void open() {
    Chromium.require();
    office = OfficeSimulator.start(OfficeConfig.standard().withPort(0));
    browser = Chromium.open(profile);
  }

  @AfterAll
  static void close() {
    if (browser != null) browser.close();
    if (office != null) office.close();
  }

  private static Chromium look() {
    return browser.visit(URI.create("http://127.0.0.1:" + office.port() + "/"));
  }

  @Test
  void every_dossier_is_listed_and_nothing_comes_from_elsewhere() {
    browser.desk();

    assertThat(look().all("tbody tr")).hasSameSizeAs(office.codes());
    assertThat(browser.hosts()).containsExactly("127.0.0.1:" + office.port());
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void every_text_can_be_read_by_day_and_by_night() {
    browser.wishes(false, false);
    List<String> byDay = look().faintTexts();
    browser.picture("office");
    browser.wishes(true, false);
    browser.picture("office-dark");

    assertThat(byDay).isEmpty();
    assertThat(browser.faintTexts()).isEmpty();
  }

  @Test
  void nothing_sticks_out_of_a_small_screen() {
    browser.handheld();
    look();

    assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(390L);
    browser.picture("office-handheld");
  }
}
