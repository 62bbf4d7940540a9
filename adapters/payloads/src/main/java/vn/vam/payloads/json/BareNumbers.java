package vn.vam.payloads.json;

import java.util.Locale;
import java.util.Set;

/**
 * What printf makes of a float that is none: {@code nan}, {@code -nan}, {@code inf}. Rewritten,
 * place for place, as the one spelling the parser takes, since one bad number should not cost the
 * whole message.
 */
final class BareNumbers {
  private static final String NAN = "NaN";
  private static final Set<String> SPELLINGS = Set.of("nan", "inf", "infinity");

  private BareNumbers() {}

  /** The same length as before: lines and columns stay true. */
  static String rewritten(String json) {
    StringBuilder text = new StringBuilder(json);
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        at = endOfText(text, at);
      } else if (Character.isLetter(c)) {
        at = rewriteWord(text, at);
      } else {
        at++;
      }
    }
    return text.toString();
  }

  private static int endOfText(StringBuilder text, int quote) {
    int at = quote + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  private static int rewriteWord(StringBuilder text, int from) {
    int to = from;
    while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    if (SPELLINGS.contains(text.substring(from, to).toLowerCase(Locale.ROOT))) {
      text.replace(from, to, NAN + " ".repeat(to - from - NAN.length()));
      blankSign(text, from - 1);
    }
    return to;
  }

  private static void blankSign(StringBuilder text, int at) {
    if (at >= 0 && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      text.setCharAt(at, ' ');
    }
  }
}
