package vn.vam.sim.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Someone who says some things at instants of their own, each answered by one message. */
final class TalkingCitizen {
  private static final List<String> PHRASES =
      List.of(
          "độ mặn bến %d",
          "do man ben %d",
          "ben %d man khong",
          "độ mặn",
          "menu",
          "khi nao ben %d an toan",
          "bao toi khi ben %d tren 2",
          "canh bao cua toi",
          "dừng",
          "asdf qwer");

  /**
   * @param at when it was sent, by {@link System#nanoTime}
   * @param taken when the hub had answered the webhook
   */
  record Said(long at, long taken) {}

  private record Phrase(long after, String words) {}

  private final String id;
  private final List<Phrase> phrases;
  private final ChatLine line;
  private final List<Said> said = new ArrayList<>();
  private int refused;

  private TalkingCitizen(String id, List<Phrase> phrases, ChatLine line) {
    this.id = id;
    this.phrases = phrases;
    this.line = line;
  }

  /** One who says a thing in each equal part of that time. */
  static TalkingCitizen of(
      String id, int each, Duration within, ChatLine line, RandomGenerator random) {
    long part = within.toNanos() / each;
    List<Phrase> phrases =
        IntStream.range(0, each)
            .mapToObj(i -> new Phrase(i * part + random.nextLong(part), phrase(random)))
            .toList();
    return new TalkingCitizen(id, phrases, line);
  }

  private static String phrase(RandomGenerator random) {
    return PHRASES.get(random.nextInt(PHRASES.size())).formatted(random.nextInt(ChatHub.STATIONS));
  }

  String id() {
    return id;
  }

  String prefix() {
    return id.substring(0, id.lastIndexOf('-') + 1);
  }

  /**
   * @param begin from which on its instants count, by {@link System#nanoTime}
   */
  void talk(long begin) {
    for (Phrase phrase : phrases) {
      LockSupport.parkNanos(begin + phrase.after() - System.nanoTime());
      long at = System.nanoTime();
      if (!line.say(id, phrase.words())) {
        refused++;
      }
      said.add(new Said(at, System.nanoTime()));
    }
  }

  List<Said> said() {
    return said;
  }

  int refused() {
    return refused;
  }
}
