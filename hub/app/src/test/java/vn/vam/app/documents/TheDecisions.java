package vn.vam.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TheDecisions {
  private static final int LINES_OF_A_PAGE = 60;

  static Stream<String> pages() {
    return Tree.decisions().stream().map(page -> page.getFileName().toString());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void have_the_same_short_form(String page) {
    List<String> lines = lines(page);

    assertThat(lines).hasSizeLessThan(LINES_OF_A_PAGE);
    assertThat(lines.getFirst()).startsWith("# " + page.substring(0, 4) + " · ");
    assertThat(lines)
        .filteredOn(line -> line.startsWith("## "))
        .containsExactly("## Context", "## Decision", "## Consequences");
  }

  @Test
  void are_numbered_without_a_gap() {
    List<String> numbers = pages().map(page -> page.substring(0, 4)).toList();

    assertThat(numbers)
        .isNotEmpty()
        .isEqualTo(IntStream.rangeClosed(1, numbers.size()).mapToObj("%04d"::formatted).toList());
  }

  private static List<String> lines(String page) {
    Path file = Tree.root().resolve("hub/decisions").resolve(page);
    return Tree.read(file).lines().toList();
  }
}
