package vn.vam.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vam.core.message.RejectReason;

class ServingTheConsole {
  private static final Pattern IMPORTED = Pattern.compile("from '([^']+)'");
  private static final Pattern LINKED = Pattern.compile("(?:href|src)=\"(/console/[^\"]+)\"");
  private static final Pattern KEY = Pattern.compile("(?m)^  '?([a-z][\\w.-]*)'?: '");
  private final FakeHub hub = new FakeHub();

  @AfterEach
  void close() {
    hub.close();
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
  }

  @Test
  void everything_the_page_asks_for_is_there() {
    Door door = hub.open();
    Door.Answer page = door.get("/");

    assertThat(page.type()).isEqualTo("text/html; charset=utf-8");
    assertThat(found(LINKED, page.body()))
        .isNotEmpty()
        .allSatisfy(path -> assertThat(door.get(path).status()).isEqualTo(200));
  }

  @ParameterizedTest
  @EnumSource(RejectReason.class)
  void every_reason_of_a_rejection_has_its_words_and_what_to_do_next(RejectReason reason) {
    String words = hub.open().get("/console/words.js").body();

    assertThat(words.split("'reason\\." + reason.word() + "': '")).hasSize(3);
    assertThat(words.split("'todo\\." + reason.word() + "': '")).hasSize(3);
  }

  @Test
  void everything_its_modules_import_is_there() {
    Door door = hub.open();

    for (String module : found(IMPORTED, door.get("/console/app.js").body()).toList()) {
      String path = "/console/" + module.substring(2);
      assertThat(found(IMPORTED, door.get(path).body()))
          .allSatisfy(
              imported ->
                  assertThat(door.get("/console/" + imported.replaceAll("^.*/", "")).status())
                      .isEqualTo(200));
    }
  }

  @Test
  void a_browser_that_still_has_a_file_gets_it_by_its_tag_alone() {
    Door door = hub.open();
    String tag = door.get("/console/uplot.js").whole().headers().firstValue("etag").orElseThrow();

    Door.Answer again = door.get("/console/uplot.js", "If-None-Match", tag);

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void trusts_nothing_but_itself() {
    Door.Answer page = hub.open().get("/");

    assertThat(page.whole().headers().firstValue("content-security-policy").orElse(""))
        .contains("default-src 'none'; script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.whole().headers().firstValue("x-content-type-options")).contains("nosniff");
    assertThat(page.whole().headers().firstValue("referrer-policy")).contains("no-referrer");
  }

  @Test
  void names_no_other_host() {
    Door door = hub.open();

    assertThat(door.get("/").body() + door.get("/console/console.css").body())
        .doesNotContain("https://")
        .doesNotContain("http://");
  }

  @Test
  void every_sentence_exists_in_both_languages() {
    String words = hub.open().get("/console/words.js").body();
    int english = words.indexOf("const EN");

    assertThat(new TreeSet<>(found(KEY, words.substring(english)).toList()))
        .hasSizeGreaterThan(100)
        .isEqualTo(new TreeSet<>(found(KEY, words.substring(0, english)).toList()));
  }

  @Test
  void describes_itself_to_programs() {
    Door.Answer description = hub.open().get("/api/v1/openapi.yaml");

    assertThat(description.type()).isEqualTo("application/yaml");
    assertThat(description.body()).startsWith("openapi: 3.1.0").contains("/webhooks/zalo:");
  }
}
