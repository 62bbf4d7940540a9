package vn.vam.sim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingACollectorsLog {
  @Test
  void of_java_takes_the_fullest_heap_and_adds_the_pauses() {
    GcLog.Collected collected =
        GcLog.of(
            List.of(
                "[0.005s][info][gc] Using G1",
                "[1.204s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 23M->5M(256M)"
                    + " 3.250ms",
                "[2.001s][info][gc] GC(1) Concurrent Mark Cycle",
                "[2.100s][info][gc] GC(1) Pause Remark 40M->38M(256M) 1.500ms",
                "[2.120s][info][gc] GC(1) Concurrent Mark Cycle 119.000ms",
                "[3.000s][info][gc] GC(2) Pause Full (System.gc()) 30M->4M(256M) 10.000ms"));

    assertThat(collected).isEqualTo(new GcLog.Collected(40, Duration.ofNanos(14_750_000)));
  }

  @Test
  void of_go_counts_the_two_times_the_world_stops() {
    GcLog.Collected collected =
        GcLog.of(
            List.of(
                "2026-11-23T03:00:00Z I! Starting",
                "gc 1 @0.011s 2%: 0.018+1.3+0.032 ms clock, 0.036+0.35/1.2/3.0+0.064 ms cpu,"
                    + " 4->5->2 MB, 5 MB goal, 0 MB stacks, 0 MB globals, 2 P",
                "gc 2 @0.020s 2%: 0.050+9.9+0.100 ms clock, 0.1+0.3/1.2/3.0+0.2 ms cpu, 61->64->30"
                    + " MB, 62 MB goal, 0 MB stacks, 0 MB globals, 2 P"));

    assertThat(collected).isEqualTo(new GcLog.Collected(64, Duration.ofNanos(200_000)));
  }

  @Test
  void that_never_collected_tells_nothing() {
    assertThat(GcLog.of(List.of("hub is ready"))).isEqualTo(new GcLog.Collected(0, Duration.ZERO));
  }
}
