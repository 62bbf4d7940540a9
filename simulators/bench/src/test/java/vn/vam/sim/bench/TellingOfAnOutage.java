package vn.vam.sim.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TellingOfAnOutage {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;

  private static SoakFigures figures(long stored, boolean balanced) {
    return new SoakFigures(
        2_000, 7_300_000, stored, 7_200_000, HOUR, Duration.ofSeconds(720), balanced, 400);
  }

  @Test
  void it_is_flawless_when_everything_is_stored_and_the_books_balance() {
    assertThat(figures(7_300_000, true).isFlawless()).isTrue();
    assertThat(figures(7_299_999, true).isFlawless()).isFalse();
    assertThat(figures(7_300_001, true).isFlawless()).isFalse();
    assertThat(figures(7_300_000, false).isFlawless()).isFalse();
  }

  @Test
  void catching_up_counts_what_came_meanwhile() {
    assertThat(figures(7_300_000, true).catchUpPerSecond()).isEqualTo(12_000);
  }

  @Test
  void people_read_lines_and_programs_json() throws IOException {
    Path json = folder.resolve("soak.json");
    SoakTable.write(figures(7_299_999, true), json);

    assertThat(SoakTable.of(figures(7_299_999, true)))
        .anyMatch(
            line -> line.contains("away for 3600 s at 2,000 msg/s: 7,200,000 messages waited"))
        .anyMatch(line -> line.contains("7,299,999 stored, 1 lost; the books balance"));
    assertThat(Files.readString(json)).contains("\"lost\" : 1", "\"catch_up_s\" : 720.0");
  }

  @Test
  void what_cannot_be_measured_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SoakPlan(folder, 1, HOUR, HOUR, ""))
        .withMessageContaining("rate: 100 to 10000, not 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SoakPlan(folder, 100, Duration.ZERO, HOUR, ""))
        .withMessageContaining("away: 1s to 24h");
  }
}
