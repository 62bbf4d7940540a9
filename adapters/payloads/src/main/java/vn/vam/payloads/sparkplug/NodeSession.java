package vn.vam.payloads.sparkplug;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.vam.core.message.RawMessage;

/**
 * One node, from its birth to its death. While one of its messages is missing those behind it wait;
 * where it does not come, the aliases are forgotten, since it may have been a birth that gave them
 * another meaning.
 */
final class NodeSession {
  private static final int NUMBERS = 256;

  private final String node;
  private final SessionRules rules;
  private final RebirthRequests requests;
  private final Map<Integer, Heard> held = new TreeMap<>();
  private Births births;
  private boolean isBorn;
  private boolean hasAskedOfNames;
  private OptionalLong bdSeq = OptionalLong.empty();
  private int next;
  private @Nullable Instant missingSince;

  NodeSession(String node, SessionRules rules, RebirthRequests requests) {
    this.node = node;
    this.rules = rules;
    this.requests = requests;
    this.births = new Births(rules.metrics());
  }

  boolean isBorn() {
    return isBorn;
  }

  void hear(Heard heard, Turn turn) {
    switch (heard.topic().type()) {
      case NBIRTH -> beBorn(heard, turn);
      case NDEATH -> die(heard, turn);
      case NDATA, DBIRTH, DDATA, DDEATH -> inOrder(heard, heard.at(), turn);
      case NCMD, DCMD -> turn.deliver(heard.message());
    }
  }

  private void beBorn(Heard birth, Turn turn) {
    List<Heard> waiting = new ArrayList<>(held.values());
    held.clear();
    missingSince = null;
    births = new Births(rules.metrics());
    isBorn = births.take(birth.device(), birth.payload().metrics());
    hasAskedOfNames = false;
    bdSeq = birth.payload().bdSeq();
    next = birth.hasSeq() ? following(birth.seq()) : 0;
    turn.deliver(birth.message());
    for (Heard late : waiting) {
      if (late.isOlderThan(birth)) {
        turn.deliver(late.message());
      } else {
        inOrder(late, birth.at(), turn);
      }
    }
  }

  /** The broker tells a node's death late, maybe after the node came back with the next number. */
  private void die(Heard death, Turn turn) {
    if (isBorn && bdSeq.isPresent() && !bdSeq.equals(death.payload().bdSeq())) {
      turn.deliver(death.message().withPayload(SelfContained.outdated(death.payload())));
      return;
    }
    forget(turn);
    turn.deliver(death.message());
  }

  /** What waits goes on as it came. */
  void forget(Turn turn) {
    isBorn = false;
    births = new Births(rules.metrics());
    missingSince = null;
    held.values().stream().map(Heard::message).forEach(turn::deliver);
    held.clear();
  }

  /**
   * @param now later than it was heard, where it had to wait
   */
  private void inOrder(Heard heard, Instant now, Turn turn) {
    if (!isBorn) {
      turn.deliver(heard.message());
      ask(now, turn);
      return;
    }
    if (!heard.hasSeq() || heard.seq() == next) {
      next = heard.hasSeq() ? following(next) : next;
      take(heard, now, turn);
      takeWaiting(now, turn);
      return;
    }
    Heard other = held.putIfAbsent(heard.seq(), heard);
    if (other != null) {
      giveUp(now, turn);
      turn.deliver(heard.message());
    } else if (missingSince == null) {
      missingSince = now;
    }
  }

  private void takeWaiting(Instant now, Turn turn) {
    for (Heard waiting = held.remove(next); waiting != null; waiting = held.remove(next)) {
      next = following(next);
      take(waiting, now, turn);
    }
    if (held.isEmpty()) {
      missingSince = null;
    }
  }

  private static int following(int seq) {
    return (seq + 1) % NUMBERS;
  }

  private void take(Heard heard, Instant now, Turn turn) {
    SparkplugPayload payload = heard.payload();
    if (heard.topic().type() == SparkplugTopic.Type.DBIRTH
        && !births.take(heard.device(), payload.metrics())) {
      turn.deliver(heard.message());
      return;
    }
    if (heard.topic().type() == SparkplugTopic.Type.DDEATH) {
      births.forget(heard.device());
      turn.deliver(heard.message());
      return;
    }
    Optional<RawMessage> resolved = resolved(heard);
    turn.deliver(resolved.orElse(heard.message()));
    if (resolved.isEmpty() || !births.knows(heard.device())) {
      ask(now, turn);
    } else if (!hasAskedOfNames && !births.announcedAllNames(heard.device(), payload.metrics())) {
      hasAskedOfNames = ask(now, turn);
    }
  }

  private Optional<RawMessage> resolved(Heard heard) {
    return births
        .resolve(heard.device(), heard.payload().metrics())
        .map(metrics -> SelfContained.of(heard.payload(), metrics, bdSeq))
        .map(heard.message()::withPayload);
  }

  /** Looks at the time. */
  void tick(Instant now, Turn turn) {
    if (missingSince != null && !now.isBefore(missingSince.plus(rules.reorderTimeout()))) {
      giveUp(now, turn);
    }
  }

  private void giveUp(Instant now, Turn turn) {
    forget(turn);
    ask(now, turn);
  }

  private boolean ask(Instant now, Turn turn) {
    boolean mayAsk = requests.mayAsk(node, now);
    if (mayAsk) {
      turn.ask(node);
    }
    return mayAsk;
  }
}
