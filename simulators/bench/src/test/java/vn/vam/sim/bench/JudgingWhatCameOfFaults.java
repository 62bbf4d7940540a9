package vn.vam.sim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.vam.sim.bench.FaultFigures.Recoveries;

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
        .anyMatch(line -> line.startsWith("kill") && line.contains("7.5 s"));
  }

  private static FaultFigures figures(
      int lost, int doubled, int lostByBroker, int brokerKills, boolean balanced) {
    return new FaultFigures(
        100,
        100,
        95,
        95,
        lost,
        doubled,
        lostByBroker,
        brokerKills,
        3,
        balanced,
        Duration.ofMinutes(1),
        Map.of(
            FaultPlan.Kind.KILL,
            new Recoveries(4, Duration.ofSeconds(4), Duration.ofMillis(7_500))));
  }
}
