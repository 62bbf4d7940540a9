package vn.vam.app.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lines on both sides of the hub are cut, slowed and half-open under 1,000 messages a second,
 * some with a time of their own and some without. Whatever happened, in the end the store holds
 * what the broker had acknowledged to the probes, each once, and the books balance.
 */
class TheNetworkFails {
  private static final int SOME = 200;

  @TempDir static Path folder;
  @AutoClose private static final Opened opened = new Opened();
  private static Chain chain;

  @AutoClose private final Opened openedForATest = new Opened();
  private NumberedProbes probes;

  @BeforeAll
  static void startServers() {
    chain = Chain.startIn(folder, opened);
  }

  @BeforeEach
  void publish() throws Exception {
    openedForATest.add(HubHere.start(chain.config()));
    probes = chain.publish();
    probes.untilAcknowledged(SOME);
  }

  @AfterEach
  void everything_is_stored_once() throws Exception {
    probes.untilAcknowledged(SOME);
    chain.finish(probes);
    chain.everythingIsStoredOnce();
  }

  @Nested
  class BetweenBrokerAndHub {
    @Test
    void it_is_cut_again_and_again() {
      for (int i = 0; i < 2; i++) {
        chain.toBroker.cut();
        chain.untilNotReady();
        chain.untilReady();
        probes.untilAcknowledged(SOME);
      }
    }

    @Test
    void it_is_away_for_a_while() {
      chain.toBroker.pullOut();
      chain.untilNotReady();
      probes.untilAcknowledged(3 * SOME);

      chain.toBroker.plugIn();
    }

    @Test
    void it_carries_less_than_is_published() {
      chain.toBroker.slowTo(10_000);
      probes.untilAcknowledged(3 * SOME);

      chain.toBroker.atFullSpeed();
    }

    @Test
    void it_goes_silent_and_neither_end_is_told() {
      chain.toBroker.goSilent();
      chain.untilNotReady();

      chain.untilReady();
    }
  }

  @Nested
  class BetweenHubAndStore {
    @Test
    void it_is_cut_again_and_again() {
      for (int i = 0; i < 4; i++) {
        chain.toStore.cut();
        probes.untilAcknowledged(SOME);
      }
    }

    @Test
    void it_is_away_for_a_while() {
      chain.toStore.pullOut();
      chain.untilNotReady();
      probes.untilAcknowledged(3 * SOME);

      chain.toStore.plugIn();
    }

    @Test
    void it_is_too_slow_for_an_answer_in_time() {
      chain.toStore.slowTo(300);
      chain.untilNotReady();
      probes.untilAcknowledged(SOME);

      chain.toStore.atFullSpeed();
    }

    @Test
    void it_goes_silent_and_neither_end_is_told() {
      for (int i = 0; i < 2; i++) {
        chain.toStore.goSilent();
        probes.untilAcknowledged(SOME);
      }
    }
  }
}
