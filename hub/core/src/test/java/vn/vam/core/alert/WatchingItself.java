package vn.vam.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vn.vam.core.rule.AlertChange;
import vn.vam.testing.Alerts;

class WatchingItself {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final OptionalDouble WELL = OptionalDouble.empty();
  private final SelfWatch watch = new SelfWatch(A_MINUTE, List.of());

  @Test
  void what_has_been_wrong_for_a_time_is_raised_once() {
    assertThat(look(Trouble.LAG, OptionalDouble.of(75), 0)).isEmpty();
    assertThat(look(Trouble.LAG, OptionalDouble.of(80), 59)).isEmpty();
    assertThat(look(Trouble.LAG, OptionalDouble.of(90), 60))
        .containsExactly(
            new AlertChange.Raised(
                Trouble.LAG.rule(), Trouble.HUB, Trouble.LAG.severity(), NOON.plusSeconds(60), 90));
    assertThat(look(Trouble.LAG, OptionalDouble.of(90), 600)).isEmpty();
  }

  @Test
  void what_passes_is_no_alert() {
    look(Trouble.BROKER, OptionalDouble.of(1), 0);
    look(Trouble.BROKER, WELL, 30);

    assertThat(look(Trouble.BROKER, OptionalDouble.of(1), 61)).isEmpty();
  }

  @Test
  void what_has_been_well_for_as_long_is_cleared() {
    look(Trouble.DATABASE, OptionalDouble.of(1), 0);
    look(Trouble.DATABASE, OptionalDouble.of(1), 60);

    assertThat(look(Trouble.DATABASE, WELL, 100)).isEmpty();
    assertThat(look(Trouble.DATABASE, OptionalDouble.of(1), 130)).isEmpty();
    assertThat(look(Trouble.DATABASE, WELL, 200)).isEmpty();
    assertThat(look(Trouble.DATABASE, WELL, 260))
        .singleElement()
        .isInstanceOf(AlertChange.Cleared.class);
  }

  @Test
  void what_an_earlier_run_has_raised_is_not_raised_again_but_cleared() {
    SelfWatch later = new SelfWatch(A_MINUTE, List.of(open(Trouble.TOKEN)));

    assertThat(later.look(Map.of(Trouble.TOKEN, OptionalDouble.of(1)), NOON.plusSeconds(600)))
        .isEmpty();
    later.look(Map.of(Trouble.TOKEN, WELL), NOON.plusSeconds(700));
    assertThat(later.look(Map.of(Trouble.TOKEN, WELL), NOON.plusSeconds(760))).hasSize(1);
  }

  @Test
  void what_nobody_knows_stays_as_it_is() {
    SelfWatch later = new SelfWatch(A_MINUTE, List.of(open(Trouble.TOKEN)));

    assertThat(later.look(Map.of(), NOON)).isEmpty();
    assertThat(later.look(Map.of(), NOON.plusSeconds(600))).isEmpty();
  }

  @Test
  void every_trouble_is_found_again_by_its_alert() {
    for (Trouble trouble : Trouble.values()) {
      assertThat(Trouble.of(open(trouble))).contains(trouble);
    }
  }

  private static Alert open(Trouble trouble) {
    return Alerts.alert(
        "A-1",
        trouble.rule(),
        Trouble.HUB,
        trouble.severity(),
        AlertState.RAISED,
        NOON,
        Optional.empty(),
        1,
        Optional.empty());
  }

  private List<AlertChange> look(Trouble trouble, OptionalDouble sign, long seconds) {
    return watch.look(Map.of(trouble, sign), NOON.plusSeconds(seconds));
  }
}
