package vn.vam.feeds;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a stranger wrote, as one harmless line: no markup, no control characters, NFC, bounded. */
final class PlainText {
  private static final Pattern UNSEEN =
      Pattern.compile("(?is)<(script|style)\\b.*?(?:</\\1\\s*>|\\z)|<!--.*?(?:-->|\\z)");

  /** They stand within words and before commas, where no room is. */
  private static final Pattern EMPHASIS =
      Pattern.compile(
          "(?i)</?(?:a|abbr|b|em|font|i|mark|s|small|span|strong|sub|sup|u)\\b[^<>]{0,2000}>");

  private static final Pattern TAG = Pattern.compile("<[^<>]{0,2000}>");
  private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9a-fA-F]{1,6}|[a-zA-Z]{2,6});");
  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

  private PlainText() {}

  /** From HTML. */
  static String ofHtml(String html, int longest) {
    String seen = UNSEEN.matcher(cut(html, 20_000)).replaceAll(" ");
    String bare = TAG.matcher(EMPHASIS.matcher(seen).replaceAll("")).replaceAll(" ");
    String text = ENTITY.matcher(bare).replaceAll(PlainText::character);
    return of(text, longest);
  }

  static String of(String text, int longest) {
    String line =
        Normalizer.normalize(cut(text, 20_000), Normalizer.Form.NFC)
            .replaceAll("[\\p{Cntrl}\\p{Cf}\\s\\u00A0]+", " ")
            .strip();
    return line.length() <= longest ? line : cut(line, longest - 1).stripTrailing() + "…";
  }

  /** Never between the halves of a character. */
  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }

  private static String character(MatchResult found) {
    String name = found.group(1);
    if (!name.startsWith("#")) {
      return Matcher.quoteReplacement(ENTITIES.getOrDefault(name, found.group()));
    }
    try {
      int point =
          name.startsWith("#x")
              ? Integer.parseInt(name.substring(2), 16)
              : Integer.parseInt(name.substring(1));
      return Character.isValidCodePoint(point)
          ? Matcher.quoteReplacement(Character.toString(point))
          : " ";
    } catch (NumberFormatException none) {
      return " ";
    }
  }
}
