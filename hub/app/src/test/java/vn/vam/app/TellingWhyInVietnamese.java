package vn.vam.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The console tells operators in their language why a message was rejected. */
class TellingWhyInVietnamese {
  private static final Path CASES = Path.of("../../adapters/payloads/src/test/resources/cases");
  private static final Pattern REJECTED = Pattern.compile("rejected: \\S+: \\S+ \\((.*)\\)");
  private static final Pattern PLACE = Pattern.compile("^line \\d+, column \\d+: ");
  private static final Pattern WORDS = Pattern.compile("(?m)^  \\[/(\\^.*\\$)/, '.+'],$");

  private static List<Predicate<String>> patterns() throws IOException {
    try (InputStream in = TellingWhyInVietnamese.class.getResourceAsStream("/web/details.js")) {
      String script = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      return WORDS
          .matcher(script)
          .results()
          .map(line -> Pattern.compile(line.group(1)).asMatchPredicate())
          .toList();
    }
  }

  private static List<String> details() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      List<Path> expected =
          files.filter(file -> file.getFileName().toString().equals("expected.txt")).toList();
      assertThat(expected).hasSizeGreaterThan(300);
      return expected.stream()
          .flatMap(file -> lines(file))
          .map(REJECTED::matcher)
          .filter(Matcher::matches)
          .map(line -> PLACE.matcher(line.group(1)).replaceFirst("").replaceFirst("^expected ", ""))
          .distinct()
          .toList();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Test
  void every_reason_of_the_cases_has_its_words() throws IOException {
    List<Predicate<String>> patterns = patterns();

    assertThat(details())
        .hasSizeGreaterThan(80)
        .allMatch(
            detail -> patterns.stream().anyMatch(pattern -> pattern.test(detail)),
            "has words in details.js");
  }
}
