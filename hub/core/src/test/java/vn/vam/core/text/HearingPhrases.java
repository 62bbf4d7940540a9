package vn.vam.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.text.Phrases.Speech;

class HearingPhrases {
  private static final Speech SPEECH =
      Speech.in(new Sections("t", "self:\ntôi\nbà\nem\ncô!\nparticle:\ncho\ncó\ngiùm\n"));

  private final Phrases phrases = new Phrases(List.of("đừng báo tôi", "tối! nay"), SPEECH);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "đừng báo tôi",
        "dung bao toi",
        "con ơi đừng có báo cho bà nữa",
        "đừng báo giùm cô"
      })
  void people_call_themselves_many_things_and_say_little_words_between(String said) {
    assertThat(phrases.areIn(Word.allIn(said))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"đừng quên báo bà", "đúng báo tôi", "đừng báo", "dung bao co", "bà báo đừng", ""})
  void other_words_between_make_it_another_phrase(String said) {
    assertThat(phrases.areIn(Word.allIn(said))).isFalse();
  }

  @Test
  void a_word_may_count_only_as_it_is_written() {
    assertThat(phrases.areIn(Word.allIn("tối nay"))).isTrue();
    assertThat(phrases.areIn(Word.allIn("toi nay"))).isFalse();
  }

  @Test
  void without_a_way_to_speak_every_word_stands_for_itself() {
    Phrases plain = new Phrases(List.of("đừng báo tôi"));

    assertThat(plain.areIn(Word.allIn("đừng báo tôi"))).isTrue();
    assertThat(plain.areIn(Word.allIn("đừng báo bà"))).isFalse();
    assertThat(plain.areIn(Word.allIn("đừng có báo tôi"))).isFalse();
  }

  @Test
  void little_words_between_are_struck_out_with_the_phrase() {
    assertThat(phrases.without(Word.allIn("thôi đừng có báo cho bà nữa")))
        .isEqualTo(Word.allIn("thôi nữa"));
  }
}
