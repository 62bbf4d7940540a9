package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;

/** The engine against a slow and simple reckoning of what suspect values come to. */
class ConfirmingAnyRandomSeries {
  private static final int SERIES = 150;
  private static final Duration STALE = Duration.ofMinutes(30);

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 12})
  void what_is_doubted_and_raised_is_what_a_simple_reckoning_finds(int minutes) {
    for (int seed = 0; seed < SERIES; seed++) {
      List<Observation> series = series(seed);

      assertThat(told(series, minutes)).as("seed %d", seed).isEqualTo(reckoned(series, minutes));
    }
  }

  @Test
  void many_of_them_are_confirmed() {
    long confirmed =
        IntStream.range(0, SERIES)
            .mapToObj(ConfirmingAnyRandomSeries::series)
            .flatMap(series -> told(series, 0).stream().filter(line -> isConfirmed(line, series)))
            .count();

    assertThat(confirmed).isGreaterThan(SERIES);
  }

  private static boolean isConfirmed(String line, List<Observation> series) {
    return line.startsWith("raised")
        && series.stream()
            .filter(one -> one.quality() == Quality.SUSPECT)
            .anyMatch(one -> line.contains(one.at().toString()));
  }

  private static List<Observation> series(int seed) {
    Random random = new Random(seed);
    List<Observation> series = new ArrayList<>();
    Instant at = River.NOON;
    for (int i = 0; i < 120; i++) {
      at = at.plusSeconds(1 + random.nextInt(random.nextInt(12) == 0 ? 3_000 : 400));
      double value = random.nextInt(100) / 100.0;
      Quality quality = random.nextInt(3) == 0 ? Quality.SUSPECT : Quality.PASS;
      series.add(new Observation(River.XUAN_HOA, Quantity.SALINITY, value, quality, at));
    }
    return series;
  }

  private static List<String> told(List<Observation> series, int minutes) {
    RuleEngine engine = new RuleEngine(List.of(River.rule(minutes, 0)), List.of());
    List<String> told = new ArrayList<>();
    for (Observation next : series) {
      for (AlertChange change : engine.advance(next.at().minusNanos(1))) {
        told.add(line(change.word(), change.at()));
      }
      for (AlertChange change : engine.accept(next, next.at())) {
        told.add(line(change.word(), change.at()));
      }
    }
    return told;
  }

  private static String line(String word, Instant at) {
    return word + " " + at;
  }

  private static List<String> reckoned(List<Observation> series, int minutes) {
    Reckoning reckoning = new Reckoning(Duration.ofMinutes(minutes));
    series.forEach(reckoning::take);
    return reckoning.lines;
  }

  /** Above 0.5 for a time is an alert, below 0.4 ends it. */
  private static final class Reckoning {
    final List<String> lines = new ArrayList<>();
    private final Duration hold;
    private boolean raised;
    private @Nullable Instant pending;
    private @Nullable Observation doubt;
    private Instant calmSince = Instant.MIN;
    private Instant last = Instant.MIN;

    Reckoning(Duration hold) {
      this.hold = hold;
    }

    void take(Observation next) {
      raiseWhatFellDueBefore(next.at());
      if (next.quality() == Quality.SUSPECT) {
        boolean known = doubt != null && doubt.value() > 0.5;
        if (!raised && pending == null && next.value() > 0.5 && !known) {
          lines.add(line("doubted", next.at()));
        }
        doubt = next;
      } else {
        takeGood(next);
        last = next.at();
        doubt = null;
      }
    }

    private void raiseWhatFellDueBefore(Instant at) {
      if (pending == null) {
        return;
      }
      Instant due = pending.plus(hold);
      if (due.isBefore(at) && !due.isAfter(last.plus(STALE))) {
        raise(due);
      }
    }

    private void raise(Instant at) {
      lines.add(line("raised", at));
      raised = true;
      pending = null;
    }

    private void takeGood(Observation next) {
      if (pending != null && last.plus(STALE).isBefore(next.at())) {
        pending = null;
        calmSince = last;
      }
      if (raised && next.value() < 0.4) {
        lines.add(line("cleared", next.at()));
        raised = false;
        calmSince = next.at();
      } else if (!raised && next.value() > 0.5) {
        pending = pending == null ? since(next) : pending;
        if (!pending.plus(hold).isAfter(next.at())) {
          raise(pending.plus(hold));
        }
      } else if (!raised && pending != null) {
        pending = null;
        calmSince = next.at();
      }
    }

    private Instant since(Observation next) {
      boolean agrees =
          doubt != null
              && doubt.value() > 0.5
              && !doubt.at().isBefore(calmSince)
              && !doubt.at().plus(STALE).isBefore(next.at());
      return agrees && doubt != null ? doubt.at() : next.at();
    }
  }
}
