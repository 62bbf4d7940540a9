package vn.vam.core.citizen;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vam.core.limit.Limit.Side;
import vn.vam.core.text.Unmarked;

/**
 * Levels as people write them: "trên 1", "duoi 0,5 g/l", "quá 1 chấm 5", "&gt; 800 mg/l", "từ một
 * phần ngàn trở lên". Pure.
 */
final class LimitWords {
  private static final double MG = 1_000;

  /**
   * @param side absent where it is not said
   * @param level g/l
   */
  record Asked(Optional<Side> side, double level) {}

  private static final Map<String, Double> NUMERALS =
      Map.ofEntries(
          Map.entry("nua", 0.5),
          Map.entry("mot", 1.0),
          Map.entry("hai", 2.0),
          Map.entry("ba", 3.0),
          Map.entry("bon", 4.0),
          Map.entry("nam", 5.0),
          Map.entry("sau", 6.0),
          Map.entry("bay", 7.0),
          Map.entry("tam", 8.0),
          Map.entry("chin", 9.0),
          Map.entry("muoi", 10.0));

  private static final String NUMERAL = String.join("|", NUMERALS.keySet());

  /** Such as "một phẩy hai", "không chấm năm", "hai gam rưỡi", "một phần ngàn". */
  private static final Pattern SPOKEN =
      Pattern.compile(
          "(?<![a-z])(?<whole>"
              + NUMERAL
              + "|khong)\\s+(?:(?:phay|cham)\\s+(?<tenths>"
              + NUMERAL
              + "|lam)|(?:(?:gam|phan ngan)\\s+)?(?<half>ruoi)|gam|phan ngan)(?![a-z])");

  /** No hour and no count has tenths. */
  private static final Pattern DECIMAL = Pattern.compile("\\d\\s*(?:[.,]|cham|phay)\\s*\\d");

  private static final String ABOVE =
      "tren|vuot|qua|hon|len|dat|toi|cham|tro len|lon hon|cao hon|nhieu hon|>|>=|≥";
  private static final String BELOW =
      "duoi|xuong|thap hon|nho hon|it hon|be hon|kem hon|kem|giam|tro xuong|<|<=|≤";
  private static final Pattern IS_BELOW = word(BELOW);
  private static final Pattern IS_ABOVE = word(ABOVE);

  private static final String AMOUNT =
      "(?<whole>\\d{1,5})(?:\\s*(?:[.,]|cham|phay)\\s*(?<rest>\\d{1,3}))?(?<half>(?:\\s*(?:gam|g|phan ngan|phay|cham))?\\s+ruoi)?";
  private static final String UNIT = "(?:\\s*(?<unit>mg|%(?!o)|phan tram))?";

  /** Behind the side, with a few small words between. */
  private static final Pattern SAID =
      Pattern.compile(
          "(?:"
              + bounded(ABOVE + "|" + BELOW + "|tu|con|thanh|bang|la|=|muc|nguong")
              + ")\\s*(?:(?:muc|nguong|khoang|hon|toi|den|qua|duoi|tren|man|do man|hoac bang|bang|gan)\\s+){0,3}(?:"
              + AMOUNT
              + "(?!\\d|\\s*(?:h\\b|gio|phut))"
              + UNIT
              + "|(?<numeral>"
              + String.join("|", NUMERALS.keySet())
              + ")\\b)");

  /** Anywhere, as one who names a station and a number. */
  private static final Pattern BARE =
      Pattern.compile(
          "(?<![\\p{L}\\d.,/:-])" + AMOUNT + "(?![\\d/:]|\\s*(?:h\\b|gio|phut|ngay))" + UNIT);

