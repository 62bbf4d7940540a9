package vn.vam.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of what a rule may say. */
class TheGrammarOfRules {
  private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+)`");
  private static final Set<String> TESTS =
      Tree.files(path -> path.toString().matches(".*/src/test/.*\\.java")).stream()
          .map(path -> path.getFileName().toString().replace(".java", ""))
          .collect(Collectors.toSet());

  static Stream<String> rows() {
    String section =
        Tree.read(Tree.root().resolve("hub/README.md"))
            .split("\n## The grammar of rules\n", 2)[1]
            .split("\n## ", 2)[0];
    return section.lines().filter(line -> line.startsWith("| ")).skip(1);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void each_row_has_its_test(String row) {
    List<String> cells = List.of(row.split(" \\| "));
    List<String> tests =
        TEST.matcher(cells.getLast()).results().map((MatchResult found) -> found.group(1)).toList();

    assertThat(cells).hasSize(3);
    assertThat(tests).isNotEmpty().allMatch(TESTS::contains);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "above", "below", "outside", "inside", "for", "rises", "falls", "silent", "count", "mean",
        "max", "min", "service", "together", "all", "any", "active", "season", "hours", "days",
        "escalate", "event", "parent", "flapping", "stale_after", "clear", "text"
      })
  void each_word_has_a_row(String word) {
    Pattern said = Pattern.compile("`[^`]*\\b" + word + "\\b[^`]*`");

    assertThat(rows()).anyMatch(row -> said.matcher(row.split(" \\| ", 2)[0]).find());
  }
}
