package vn.vam.app.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertDesk;
import vn.vam.core.alert.SelfWatch;
import vn.vam.core.alert.Trouble;
import vn.vam.core.rule.AlertChange;
import vn.vam.sqlite.log.LogConfig;
import vn.vam.sqlite.log.SegmentedLog;
import vn.vam.testing.HandClock;

/** The log takes nothing, and at first neither does the state. */
class ReportingOnAFullDisk {
  private final HandClock clock = new HandClock(Instant.parse("2026-03-12T05:00:00Z"));
  private final AtomicBoolean full = new AtomicBoolean(true);
  private final List<AlertChange> reported = new ArrayList<>();
  @TempDir Path folder;
  @AutoClose private SegmentedLog log;
  private SelfWatchVerticle watch;

  @BeforeEach
  void open() {
    log = SegmentedLog.open(LogConfig.in(folder).withBallast(0), clock);
    HubSigns signs =
        new HubSigns(
            () -> true,
            () -> !full.get(),
            () -> true,
            log,
            Duration.ofMinutes(1),
            new ZaloHealth(clock),
            new SimpleMeterRegistry(),
            clock);
    watch =
        new SelfWatchVerticle(
            signs, new SelfWatch(Duration.ZERO, List.of()), desk(), clock, alerts -> {});
  }

  @SuppressWarnings("unchecked")
  private AlertDesk desk() {
    return (AlertDesk)
        Proxy.newProxyInstance(
            AlertDesk.class.getClassLoader(),
            new Class<?>[] {AlertDesk.class},
            (desk, method, values) -> {
              if (full.get()) {
                throw new IllegalStateException("disk is full");
              }
              reported.addAll((List<AlertChange>) values[0]);
              return List.<Alert>of();
            });
  }

  @Test
  void the_trouble_is_reported_once_the_state_takes_it() {
    assertThatIllegalStateException().isThrownBy(watch::turn);
    full.set(false);
    watch.turn();

    assertThat(reported).first().isInstanceOf(AlertChange.Raised.class);
    assertThat(reported).allMatch(change -> change.rule().equals(Trouble.DISK.rule()));
  }
}
