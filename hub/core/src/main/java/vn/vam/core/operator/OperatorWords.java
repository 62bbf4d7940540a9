package vn.vam.core.operator;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.vam.core.text.MatchKey;
import vn.vam.core.text.Word;

/**
 * Hears what operators say of alerts: "nhận A-1042", "hoãn a1042 2h", with or without marks, or by
 * a button's {@code #nhan A-1042}. Everything else is none of its business. Pure.
 */
final class OperatorWords {
  static final Duration USUAL_SNOOZE = Duration.ofHours(1);
  static final Duration USUAL_SHELF = Duration.ofHours(8);
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(7);

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\d])A\\s?[-\\u2010-\\u2015]?\\s?(\\d{1,18})(?![\\p{L}\\d])");
  private static final Pattern SPAN =
      Pattern.compile(
          "(\\d{1,4}) ?(gio|tieng|phut|ngay|hom|min|ph|h|g|p|m|d)(?: ?(\\d{1,2}|ruoi))?");

  private static final List<Word> TAKE = Word.allIn("nhận");
  private static final List<Word> SNOOZE = Word.allIn("hoãn");
  private static final List<Word> SHELVE = Word.allIn("gác");
  private static final List<Word> NOT = Word.allIn("bỏ");
  private static final List<Word> ASSIGN = Word.allIn("giao");
  private static final List<Word> COMMENT = Word.allIn("ghi");

  private static final List<List<Word>> OPEN =
      List.of(Word.allIn("việc"), Word.allIn("việc đang mở"), Word.allIn("tin đang mở"));

  private OperatorWords() {}

  static Optional<OperatorCommand> understand(String text) {
    Matcher number = NUMBER.matcher(text);
    if (!number.find()) {
      return isOpen(Word.allIn(text))
          ? Optional.of(new OperatorCommand.ListOpen())
          : Optional.empty();
    }
    String alert = "A-" + number.group(1);
    List<Word> before = Word.allIn(text.substring(0, number.start()));
    String behind = text.substring(number.end()).strip();
    return Optional.of(command(alert, before, behind));
  }

  private static boolean isOpen(List<Word> said) {
    return OPEN.stream().anyMatch(phrase -> mayMean(said, phrase));
  }

  private static boolean mayMean(List<Word> said, List<Word> phrase) {
    return said.size() == phrase.size()
        && IntStream.range(0, said.size()).allMatch(at -> said.get(at).mayMean(phrase.get(at)));
  }

  private static OperatorCommand command(String alert, List<Word> before, String behind) {
    if (has(before, ASSIGN)) {
      return new OperatorCommand.Assign(alert, withoutFor(behind));
    }
    if (has(before, SHELVE)) {
      return has(before, NOT)
          ? new OperatorCommand.Unshelve(alert)
          : lasting(alert, behind, USUAL_SHELF, OperatorCommand.Shelve::new);
    }
    if (has(before, SNOOZE)) {
      return lasting(alert, behind, USUAL_SNOOZE, OperatorCommand.Snooze::new);
    }
    if (has(before, COMMENT)) {
      return new OperatorCommand.Comment(alert, behind.replaceFirst("^[:,;–-]\\s*", ""));
    }
    return has(before, TAKE) ? new OperatorCommand.Take(alert) : new OperatorCommand.Unclear(alert);
  }

  private static boolean has(List<Word> said, List<Word> verb) {
    return said.stream().anyMatch(word -> word.mayMean(verb.getFirst()));
  }

  private static String withoutFor(String behind) {
    String[] words = behind.split("\\s+", 2);
    boolean isFor = MatchKey.of(words[0]).value().equals("cho");
    return isFor ? (words.length > 1 ? words[1].strip() : "") : behind;
  }

  private static OperatorCommand lasting(
      String alert,
      String behind,
      Duration usual,
      BiFunction<String, Duration, OperatorCommand> command) {
    if (behind.isEmpty()) {
      return command.apply(alert, usual);
    }
    return span(behind)
        .filter(span -> span.compareTo(SHORTEST) >= 0 && span.compareTo(LONGEST) <= 0)
        .map(span -> command.apply(alert, span))
        .orElseGet(() -> new OperatorCommand.Unclear(alert));
  }

  /** Such as "2h", "2 giờ rưỡi", "30 phút", "1h30", "1 ngày". */
  static Optional<Duration> span(String text) {
    String plain =
        Word.allIn(text).stream()
            .map(Word::bare)
            .collect(Collectors.joining(" "))
            .toLowerCase(Locale.ROOT);
    Matcher found = SPAN.matcher(plain);
    return found.find() ? Optional.of(span(found)) : Optional.empty();
  }

  private static Duration span(Matcher found) {
    long count = Long.parseLong(found.group(1));
    Duration unit =
        switch (found.group(2)) {
          case "h", "g", "gio", "tieng" -> Duration.ofHours(1);
          case "ngay", "d", "hom" -> Duration.ofDays(1);
          default -> Duration.ofMinutes(1);
        };
    return unit.multipliedBy(count).plus(more(found.group(3), unit));
  }

  private static Duration more(@Nullable String said, Duration unit) {
    if (said == null) {
      return Duration.ZERO;
    }
    boolean half = said.equals("ruoi");
    return half ? unit.dividedBy(2) : Duration.ofMinutes(Long.parseLong(said));
  }
}
