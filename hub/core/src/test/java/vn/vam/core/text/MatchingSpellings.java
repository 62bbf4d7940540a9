package vn.vam.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MatchingSpellings {
  private static final String LETTERS =
      "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
          + "AĂÂĐÊÔƠƯÁẠẾỘ 0123456789-.,/Ðð\u200B😀";

  static Stream<String> any_text() {
    Random random = new Random(20_260_312);
    return Stream.generate(() -> text(random)).limit(100);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "Xuân Hòa, xuan hoa",
    "Xuân Hoà, xuan hoa",
    "XUÂN HOÀ, xuan hoa",
    "xuan-hoa, xuan hoa",
    "'  Xuân   Hòa!  ', xuan hoa",
    "Đồng Tâm, dong tam",
    "Ðồng Tâm, dong tam",
    "ðồng tâm, dong tam",
    "Vườn hoa Lạc Hồng, vuon hoa lac hong",
    "Q.7, q 7",
    "'', ''",
    "😀, ''",
  })
  void every_spelling_of_a_name_has_one_key(String text, String key) {
    assertThat(MatchKey.of(text).value()).isEqualTo(key);
  }

  @ParameterizedTest
  @MethodSource("any_text")
  void a_key_is_letters_digits_and_single_spaces(String text) {
    assertThat(MatchKey.of(text).value()).matches("([a-z0-9]+( [a-z0-9]+)*)?");
  }

  @ParameterizedTest
  @MethodSource("any_text")
  void the_key_of_a_key_is_the_key(String text) {
    MatchKey key = MatchKey.of(text);

    assertThat(MatchKey.of(key.value())).isEqualTo(key);
  }

  @ParameterizedTest
  @MethodSource("any_text")
  void composed_and_decomposed_text_share_a_key(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);

    assertThat(MatchKey.of(decomposed)).isEqualTo(MatchKey.of(composed));
  }

  @ParameterizedTest
  @MethodSource("any_text")
  void a_text_without_its_marks_has_the_key_of_the_text(String text) {
    String bare = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");

    assertThat(MatchKey.of(bare.replace('đ', 'd').replace('Đ', 'D'))).isEqualTo(MatchKey.of(text));
  }

  @Test
  void endless_text_is_read_only_so_far() {
    assertThat(MatchKey.of("a".repeat(1_000_000)).value()).hasSize(2_000);
  }

  @Test
  void the_place_of_a_tone_mark_does_not_matter() {
    assertThat(Word.allIn("hoà hủy")).isEqualTo(Word.allIn("hòa huỷ"));
  }

  @ParameterizedTest
  @CsvSource({
    "dung, dừng, true",
    "dưng, dừng, true",
    "đúng, dừng, false",
    "hũy, hủy, true",
    "hóa, hòa, false",
    "hoà, hòa, true",
    "ban, bạn, true",
    "bạn, ban, false",
    "don, dừng, false",
  })
  void marks_left_out_are_forgiven_and_wrong_ones_are_not(String typed, String meant, boolean may) {
    assertThat(word(typed).mayMean(word(meant))).isEqualTo(may);
  }

  @ParameterizedTest
  @CsvSource({
    "xuanhoa, xuanhoa, true",
    "xuanhoa, xuanho, true",
    "xuanhoa, xuanhoaa, true",
    "xuanhoa, xunahoa, true",
    "xuanhoa, xuamhoa, true",
    "xuanhoa, auxnhoa, false",
    "xuanhoa, hoabinh, false",
    "xuanhoa, xuan, false",
    "ab, ba, true",
    "'', a, true",
    "'', ab, false",
  })
  void one_slip_of_the_finger_is_one(String a, String b, boolean atMostOne) {
    assertThat(EditDistance.isAtMostOne(a, b)).isEqualTo(atMostOne);
    assertThat(EditDistance.isAtMostOne(b, a)).isEqualTo(atMostOne);
  }

  private static Word word(String text) {
    List<Word> words = Word.allIn(text);
    return words.getFirst();
  }
}
