package vn.vam.app.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.ingest.RunningTotal;
import vn.vam.core.station.DeviceId;

class KeepingTotalsOnDisk {
  private static final RunningTotal ONE = total("1", 1_000);
  private static final RunningTotal TWO = total("2", 65_530);

  @TempDir Path folder;

  private static RunningTotal total(String lane, double total) {
    return new RunningTotal(
        new DeviceId("ql50-km8"),
        lane,
        "ve-my-tho",
        Instant.parse("2026-03-12T05:00:00.250Z"),
        total,
        70_000,
        0.125);
  }

  private TotalsFile file() {
    return new TotalsFile(folder.resolve("totals"));
  }

  @Test
  void what_is_kept_is_there_after_a_restart_in_place_of_what_was_before() {
    assertThat(file().load()).isEmpty();
    file().keep(List.of(TWO));
    file().keep(List.of(ONE, TWO));

    assertThat(file().load()).containsExactly(ONE, TWO);
  }

  @Test
  void a_line_that_is_none_is_passed_over() throws IOException {
    file().keep(List.of(ONE));
    Files.writeString(
        folder.resolve("totals"),
        "a\t1\tboth\tnoon\t1\t1\t0\nhalf a line",
        StandardOpenOption.APPEND);

    assertThat(file().load()).containsExactly(ONE);
  }

  @Test
  void where_the_disk_does_not_take_it_nothing_is_thrown() {
    TotalsFile nowhere = new TotalsFile(folder.resolve("gone/totals"));
    nowhere.keep(List.of(ONE));

    assertThat(nowhere.load()).isEmpty();
  }
}
