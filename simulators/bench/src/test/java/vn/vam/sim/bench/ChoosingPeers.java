package vn.vam.sim.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.sim.bench.IngestPlan.Peer.CAMEL;
import static vn.vam.sim.bench.IngestPlan.Peer.CAMEL_BATCH;
import static vn.vam.sim.bench.IngestPlan.Peer.TELEGRAF;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.vam.sim.bench.IngestPlan.Peer;

class ChoosingPeers {
  @Test
  void a_route_of_camel_runs_beside_whatever_else_is_asked_for() {
    assertThat(peers(TELEGRAF)).containsExactly(CAMEL_BATCH, TELEGRAF);
    assertThat(peers()).containsExactly(CAMEL_BATCH);
  }

  @Test
  void one_that_is_asked_for_is_the_only_one() {
    assertThat(peers(CAMEL, TELEGRAF)).containsExactly(CAMEL, TELEGRAF);
    assertThat(peers(CAMEL_BATCH)).containsExactly(CAMEL_BATCH);
  }

  private static List<Peer> peers(Peer... asked) {
    return new IngestPlan(
            Path.of("vam"), 1, 1, List.of(asked), "", Duration.ofMinutes(1), Optional.empty())
        .peers();
  }
}