  /**
   * Days, and what a limit has been so far: "từ 1 lên 2", "mức 1 hơi thấp"; what was yesterday,
   * "hôm qua", and what is much too much, "quá trời".
   */
  private static final Pattern NO_LEVEL =
      Pattern.compile(
          "\\bbao nhieu\\b|\\bngay \\d{1,2}(?:\\s*[/-]\\s*\\d{1,4}){0,2}"
              + "|\\btu [\\d.,]+(?= (?:len|xuong|thanh|qua|sang|con) \\d)|\\bmuc [\\d.,]+(?= (?:hoi |qua )?(?:thap|cao))"
              + "|\\b(?:hom|bua|dem|toi|sang|chieu|trua|tuan|thang|ngay|nam|mua) qua\\b(?! \\d)|\\bqua (?:troi|chung|xa|co|suc)\\b");

  private static final Pattern PAST =
      Pattern.compile(
          "(?<![a-z])(?:hom|bua|dem|toi|sang|chieu|trua|tuan|thang|nam) qua(?![a-z]|\\s*\\d)");

  private static final Pattern DIGIT = Pattern.compile("\\d");

  private LimitWords() {}

  private static String bounded(String words) {
    return "(?<![a-z])(?:" + words + ")(?![a-z])|[<>≥≤]=?";
  }

  private static Pattern word(String words) {
    return Pattern.compile("(?<![a-z])(?:" + words + ")(?![a-z])");
  }

  /** The level that is asked for, or nothing where no number can be one. */
  static Optional<Asked> in(String text) {
    String plain = plain(text);
    Matcher said = SAID.matcher(plain);
    if (said.find()) {
      return level(said).map(level -> new Asked(side(plain), level));
    }
    Matcher bare = BARE.matcher(plain);
    return bare.find()
        ? amount(bare).map(level -> new Asked(side(plain), level))
        : Optional.empty();
  }

  private static Optional<Double> level(Matcher said) {
    String numeral = said.group("numeral");
    return numeral == null ? amount(said) : Optional.ofNullable(NUMERALS.get(numeral));
  }

  /** A percent of what is nothing anybody measures: better asked back than guessed. */
  private static Optional<Double> amount(Matcher said) {
    String unit = said.group("unit");
    if (unit != null && !unit.equals("mg")) {
      return Optional.empty();
    }
    String rest = said.group("rest");
    double written =
        Double.parseDouble(said.group("whole") + (rest == null ? "" : "." + rest))
            + (said.group("half") == null ? 0 : 0.5);
    double level = unit == null ? written : written / MG;
    return level > 0 ? Optional.of(level) : Optional.empty();
  }

  /** Whether it tells of a day that is over, and not of what shall be told. */
  static boolean isOfThePast(String text) {
    return PAST.matcher(Unmarked.of(text)).find();
  }

  /** Whether a number beside a side is there, readable or not. */
  static boolean speaksOfALevel(String text) {
    String plain = plain(text);
    return DECIMAL.matcher(plain).find()
        || (side(plain).isPresent() && (in(text).isPresent() || DIGIT.matcher(plain).find()));
  }

  /** Without marks and without what is no level; numbers that were spelt out in digits. */
  private static String plain(String text) {
    String unmarked = Unmarked.of(text);
    return NO_LEVEL
        .matcher(SPOKEN.matcher(unmarked).replaceAll(LimitWords::inDigits))
        .replaceAll(" ");
  }

  private static String inDigits(MatchResult spoken) {
    double whole = NUMERALS.getOrDefault(spoken.group("whole"), 0.0);
    String tenths = spoken.group("tenths");
    double half = spoken.group("half") == null ? 0 : 5;
    double rest = tenths == null ? half : NUMERALS.getOrDefault(tenths, 5.0);
    return String.valueOf(whole + rest / 10);
  }

  /** Who says "xuống dưới" or "nhỏ hơn" means below, whatever else is said. */
  private static Optional<Side> side(String plain) {
    if (IS_BELOW.matcher(plain).find()) {
      return Optional.of(Side.BELOW);
    }
    return IS_ABOVE.matcher(plain).find() ? Optional.of(Side.ABOVE) : Optional.empty();
  }
}
