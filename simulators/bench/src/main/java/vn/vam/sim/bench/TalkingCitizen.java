package vn.vam.sim.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Someone who says some things at instants of their own, each answered by one message. */
final class TalkingCitizen {
  /**
   * @param at when it was sent, by {@link System#nanoTime}
   * @param taken when the hub had answered the webhook
   */
  record Said(Utterance utterance, long at, long taken) {}

  private record Turn(long after, Utterance utterance) {}

  private final String id;
  private final List<Turn> turns;
  private final ChatLine line;
  private final List<Said> said = new ArrayList<>();
  private int refused;

  private TalkingCitizen(String id, List<Turn> turns, ChatLine line) {
    this.id = id;
    this.turns = turns;
    this.line = line;
  }

  /** One who says a thing in each equal part of that time. */
  static TalkingCitizen of(
      String id,
      int each,
      Duration within,
      ChatLine line,
      Supplier<String> codes,
      RandomGenerator random) {
    long part = within.toNanos() / each;
    List<Utterance> utterances = new ArrayList<>();
    while (utterances.size() < each) {
      utterances.addAll(Utterance.topic(random, codes.get()));
    }
    List<Turn> turns =
        IntStream.range(0, each)
            .mapToObj(i -> new Turn(i * part + random.nextLong(part), utterances.get(i)))
            .toList();
    return new TalkingCitizen(id, turns, line);
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
    for (Turn turn : turns) {
      LockSupport.parkNanos(begin + turn.after() - System.nanoTime());
      long at = System.nanoTime();
      if (!line.say(id, turn.utterance())) {
        refused++;
      }
      said.add(new Said(turn.utterance(), at, System.nanoTime()));
    }
  }

  List<Said> said() {
    return said;
  }

  int refused() {
    return refused;
  }
}
