package vn.vam.core.citizen;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vam.core.text.Syllable;
import vn.vam.core.text.Unmarked;

/**
 * Mends what keyboards leave behind when Telex or VNI is switched off: "ddooj mawnj" and "do65
 * ma8n5" are "độ mặn". Words that are known, or that are Vietnamese as they stand, are left alone.
 * Pure.
 */
public final class TypingLeftovers {
  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{L}\\p{M}\\d])[A-Za-z]\\w{1,8}(?![\\p{L}\\p{M}\\d])");
  private static final int LONGEST_TEXT = 2_000;
  private static final Pattern TELEX = Pattern.compile("[a-z]+");

  /** What nobody types: only "ươ" has the same mark twice. */
  private static final Pattern TWICE = Pattern.compile("([1-689]).*\\1");

  private static final Pattern VNI = Pattern.compile("[a-z]+\\d[a-z\\d]*");
  private static final Map<Character, String> TELEX_TONES =
      Map.of('s', "\u0301", 'f', "\u0300", 'r', "\u0309", 'x', "\u0303", 'j', "\u0323");
  private static final Map<Character, String> VNI_TONES =
      Map.of('1', "\u0301", '2', "\u0300", '3', "\u0309", '4', "\u0303", '5', "\u0323");
  private static final List<String[]> TELEX_LETTERS =
      List.of(
          new String[] {"dd", "đ"},
          new String[] {"aa", "â"},
          new String[] {"ee", "ê"},
          new String[] {"oo", "ô"},
          new String[] {"uow", "ươ"},
          new String[] {"uwow", "ươ"},
          new String[] {"aw", "ă"},
          new String[] {"ow", "ơ"},
          new String[] {"uw", "ư"},
          new String[] {"w", "ư"});

  private final Predicate<String> known;

  /**
   * @param known whether a word without marks is one of ours as it stands
   */
  public TypingLeftovers(Predicate<String> known) {
    this.known = known;
  }

  /** What lies beyond the first 2,000 characters is not read. */
  public String mended(String text) {
    String read = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    return WORD.matcher(read).replaceAll(word -> Matcher.quoteReplacement(mend(word.group())));
  }

  private String mend(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    if (known.test(small) || (TELEX.matcher(small).matches() && Syllable.isOne(small))) {
      return word;
    }
    if (TELEX.matcher(small).matches()) {
      return syllableOr(word, telex(small));
    }
    return VNI.matcher(small).matches()
        ? vni(small).map(read -> syllableOr(word, read)).orElse(word)
        : word;
  }

  private static String syllableOr(String word, String read) {
    String composed = Normalizer.normalize(read, Normalizer.Form.NFC);
    String bare = Unmarked.of(composed);
    return TELEX.matcher(bare).matches() && Syllable.isOne(bare) ? composed : word;
  }

  private static String telex(String word) {
    String letters = word;
    String tone = "";
    for (int at = letters.length() - 1; at > 0 && tone.isEmpty(); at--) {
      String mark = TELEX_TONES.get(letters.charAt(at));
      if (mark != null && isTone(letters, at)) {
        tone = mark;
        letters = letters.substring(0, at) + letters.substring(at + 1);
      }
    }
    for (String[] pair : TELEX_LETTERS) {
      letters = letters.replace(pair[0], pair[1]);
    }
    return toned(letters, tone);
  }

  /** At the end of the word, or behind its vowels: what begins a syllable is no tone. */
  private static boolean isTone(String word, int at) {
    return word.substring(0, at).matches(".*[aeiouyw].*");
  }

  /** Nothing where a digit has no letter before it that it could mark: "b88a" is a code. */
  private static Optional<String> vni(String word) {
    StringBuilder letters = new StringBuilder();
    String tone = "";
    boolean isTyped = !TWICE.matcher(word).find();
    for (char each : word.toCharArray()) {
      switch (each) {
        case '1', '2', '3', '4', '5' -> {
          isTyped &= isTone(letters.toString(), letters.length());
          tone = VNI_TONES.getOrDefault(each, "");
        }
        case '6' -> isTyped &= marks(letters, "aeo", "\u0302");
        case '7' -> isTyped &= marks(letters, "uo", "\u031B");
        case '8' -> isTyped &= marks(letters, "a", "\u0306");
        case '9' -> isTyped &= strikes(letters);
        case '0' -> {}
        default -> letters.append(each);
      }
    }
    return isTyped ? Optional.of(toned(letters.toString(), tone)) : Optional.empty();
  }

  private static boolean marks(StringBuilder letters, String bearers, String mark) {
    for (int at = letters.length() - 1; at >= 0; at--) {
      if (bearers.indexOf(letters.charAt(at)) >= 0) {
        letters.insert(at + 1, mark);
        return true;
      }
    }
    return false;
  }

  private static boolean strikes(StringBuilder letters) {
    int at = letters.indexOf("d");
    if (at >= 0) {
      letters.setCharAt(at, 'đ');
    }
    return at >= 0;
  }

  /** Wherever in the word it sits: marks of a word are compared as a set. */
  private static String toned(String letters, String tone) {
    return letters + tone;
  }
}
