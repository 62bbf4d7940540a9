package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How well phrases are understood that nobody looked at while the words were gathered. What is
 * wrong is told, and left wrong: a phrase that was mended for is no measure any more.
 */
class UnderstandingStrangers {
  private static final double SHARE = 0.98;

  private final Understanding understanding = new Understanding(TestProvince.registry());

  @Test
  void ninety_eight_of_a_hundred_phrases_set_down_beforehand_are_understood() {
    List<Heard> meant = Heard.in("/phrases-frozen.tsv");
    List<String> wrong = meant.stream().flatMap(this::wrong).toList();

    System.out.printf(
        "understood %d of %d phrases set down beforehand%n%s%n",
        meant.size() - wrong.size(), meant.size(), String.join("\n", wrong));
    assertThat(meant).hasSizeGreaterThan(150);
    assertThat(wrong).hasSizeLessThanOrEqualTo((int) Math.floor(meant.size() * (1 - SHARE)));
  }

  @Test
  void there_are_enough_phrases_to_learn_from() {
    assertThat(Heard.in("/phrases.tsv").size() + Heard.in("/phrases-frozen.tsv").size())
        .isGreaterThan(400);
  }

  private Stream<String> wrong(Heard meant) {
    Heard heard = Heard.as(meant.phrase(), understanding.understand(meant.phrase()));
    return heard.equals(meant)
        ? Stream.empty()
        : Stream.of("\"" + meant.phrase() + "\": " + told(heard) + ", meant " + told(meant));
  }

  private static String told(Heard heard) {
    return heard.intent() + " " + heard.detail();
  }
}
