package vn.vam.runtime.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.notify.Reach;
import vn.vam.core.notify.Unconfirmed;
import vn.vam.core.notify.Way;
import vn.vam.core.notify.Ways;

/** A danger that no phone has confirmed takes another way once one is open. */
class WaitingForAReceipt {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-03-12T16:00:00Z");

  private final List<String> decided = new ArrayList<>();

  @Test
  void by_day_it_goes_to_the_number_its_citizen_gave() {
    turn(NOON, Optional.of("84987654321"));

    assertThat(decided).containsExactly("goes on");
  }

  @Test
  void at_night_it_waits_for_its_receipt_or_the_morning() {
    turn(NIGHT, Optional.of("84987654321"));

    assertThat(decided).containsExactly("waits until 2026-03-12T23:05:00Z");
  }

  @Test
  void where_no_other_way_is_left_it_stays() {
    turn(NOON, Optional.empty());

    assertThat(decided).containsExactly("ends");
  }

  private void turn(Instant now, Optional<String> number) {
    Reach reach = new Reach(Optional.of(now), number, Set.of());
    new ConfirmVerticle(
            new OneUnconfirmed(),
            new Dispatch.Choice(new Ways(false, true), message -> reach, Map.of()),
            Duration.ofMinutes(10),
            new SimpleMeterRegistry(),
            Clock.fixed(now, ZoneOffset.UTC),
            () -> {})
        .turn();
  }

  private final class OneUnconfirmed implements Unconfirmed {
    @Override
    public List<Overdue> overdue(Duration patience, Instant now, int most) {
      Draft danger = new Draft("A-1/raised/u1", "u1", "Nước mặn", List.of(), 2, Optional.empty());
      return List.of(new Overdue(new OutboxMessage(1, danger, 1), Way.CONSULTATION));
    }

    @Override
    public void goesOn(Overdue overdue, Instant now) {
      decided.add("goes on");
    }

    @Override
    public void waits(Overdue overdue, Instant until) {
      decided.add("waits until " + until);
    }

    @Override
    public void ends(Overdue overdue) {
      decided.add("ends");
    }
  }
}
