package vn.vam.core.citizen;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as it looks where the keyboard's method is off: letter by letter as the fingers went. */
final class Typed {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

  /** Combining marks: circumflex, breve, horn; grave, acute, hook, tilde, dot. */
  private static final Map<Character, Character> VNI_KEYS =
      Map.of(
          '\u0302', '6', '\u0306', '8', '\u031B', '7', '\u0301', '1', '\u0300', '2', '\u0309', '3',
          '\u0303', '4', '\u0323', '5');

  private static final Map<Character, Character> TELEX_TONES =
      Map.of('\u0301', 's', '\u0300', 'f', '\u0309', 'r', '\u0303', 'x', '\u0323', 'j');

  private Typed() {}

  static String withoutMarks(String text) {
    return apart(text).replaceAll("\\p{M}", "").replace('đ', 'd').replace('Đ', 'D');
  }

  /** The key of a tone comes last, those of letters behind their letter. */
  static String inVni(String text) {
    return words(
        text,
        (letters, tone) -> {
          String keys = letters.replace("đ", "d9").replace("Đ", "D9");
          for (var mark : VNI_KEYS.entrySet()) {
            keys = keys.replace(mark.getKey(), mark.getValue());
          }
          return keys + (tone == 0 ? "" : VNI_KEYS.get(tone));
        });
  }

  static String inTelex(String text) {
    return words(
        text,
        (letters, tone) ->
            letters
                    .replace("đ", "dd")
                    .replace("Đ", "DD")
                    .replaceAll("(.)\u0302", "$1$1")
                    .replaceAll("[\u0306\u031B]", "w")
                + (tone == 0 ? "" : TELEX_TONES.get(tone)));
  }

  private interface Keys {
    /**
     * @param letters of a word, with the marks that belong to letters
     * @param tone the mark of its tone; 0 for none
     */
    String of(String letters, char tone);
  }

  private static String words(String text, Keys keys) {
    return WORD.matcher(apart(text))
        .replaceAll(word -> Matcher.quoteReplacement(word(word.group(), keys)));
  }

  private static String word(String word, Keys keys) {
    StringBuilder letters = new StringBuilder();
    char tone = 0;
    for (char each : word.toCharArray()) {
      if (TELEX_TONES.containsKey(each)) {
        tone = each;
      } else {
        letters.append(each);
      }
    }
    return keys.of(letters.toString(), tone);
  }

  private static String apart(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }
}
