package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.alert.PublicMessage;
import vn.vam.core.alert.PublicMessage.Warned;
import vn.vam.core.rule.Severity;

class KeepingPublicMessages {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  @TempDir Path folder;

  @Test
  void what_was_sent_is_there_after_a_restart_and_numbers_go_on() {
    PublicMessage first =
        message(1, NOON, new Warned("A-1", Severity.DANGER, "Mặn\ttại\nXuân Hòa"));
    try (StateDatabase state = open()) {
      new SqlitePublicTrail(state).tell(NOON, (before, number) -> Optional.of(first));
    }
    try (StateDatabase state = open()) {
      SqlitePublicTrail trail = new SqlitePublicTrail(state);
      PublicMessage newest =
          trail.tell(
              NOON.plusSeconds(60),
              (before, number) -> {
                assertThat(number).isEqualTo(2);
                assertThat(before).hasSize(1);
                assertThat(before.getFirst().warned())
                    .containsExactly(new Warned("A-1", Severity.DANGER, "Mặn tại Xuân Hòa"));
                return Optional.empty();
              });

      assertThat(newest.body()).isEqualTo("<alert>1</alert>");
      assertThat(trail.sent("vam-1")).contains(newest);
      assertThat(trail.sent("vam-2")).isEmpty();
    }
  }

  @Test
  void what_is_older_than_two_months_goes_and_its_number_is_not_given_again() {
    try (StateDatabase state = open()) {
      SqlitePublicTrail trail = new SqlitePublicTrail(state);
      trail.tell(NOON, (before, number) -> Optional.of(message(number, NOON)));
      Instant later = NOON.plus(Duration.ofDays(61));
      trail.tell(later, (before, number) -> Optional.of(message(number, later)));

      assertThat(trail.sent("vam-1")).isEmpty();
      assertThat(trail.sent("vam-2")).isPresent();
    }
  }

  private StateDatabase open() {
    return StateDatabase.open(folder.resolve("state.db"));
  }

  private static PublicMessage message(long number, Instant sent, Warned... warned) {
    return new PublicMessage(
        "vam-" + number, "vam", sent, List.of(warned), "<alert>" + number + "</alert>");
  }
}
