package vn.vam.core.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FittingIntoAMessage {
  private static final String STOP = "Tin số A-7. Muốn thôi nhận, chỉ cần nhắn: DỪNG";

  @Test
  void what_fits_stays_as_it_is() {
    String text = "x".repeat(1_950) + "\n" + STOP;

    assertThat(sent(text)).isEqualTo(text);
  }

  @Test
  void what_is_too_long_keeps_its_beginning_and_how_to_stop() {
    String lines =
        IntStream.range(0, 60)
            .mapToObj(i -> "• Trạm " + i + " " + "ở xa".repeat(20))
            .collect(Collectors.joining("\n"));

    assertThat(sent("⚠️ Nhiều nơi\n" + lines + "\n" + STOP))
        .hasSizeLessThanOrEqualTo(2_000)
        .startsWith("⚠️ Nhiều nơi\n• Trạm 0 ")
        .endsWith("\n…\n" + STOP);
  }

  @Test
  void a_single_line_is_cut_between_characters() {
    assertThat(sent("🌊".repeat(1_500) + "\n" + STOP)).startsWith("🌊🌊").endsWith("\n…\n" + STOP);
    assertThat(sent("x" + "🌊".repeat(1_500))).endsWith("🌊\n…");
  }

  @Test
  void any_text_at_all_fits_whole_and_composed() {
    Random random = new Random(42);
    List<String> pieces = List.of("a", "ê\u0323", "🌊", "\n", " ", "Xuân Hòa", "\r\n", "\n\n", "đ");
    for (int times = 0; times < 2_000; times++) {
      String text =
          random
              .ints(random.nextInt(4_000), 0, pieces.size())
              .mapToObj(pieces::get)
              .collect(Collectors.joining());
      String sent = sent(text);
      assertThat(sent.length()).isLessThanOrEqualTo(2_000);
      assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(sent)).isTrue();
      assertThat(Normalizer.isNormalized(sent, Normalizer.Form.NFC)).isTrue();
    }
  }

  /** The words for a second time are as long. */
  private static String sent(String text) {
    Draft draft =
        new Draft("k", "u1", text, List.of(), 1, Optional.empty(), Optional.of(text + "\nlặp lại"));
    assertThat(draft.again().orElseThrow()).hasSizeLessThanOrEqualTo(2_000).endsWith("\nlặp lại");
    return draft.text();
  }
}
