package vn.vam.app.watch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.zalo.ErrorClass;
import vn.vam.zalo.TextMessage;
import vn.vam.zalo.ZaloResult;

/** The people on duty, and what each of them has not been told yet. */
final class Duty {
  private static final Logger log = LoggerFactory.getLogger(Duty.class);

  /** Older words say nothing any more. */
  private static final int MOST_WORDS = 3;

  private final Map<String, Deque<String>> untold = new TreeMap<>();
  private final Function<TextMessage, ZaloResult> zalo;

  /**
   * @param zalo sends a message
   */
  Duty(List<String> people, Function<TextMessage, ZaloResult> zalo) {
    people.forEach(person -> untold.put(person, new ArrayDeque<>()));
    this.zalo = zalo;
  }

  void hear(String words) {
    for (Deque<String> waiting : untold.values()) {
      waiting.addLast(words);
      if (waiting.size() > MOST_WORDS) {
        waiting.removeFirst();
      }
    }
  }

  /** Sends what waits; what certainly did not arrive waits for the next time. */
  void tell() {
    int number = 0;
    for (Map.Entry<String, Deque<String>> person : untold.entrySet()) {
      number++;
      Deque<String> waiting = person.getValue();
      while (!waiting.isEmpty() && isTold(number, person.getKey(), waiting.getFirst())) {
        waiting.removeFirst();
      }
    }
  }

  /** People are told from each other by their place in the configuration alone. */
  private boolean isTold(int number, String person, String words) {
    return switch (zalo.apply(TextMessage.of(person, words))) {
      case ZaloResult.Sent sent -> {
        log.info("told, person={}", number);
        yield true;
      }
      case ZaloResult.Unclear unclear -> {
        log.warn("may have been told, person={} reason={}", number, unclear.reason());
        yield true;
      }
      case ZaloResult.Refused refused when isHopeless(refused.errorClass()) -> {
        log.error(
            "cannot be told, person={} code={} {}; they have to write to the account first",
            number,
            refused.code(),
            refused.message());
        yield true;
      }
      case ZaloResult.Refused refused -> {
        log.warn("not told yet, person={} code={}", number, refused.code());
        yield false;
      }
      case ZaloResult.NotSent notSent -> {
        log.warn("not told yet, person={} reason={}", number, notSent.reason());
        yield false;
      }
      case ZaloResult.Answered answered ->
          throw new IllegalStateException("a message was answered like a question");
    };
  }

  private static boolean isHopeless(ErrorClass errorClass) {
    return switch (errorClass) {
      case PERMANENT, RECIPIENT, REUPLOAD, UNKNOWN -> true;
      case BACK_OFF, RETRY_ONCE, HUMAN, LATER, REFRESH_ONCE, AFTER_NIGHT -> false;
    };
  }
}
