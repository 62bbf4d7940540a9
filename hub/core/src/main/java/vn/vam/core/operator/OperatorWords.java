package vn.vam.core.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.vam.core.citizen.TypingLeftovers;
import vn.vam.core.text.MatchKey;
import vn.vam.core.text.Word;

/**
 * Hears what operators say of alerts: "nhận A-1042", "hoãn a1042 2h", with or without marks, or by
 * a button's {@code #nhan A-1042}. Who says no, or asks, has ordered nothing. Everything else is
 * none of its business. Pure.
 */
final class OperatorWords {
  static final Duration USUAL_SNOOZE = Duration.ofHours(1);
  static final Duration USUAL_SHELF = Duration.ofHours(8);
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(7);

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\d])A\\s?[-\\u2010-\\u2015]?\\s?(\\d{1,18})(?![\\p{L}\\d])");

  /** What can be done with an alert, each by its word. */
  private enum Verb {
    TAKE("nhận"),
    SNOOZE("hoãn"),
    SHELVE("gác"),
    ASSIGN("giao"),
    COMMENT("ghi"),
    CLOSE("đóng");

    private final Word word;

    Verb(String word) {
      this.word = Word.allIn(word).getFirst();
    }

    static Optional<Verb> of(Word said) {
      return Stream.of(values()).filter(verb -> said.mayMean(verb.word)).findFirst();
    }
  }

  /** "dung" may be "đúng" too; who has left the mark out has to say it again. */
  private static final List<Word> NO =
      Word.allIn(
          "không đừng chưa khỏi thôi miễn chẳng chả bỏ hủy khoan chối ngưng ngừng dừng"
              + " hông hổng hong hok hem ko k kh kg khg hk");

  /** Would be too much else without their marks. */
  private static final List<Word> NO_WITH_MARKS = Word.allIn("chớ chờ");

  private static final List<Word> STOP = Word.allIn("bỏ thôi hủy ngưng ngừng dừng");
  private static final List<Word> ASKS = Word.allIn("ai hả sao nếu nhờ được đợi hỏi mấy");

  /** Beside these a verb is an order; beside any other word, a misspelt no maybe, it is asked. */
  private static final List<Word> PLAIN =
      Word.allIn(
          "tôi tui mình em anh chị cô chú bác con ta xin để cho sẽ đã đang rồi thì cứ hãy vui lòng"
              + " giúp giùm dùm luôn lại tạm bàn tiếp xác ghi tin số mã cái cảnh báo này"
              + " ok oke okay dạ vâng ừ ờ à ạ alo");

  private static final List<Word> ANY_MORE = Word.allIn("nữa");
  private static final Word SLUICE = Word.allIn("cống").getFirst();

  /** What is said for politeness, and changes nothing. */
  private static final Pattern POLITE =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\d])(nhé|nhe|nha|nghen|nghe|hen|ạ|đi|giùm|dùm|giúp|với|luôn|rồi|thêm|khoảng|chừng|tầm|nữa)(?![\\p{L}\\d])");

  private static final List<List<Word>> OPEN =
      List.of(Word.allIn("việc"), Word.allIn("việc đang mở"), Word.allIn("tin đang mở"));

  private static final TypingLeftovers LEFTOVERS = new TypingLeftovers(word -> false);

  /**
   * The last verb before the number.
   *
   * @param no whether it was said not to
   * @param stop whether it was said to stop doing so
   */
  private record Order(Verb verb, boolean no, boolean stop) {}

  private OperatorWords() {}

  /**
   * @param at when it was said
   */
  static Optional<OperatorCommand> understand(String text, Instant at) {
    Matcher number = NUMBER.matcher(text);
    if (!number.find()) {
      return isOpen(words(text)) ? Optional.of(new OperatorCommand.ListOpen()) : Optional.empty();
    }
    String alert = "A-" + number.group(1);
    List<Word> before = words(text.substring(0, number.start()));
    String behind = text.substring(number.end()).strip();
    return Optional.of(
        order(before)
            .map(order -> command(order, alert, before, behind, at))
            .orElseGet(() -> new OperatorCommand.Unclear(alert)));
  }

  private static List<Word> words(String text) {
    return Word.allIn(LEFTOVERS.mended(text));
  }

  private static boolean isOpen(List<Word> said) {
    return OPEN.stream().anyMatch(phrase -> mayMean(said, phrase));
  }

  private static boolean mayMean(List<Word> said, List<Word> phrase) {
    return said.size() == phrase.size()
        && IntStream.range(0, said.size()).allMatch(at -> said.get(at).mayMean(phrase.get(at)));
  }

  /** A verb right behind another, as in "ghi nhận" or "hoãn nhận", belongs to that. */
  private static Optional<Order> order(List<Word> before) {
    Optional<Order> order = Optional.empty();
    int begin = 0;
    for (int at = 0; at < before.size(); at++) {
      Optional<Verb> verb = Verb.of(before.get(at));
      boolean isOther = verb.isEmpty() || (order.isPresent() && begin == at);
      if (isOther || closesASluice(verb.get(), before, at)) {
        continue;
      }
      List<Word> said = before.subList(begin, at);
      order = Optional.of(new Order(verb.get(), saysNo(said), has(said, STOP)));
      begin = at + 1;
    }
    List<Word> rest = before.subList(begin, before.size());
    return order.map(
        last -> new Order(last.verb(), last.no() || saysNo(rest), last.stop() || has(rest, STOP)));
  }

  private static boolean closesASluice(Verb verb, List<Word> before, int at) {
    return verb == Verb.CLOSE && at + 1 < before.size() && before.get(at + 1).mayMean(SLUICE);
  }

  private static OperatorCommand command(
      Order order, String alert, List<Word> before, String behind, Instant at) {
    if (order.no()) {
      boolean unshelves =
          order.verb() == Verb.SHELVE && (order.stop() || has(words(behind), ANY_MORE));
      return unshelves ? new OperatorCommand.Unshelve(alert) : new OperatorCommand.Declined(alert);
    }
    if (order.verb() == Verb.COMMENT) {
      return new OperatorCommand.Comment(alert, behind.replaceFirst("^[:,;–-]\\s*", ""));
    }
    if (behind.contains("?") || !isPlain(before) || NUMBER.matcher(behind).find()) {
      return new OperatorCommand.Unclear(alert);
    }
    return command(order.verb(), alert, behind, at);
  }

  private static OperatorCommand command(Verb verb, String alert, String behind, Instant at) {
    List<Word> said = words(behind);
    return switch (verb) {
      case ASSIGN -> new OperatorCommand.Assign(alert, withoutFor(behind));
      case SHELVE -> lasting(alert, "gác", behind, USUAL_SHELF, at, OperatorCommand.Shelve::new);
      case SNOOZE -> lasting(alert, "hoãn", behind, USUAL_SNOOZE, at, OperatorCommand.Snooze::new);
      case COMMENT -> new OperatorCommand.Comment(alert, behind);
      case CLOSE ->
          !said.isEmpty() && saysNo(List.of(said.getLast()))
              ? new OperatorCommand.Unclear(alert)
              : new OperatorCommand.Close(alert, behind.replaceFirst("^[:,;–-]\\s*", ""));
      case TAKE ->
          saysNo(said) || has(said, ASKS)
              ? new OperatorCommand.Unclear(alert)
              : new OperatorCommand.Take(alert);
    };
  }

  private static boolean isPlain(List<Word> before) {
    return before.stream().allMatch(word -> Verb.of(word).isPresent() || has(List.of(word), PLAIN));
  }

  private static boolean saysNo(List<Word> said) {
    return has(said, NO) || said.stream().anyMatch(NO_WITH_MARKS::contains);
  }

  private static boolean has(List<Word> said, List<Word> meant) {
    return said.stream().anyMatch(word -> meant.stream().anyMatch(word::mayMean));
  }

  private static String withoutFor(String behind) {
    String[] words = behind.split("\\s+", 2);
    boolean isFor = MatchKey.of(words[0]).value().equals("cho");
    return isFor ? (words.length > 1 ? words[1].strip() : "") : behind;
  }

  private static OperatorCommand lasting(
      String alert,
      String verb,
      String behind,
      Duration usual,
      Instant at,
      BiFunction<String, Instant, OperatorCommand> command) {
    String span = POLITE.matcher(behind).replaceAll(" ").strip();
    if (Word.allIn(span).isEmpty()) {
      return command.apply(alert, at.plus(usual));
    }
    return SpokenTime.until(LEFTOVERS.mended(span), at)
        .filter(until -> isFitting(Duration.between(at, until)))
        .map(until -> command.apply(alert, until))
        .orElseGet(() -> new OperatorCommand.UnclearTime(alert, verb, behind));
  }

  private static boolean isFitting(Duration span) {
    return span.compareTo(SHORTEST) >= 0 && span.compareTo(LONGEST) <= 0;
  }
}
