package vn.vam.sim.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TheSameSeedAndClock {

  private static final FleetConfig CONFIG = Played.config().withSeed(42).withFaultRate(0.05);

  @Test
  void give_the_same_messages_in_the_same_order() {
    assertThat(Played.messages(CONFIG, Duration.ofMinutes(2)))
        .hasSizeGreaterThan(1_000)
        .isEqualTo(Played.messages(CONFIG, Duration.ofMinutes(2)));
  }

  @Test
  void do_so_however_often_the_programme_is_asked() {
    Programme programme = new Programme(CONFIG, Played.START);
    List<Message> inSteps = new ArrayList<>();
    for (Instant at = Played.START;
        !at.isAfter(Played.START.plusSeconds(60));
        at = programme.nextDue()) {
      inSteps.addAll(programme.takeUntil(at));
    }

    assertThat(inSteps).isEqualTo(Played.messages(CONFIG, Duration.ofSeconds(60)));
  }

  @Test
  void reach_the_publisher_unchanged() {
    RecordingPublisher first = RecordingPublisher.of(CONFIG, Duration.ofSeconds(30));
    RecordingPublisher second = RecordingPublisher.of(CONFIG, Duration.ofSeconds(30));

    assertThat(first.heard()).hasSizeGreaterThan(200).isEqualTo(second.heard());
  }

  @Test
  void differ_from_another_seed() {
    assertThat(Played.messages(CONFIG.withSeed(43), Duration.ofSeconds(60)))
        .isNotEqualTo(Played.messages(CONFIG, Duration.ofSeconds(60)));
  }

  @Test
  void leave_out_what_was_missed_while_the_machine_slept() {
    Programme programme = new Programme(Played.config(), Played.START);
    Instant lidOpened = Played.START.plus(Duration.ofHours(8));

    List<Message> said = programme.takeUntil(lidOpened);

    assertThat(said).hasSizeLessThan(50);
    assertThat(programme.nextDue()).isAfter(lidOpened);
  }
}
