package vn.vam.influxdb;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import vn.vam.core.point.Stored;

/**
 * Writes a batch so that a few bad lines cost nobody else: a part that is refused is halved, from
 * left to right, until the lines at fault stand alone. Only a part answered with 204 counts as
 * kept; writing the others again changes nothing.
 */
final class PoisonSearch {
  private static final int TRIES = 3;

  /** A line and the place of its point in the batch. */
  record Line(int index, String text) {}

  private record Part(int from, int to, int tries) {
    int size() {
      return to - from;
    }
  }

  private final List<Line> lines;
  private final Function<List<String>, Answer> send;
  private final Duration pause;
  private final Deque<Part> todo = new ArrayDeque<>();
  private final List<Stored.Refusal> refused;

  /**
   * @param alreadyRefused points that never became a line
   * @param pause between tries when the server stumbles over a line
   */
  PoisonSearch(
      List<Line> lines,
      List<Stored.Refusal> alreadyRefused,
      Function<List<String>, Answer> send,
      Duration pause) {
    this.lines = lines;
    this.send = send;
    this.pause = pause;
    this.refused = new ArrayList<>(alreadyRefused);
    if (!lines.isEmpty()) {
      todo.push(new Part(0, lines.size(), 1));
    }
  }

  Stored write() {
    while (!todo.isEmpty()) {
      Part part = todo.pop();
      switch (send.apply(texts(part))) {
        case Answer.Kept kept -> {}
        case Answer.Poisoned poisoned -> blame(part, poisoned);
        case Answer.Stumbled stumbled -> stumble(part, stumbled.reason());
        case Answer.TooLarge tooLarge -> halve(part, "the line is longer than the server takes");
        case Answer.NoDatabase missing -> {
          return new Stored.Deferred(missing.reason() + ": create it");
        }
        case Answer.Away away -> {
          return new Stored.Deferred(away.reason());
        }
      }
    }
    refused.sort(Comparator.comparingInt(Stored.Refusal::index));
    return new Stored.Written(refused);
  }

  private void blame(Part part, Answer.Poisoned poisoned) {
    if (poisoned.dropped() == part.size()) {
      refuse(part, poisoned.reason());
    } else {
      halve(part, poisoned.reason());
    }
  }

  /** The whole batch, and in the end a single line, get three tries: the server may recover. */
  private void stumble(Part part, String reason) {
    boolean worthTrying = part.size() == 1 || part.size() == lines.size();
    if (worthTrying && part.tries() < TRIES) {
      LockSupport.parkNanos(pause.toNanos());
      todo.push(new Part(part.from(), part.to(), part.tries() + 1));
    } else {
      halve(part, reason);
    }
  }

  private void halve(Part part, String reason) {
    if (part.size() == 1) {
      refuse(part, reason);
      return;
    }
    int middle = (part.from() + part.to()) >>> 1;
    todo.push(new Part(middle, part.to(), 1));
    todo.push(new Part(part.from(), middle, 1));
  }

  private void refuse(Part part, String reason) {
    for (Line line : lines.subList(part.from(), part.to())) {
      refused.add(new Stored.Refusal(line.index(), reason));
    }
  }

  private List<String> texts(Part part) {
    return lines.subList(part.from(), part.to()).stream().map(Line::text).toList();
  }
}
