package vn.vam.sim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.vam.sim.bench.FaultFigures.OfKind;

class JudgingWhatCameOfFaults {
  private static final int NONE = 0;

  @Test
  void nothing_lost_and_nothing_doubled_is_flawless() {
    assertThat(figures(NONE, NONE, NONE, NONE, true).isFlawless()).isTrue();
  }

  @Test
  void one_lost_or_doubled_or_books_that_do_not_balance_are_not() {
    assertThat(figures(1, NONE, NONE, NONE, true).isFlawless()).isFalse();
    assertThat(figures(NONE, 1, NONE, NONE, true).isFlawless()).isFalse();
    assertThat(figures(NONE, NONE, NONE, NONE, false).isFlawless()).isFalse();
  }

  @Test
  void only_a_broker_that_was_killed_may_lose_something() {
    assertThat(figures(NONE, NONE, 5, NONE, true).isFlawless()).isFalse();
    assertThat(figures(NONE, NONE, 5, 1, true).isFlawless()).isTrue();
  }

  @Test
  void the_table_tells_whose_loss_it_is() {
    assertThat(FaultTable.of(figures(NONE, NONE, 5, 1, true)))
        .anyMatch(line -> line.matches("lost by the hub +0"))
        .anyMatch(line -> line.matches("lost by the broker +5"))
        .anyMatch(line -> line.matches("kill +4 +4\\.0, 7\\.5 +95 +95 +0 +0 +5"));
  }

  @Test
  void each_number_counts_for_the_fault_in_whose_turn_it_was_published() {
    FaultTrail trail = new FaultTrail();
    trail.began(FaultPlan.Kind.KILL, 2);
    trail.began(FaultPlan.Kind.STORE, 5);
    trail.recovered(FaultPlan.Kind.STORE, Duration.ofSeconds(2));
    trail.began(FaultPlan.Kind.KILL, 8);
    // Of 0 to 9 the database has 1 twice; it lacks 6, which the hub had, and 9, which it had not.
    Witnesses witnesses =
        Witnesses.of(
            numbers(0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
            numbers(0, 1, 2, 3, 4, 5, 6, 7, 8),
            List.of(0, 1, 1, 2, 3, 4, 5, 7, 8));

    Map<FaultPlan.Kind, OfKind> figures = trail.figures(witnesses, 10);

    assertThat(figures)
        .containsOnlyKeys(FaultPlan.Kind.KILL, FaultPlan.Kind.STORE)
        .containsEntry(
            FaultPlan.Kind.KILL,
            new OfKind(2, Duration.ZERO, Duration.ZERO, new Fates(7, 6, 6, 0, 1, 1)))
        .containsEntry(
            FaultPlan.Kind.STORE,
            new OfKind(
                1, Duration.ofSeconds(2), Duration.ofSeconds(2), new Fates(3, 3, 2, 1, 0, 0)));
    assertThat(witnesses.fates()).isEqualTo(new Fates(10, 9, 8, 1, 1, 1));
  }

  private static BitSet numbers(int... numbers) {
    BitSet set = new BitSet();
    IntStream.of(numbers).forEach(set::set);
    return set;
  }

  private static FaultFigures figures(
      int lost, int doubled, int lostByBroker, int brokerKills, boolean balanced) {
    Fates fates = new Fates(100, 95, 95, lost, doubled, lostByBroker);
    return new FaultFigures(
        100,
        fates,
        brokerKills,
        3,
        balanced,
        Duration.ofMinutes(1),
        Map.of(
            FaultPlan.Kind.KILL,
            new OfKind(4, Duration.ofSeconds(4), Duration.ofMillis(7_500), fates)));
  }
}
