package vn.vam.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A province and a browser for all tests of a class, one class after the other. */
abstract class InTheBrowser {
  @TempDir private static Path folder;
  @TempDir private static Path profile;
  static Province province;
  static Chromium browser;

  @BeforeAll
  static void open(TestInfo test) throws Exception {
    Chromium.require();
    boolean isMoody =
        test.getTestClass()
            .filter(of -> of.isAnnotationPresent(MoodyStore.Wanted.class))
            .isPresent();
    province = Province.startIn(folder, isMoody);
    browser = Chromium.open(profile);
  }

  @AfterAll
  static void close() throws Exception {
    if (browser != null) browser.close();
    if (province != null) province.close();
  }

  @AfterEach
  void the_browser_has_nothing_to_complain_of() {
    assertThat(browser.complaints()).isEmpty();
  }
}
