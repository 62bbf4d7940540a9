package vn.vam.app.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.alert.Trouble;
import vn.vam.runtime.flow.Lag;
import vn.vam.sqlite.log.LogConfig;
import vn.vam.sqlite.log.SegmentedLog;
import vn.vam.testing.HandClock;

/** A store that is away holds up the reader that waits for it, and nobody else. */
class TellingOneTroubleOnce {
  private static final OptionalDouble WELL = OptionalDouble.empty();

  private final HandClock clock = new HandClock(Instant.parse("2026-03-12T05:00:00Z"));
  private final MeterRegistry metrics = new SimpleMeterRegistry();
  private final AtomicBoolean storing = new AtomicBoolean(true);
  @TempDir Path folder;
  @AutoClose private SegmentedLog log;
  private HubSigns signs;

  @BeforeEach
  void open() {
    log = SegmentedLog.open(LogConfig.in(folder).withBallast(0), clock);
    signs =
        new HubSigns(
            () -> true,
            () -> true,
            storing::get,
            log,
            Duration.ofMinutes(1),
            new ZaloHealth(clock),
            metrics,
            clock);
  }

  @Test
  void a_store_that_is_away_explains_that_its_reader_is_behind() {
    isBehind(Lag.STORE, 3_600);
    isBehind("rules", 0);
    storing.set(false);

    assertThat(signs.look())
        .containsEntry(Trouble.DATABASE, OptionalDouble.of(1))
        .doesNotContainKey(Trouble.LAG);
  }

  @Test
  void it_explains_no_other_reader() {
    isBehind(Lag.STORE, 3_600);
    isBehind("rules", 75);
    storing.set(false);

    assertThat(signs.look()).containsEntry(Trouble.LAG, OptionalDouble.of(75));
  }

  @Test
  void a_reader_that_is_behind_though_the_store_is_there_is_a_trouble_of_its_own() {
    isBehind(Lag.STORE, 3_600);

    assertThat(signs.look())
        .containsAllEntriesOf(
            Map.of(Trouble.DATABASE, WELL, Trouble.LAG, OptionalDouble.of(3_600)));
  }

  @Test
  void nobody_behind_is_no_trouble() {
    isBehind(Lag.STORE, 2);

    assertThat(signs.look())
        .containsAllEntriesOf(Map.of(Trouble.DATABASE, WELL, Trouble.LAG, WELL));
  }

  private void isBehind(String reader, double seconds) {
    Gauge.builder(Lag.GAUGE, () -> seconds).tag(Lag.READER, reader).register(metrics);
  }
}
