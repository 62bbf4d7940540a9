package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Measures what nobody tuned to: phrases that were set down before the words were seen. */
class UnderstandingTownspeople {
  private final Understanding understanding = new Understanding(TestProvince.registry());

  private static List<String[]> phrases() throws IOException {
    try (InputStream in =
        UnderstandingTownspeople.class.getResourceAsStream("/phrases-town-frozen.tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .map(line -> line.split("\t"))
          .toList();
    }
  }

  @Test
  void most_of_what_was_set_down_beforehand_is_understood() throws IOException {
    List<String> wrong =
        phrases().stream()
            .filter(line -> !understood(line[0]).startsWith(line[1]))
            .map(line -> line[0] + " is " + line[1] + ", not " + understood(line[0]))
            .toList();

    wrong.forEach(System.out::println);
    assertThat(wrong.size()).isLessThanOrEqualTo(phrases().size() / 5);
  }

  private String understood(String phrase) {
    return understanding.understand(phrase).getClass().getSimpleName();
  }
}
