package vn.vam.core.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Notices who writes faster than people read. Knows in memory alone when a citizen wrote, and for
 * an hour at most. Safe for several threads.
 */
public final class Haste {
  /** What a message deserves. */
  public sealed interface Heed {
    record Answer() implements Heed {}

    /**
     * Too fast, for the first time since they were last answered.
     *
     * @param span until a message is answered again, if none comes before
     */
    record AskToWait(Duration span) implements Heed {}

    /** Too fast, and they were asked to wait. */
    record Silence() implements Heed {}
  }

  private static final class Writer {
    private final List<Instant> wrote = new ArrayList<>();
    private boolean isAsked;
  }

  private final ChatPace pace;
  private final Map<String, Writer> writers = new HashMap<>();
  private Instant swept = Instant.MIN;

  public Haste(ChatPace pace) {
    this.pace = pace;
  }

  /**
   * What is not answered counts too: who goes on is not answered until they slow down.
   *
   * @param at when it was written
   */
  public synchronized Heed heed(String citizen, Instant at) {
    sweep(at);
    Writer writer = writers.computeIfAbsent(citizen, unknown -> new Writer());
    write(writer.wrote, at);
    Duration soon = wait(writer.wrote, pace.minute(), ChatPace.MINUTE, at);
    Duration later = wait(writer.wrote, pace.hour(), ChatPace.HOUR, at);
    Duration wait = later.compareTo(soon) > 0 ? later : soon;
    if (!wait.isPositive()) {
      writer.isAsked = false;
      return new Heed.Answer();
    }
    return writer.isAsked ? new Heed.Silence() : new Heed.AskToWait(wait);
  }

  /** They were asked to wait, and need not be again until they are answered. */
  public synchronized void asked(String citizen) {
    writers.computeIfPresent(
        citizen,
        (name, writer) -> {
          writer.isAsked = true;
          return writer;
        });
  }

  /** Oldest first; no more than matter. */
  private void write(List<Instant> wrote, Instant at) {
    wrote.add(at);
    if (wrote.size() > Math.max(pace.minute(), pace.hour()) + 1) {
      wrote.removeFirst();
    }
  }

  /** Zero where no more than {@code most} were written within the time up to now. */
  private static Duration wait(List<Instant> wrote, int most, Duration within, Instant at) {
    int first = wrote.size() - most;
    return first > 0 && wrote.get(first - 1).isAfter(at.minus(within))
        ? Duration.between(at, wrote.get(first).plus(within))
        : Duration.ZERO;
  }

  /** Who has been silent for an hour is forgotten, whoever writes then. */
  private void sweep(Instant at) {
    if (swept.isAfter(at.minus(ChatPace.MINUTE))) {
      return;
    }
    swept = at;
    writers.values().removeIf(each -> !each.wrote.getLast().isAfter(at.minus(ChatPace.HOUR)));
  }
}
