package vn.vam.core.operator;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.vam.core.text.Unmarked;
import vn.vam.core.text.VietnameseTime;

/**
 * Until when, as people say it: "2h", "nửa tiếng", "1 tiếng 30 phút", "tới 18h", "tới sáng mai",
 * "hết hôm nay". By the clock of Việt Nam. Pure.
 */
final class SpokenTime {
  private static final String UNIT = "(gio|tieng|phut|ngay|hom|tuan|min|ph|h|g|p|m|d)";
  private static final String PART = "(sang|trua|chieu|evening|dem|khuya)";
  private static final String DAY = "(ngay mai|mai|ngay hom nay|hom nay|nay)";

  private static final Pattern SPAN =
      Pattern.compile(
          "(\\d{1,4})(?:[.,](\\d))? ?" + UNIT + "(?![a-z])(?: ?(\\d{1,2}|ruoi)(?! ?[a-z\\d]))?");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(den |cho den )?(?:luc )?(\\d{1,2}) ?(?:gio|h|g|:)(?: ?(\\d{1,2}|ruoi))?(?: ?(?:phut|p))?"
              + "(?: "
              + PART
              + ")?(?: "
              + DAY
              + ")?");
  private static final Pattern PART_OF_DAY =
      Pattern.compile("(?:den |cho den )?(?:buoi )?" + PART + "(?: " + DAY + ")?");
  private static final Pattern END =
      Pattern.compile("(?:den |cho den )?(?:het|cuoi) (?:ngay|ngay hom nay|hom nay|bua nay)");
  private static final Pattern TOMORROW = Pattern.compile("(?:den |cho den )?(?:ngay )?mai");

  /** When a day begins for whoever was told "mai". */
  private static final int MORNING = 7;

  /** In an order in which no longer one is taken for a shorter. */
  private static final List<String> NUMBERS =
      List.of(
          "bon muoi lam=45",
          "bon lam=45",
          "hai muoi=20",
          "ba muoi=30",
          "bon muoi=40",
          "nam muoi=50",
          "muoi lam=15",
          "muoi hai=12",
          "mot=1",
          "hai=2",
          "ba=3",
          "bon=4",
          "nam=5",
          "sau=6",
          "bay=7",
          "tam=8",
          "chin=9",
          "muoi=10");

  private SpokenTime() {}

  /** Nothing where nobody can tell. May lie in the past. */
  static Optional<Instant> until(String said, Instant now) {
    String plain = plain(said);
    ZonedDateTime local = now.atZone(VietnameseTime.ZONE);
    if (END.matcher(plain).matches()) {
      return Optional.of(local.toLocalDate().plusDays(1).atStartOfDay(local.getZone()).toInstant());
    }
    if (TOMORROW.matcher(plain).matches()) {
      return Optional.of(at(local, local.toLocalDate().plusDays(1), MORNING, 0));
    }
    Matcher part = PART_OF_DAY.matcher(plain);
    if (part.matches()) {
      return first(local, part.group(2), Stream.of(beginOf(part.group(1))), 0);
    }
    Matcher clock = CLOCK.matcher(plain);
    return clock.matches() && isClock(clock, plain) ? clock(clock, local) : span(plain, now);
  }

  /** "tới" is "den" and "tối" is "evening": without marks they are the same. */
  private static String plain(String said) {
    String marked = Normalizer.normalize(said.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    String plain =
        Unmarked.of(marked.replaceAll("\\btới\\b", "den").replaceAll("\\btối\\b", "evening"))
            .replaceAll("[\\s;]+", " ")
            .strip()
            .replaceAll("^toi |\\btoi (?=\\d|sang|trua|chieu|toi|dem|khuya|mai|ngay|het)", "den ")
            .replaceAll("^den nay\\b", "evening nay")
            .replaceAll("\\btoi\\b", "evening")
            .replaceAll("[.!]+$", "")
            .replaceAll("\\bnua (?=gio|tieng)", "30 phut ~")
            .replaceAll("\\bnua (?=ngay)", "12 gio ~")
            .replaceAll("~\\w+", "")
            .strip();
    for (String number : NUMBERS) {
      String[] pair = number.split("=", 2);
      plain = plain.replaceAll("\\b" + pair[0] + "(?= (gio|tieng|phut|ngay|tuan)\\b)", pair[1]);
    }
    return plain;
  }

  /** "2h" alone is how long; "tới 2h", "2h chiều" and "2h mai" are when. */
  private static boolean isClock(Matcher clock, String plain) {
    return clock.group(1) != null
        || clock.group(4) != null
        || clock.group(5) != null
        || plain.contains(":");
  }

  private static Optional<Instant> clock(Matcher said, ZonedDateTime now) {
    int hour = Integer.parseInt(said.group(2));
    int minute = minute(said.group(3));
    if (hour > 24 || minute > 59) {
      return Optional.empty();
    }
    return first(now, said.group(5), hours(hour, said.group(4)), minute);
  }

  private static int beginOf(String part) {
    return switch (part) {
      case "sang" -> MORNING;
      case "trua" -> 12;
      case "chieu" -> 13;
      case "evening" -> 18;
      default -> 22;
    };
  }

  private static int minute(@Nullable String said) {
    return said == null ? 0 : said.equals("ruoi") ? 30 : Integer.parseInt(said);
  }

  /** What an hour may be on the clock of a whole day; 24 and later are in the night behind it. */
  private static Stream<Integer> hours(int hour, @Nullable String part) {
    if (part == null) {
      return hour < 12 ? Stream.of(hour, hour + 12) : Stream.of(hour);
    }
    return Stream.of(
        switch (part) {
          case "sang" -> hour == 12 ? 0 : hour;
          case "trua" -> hour < 3 ? hour + 12 : hour;
          case "dem", "khuya" -> hour > 6 && hour < 12 ? hour + 12 : hour == 12 ? 24 : hour;
          default -> hour < 12 ? hour + 12 : hour;
        });
  }

  /** The first of these that lies ahead; on that day, where it was said. */
  private static Optional<Instant> first(
      ZonedDateTime now, @Nullable String day, Stream<Integer> hours, int minute) {
    LocalDate today = now.toLocalDate();
    List<LocalDate> days =
        day == null
            ? List.of(today, today.plusDays(1))
            : List.of(day.endsWith("mai") ? today.plusDays(1) : today);
    List<Instant> instants =
        hours
            .flatMap(hour -> days.stream().map(date -> at(now, date, hour, minute)))
            .sorted()
            .toList();
    return instants.stream()
        .filter(instant -> instant.isAfter(now.toInstant()))
        .findFirst()
        .or(() -> instants.stream().findFirst());
  }

  private static Instant at(ZonedDateTime now, LocalDate date, int hour, int minute) {
    return date.atStartOfDay(now.getZone()).plusHours(hour).plusMinutes(minute).toInstant();
  }

  private static Optional<Instant> span(String plain, Instant now) {
    if (plain.matches("[-–].*")) {
      return Optional.empty();
    }
    Duration whole = Duration.ZERO;
    Matcher found = SPAN.matcher(plain);
    boolean any = false;
    while (found.find()) {
      whole = whole.plus(span(found));
      any = true;
    }
    return any ? Optional.of(now.plus(whole)) : Optional.empty();
  }

  private static Duration span(Matcher found) {
    Duration unit =
        switch (found.group(3)) {
          case "h", "g", "gio", "tieng" -> Duration.ofHours(1);
          case "ngay", "d", "hom" -> Duration.ofDays(1);
          case "tuan" -> Duration.ofDays(7);
          default -> Duration.ofMinutes(1);
        };
    long tenths = found.group(2) == null ? 0 : Long.parseLong(found.group(2));
    return unit.multipliedBy(Long.parseLong(found.group(1)))
        .plus(unit.multipliedBy(tenths).dividedBy(10))
        .plus(more(found.group(4), unit));
  }

  private static Duration more(@Nullable String said, Duration unit) {
    if (said == null) {
      return Duration.ZERO;
    }
    return said.equals("ruoi") ? unit.dividedBy(2) : Duration.ofMinutes(Long.parseLong(said));
  }
}
