package vn.vam.core.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word as someone typed it: its bare letters, and the Vietnamese marks it carries wherever in the
 * word they sit. So "hòa" and "hoà" are the same word, "hóa" is another, "hoa" may be any of them;
 * "mỹ" and "mĩ" are the same as well.
 *
 * @param bare matches {@code [a-z0-9]+}, with "i" for the "y" of "mỹ"
 * @param marks a bit for each mark; hỏi and ngã share theirs, since the South speaks them alike
 */
public record Word(String bare, int marks) {
  private static final int LONGEST_TEXT = 2_000;
  private static final Pattern WORD = Pattern.compile("[a-z0-9đð][a-z0-9đð\\p{Mn}\\p{Cf}]*");
  private static final Pattern Y_FOR_I = Pattern.compile("(?<=[bcdghklmnpqrstvx]|qu)y");
  private static final Pattern NOT_BARE = Pattern.compile("[^a-z0-9]");
  private static final List<String> MARKS =
      List.of("đð", "\u0302", "\u0306", "\u031B", "\u0300", "\u0301", "\u0309\u0303", "\u0323");

  /** The words of a text, in order; what lies beyond its first 2,000 characters is not read. */
  public static List<Word> allIn(String text) {
    List<Word> words = new ArrayList<>();
    Matcher word = WORD.matcher(folded(text.substring(0, Math.min(text.length(), LONGEST_TEXT))));
    while (word.find()) {
      words.add(of(word.group()));
    }
    return List.copyOf(words);
  }

  /**
   * Whether someone who typed this may mean that word: marks left out are forgiven, wrong ones not.
   */
  public boolean mayMean(Word meant) {
    return bare.equals(meant.bare) && (marks & ~meant.marks) == 0;
  }

  private static Word of(String folded) {
    String plain = folded.replace('đ', 'd').replace('ð', 'd');
    String bare = NOT_BARE.matcher(plain).replaceAll("");
    return new Word(Y_FOR_I.matcher(bare).replaceAll("i"), marksOf(folded));
  }

  private static int marksOf(String folded) {
    return folded.chars().map(Word::bitOf).reduce(0, (bits, bit) -> bits | bit);
  }

  private static int bitOf(int character) {
    for (int i = 0; i < MARKS.size(); i++) {
      if (MARKS.get(i).indexOf(character) >= 0) {
        return 1 << i;
      }
    }
    return 0;
  }

  /** Upper case first, as full case folding does for letters such as ß and ı. */
  private static String folded(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String small = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(small, Normalizer.Form.NFD);
  }
}
