package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Broker and database end, in good order or not, and come back while 1,000 messages a second are
 * published. A probe whose broker goes away does not know whether its last messages were taken:
 * such may be stored although they were not acknowledged, once.
 */
class ServersComeAndGo {
  private static final int SOME = 300;

  /** Between two tries of a store that is away, in seconds. */
  private static final int LONGEST_PAUSE_S = 10;

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();

  /** As a broker that is killed shortly before it would have written. */
  private static String writingWhenTold(String shipped) {
    return shipped.replace("autosave_interval 10", "autosave_interval 3600");
  }

  @Nested
  class TheBroker {
    @Test
    void restarted_in_good_order_it_loses_nothing() throws Exception {
      Chain chain = Chain.startIn(folder, opened);
      opened.add(HubHere.start(chain.config()));
      NumberedProbes probes = chain.publish();
      probes.untilAcknowledged(SOME);

      chain.broker.stop();
      chain.untilNotReady();
      chain.broker.startAgain();
      probes.untilAcknowledged(SOME);

      chain.finish(probes);
      chain.everythingIsStored();
    }

    @Test
    void killed_it_loses_what_it_had_not_handed_on_and_nothing_else_is_lost() throws Exception {
      Chain chain = Chain.startIn(folder, opened);
      opened.add(HubHere.start(chain.config()));
      NumberedProbes probes = chain.publishWithTime();
      probes.untilAcknowledged(SOME);

      chain.broker.kill();
      int killedAt = probes.next();
      chain.untilNotReady();
      chain.broker.startAgain();
      chain.untilReady();
      probes.untilAcknowledged(SOME);

      Set<Integer> lost = new TreeSet<>(chain.finish(probes));
      Set<Integer> stored = chain.storedOnce().numbers();
      lost.removeAll(stored);
      int lastHandedOn = stored.stream().filter(n -> n < killedAt).mapToInt(n -> n).max().orElse(0);
      assertThat(lost).as("the broker's loss").allMatch(number -> number > lastHandedOn);
    }

    @Test
    void killed_with_a_queue_it_has_what_it_had_written_and_the_rest_is_its_own_loss()
        throws Exception {
      Chain chain =
          Chain.startIn(
              folder, opened, Mosquitto.startIn(folder, ServersComeAndGo::writingWhenTold));
      HubHere.start(chain.config()).close();
      NumberedProbes early = chain.publish();
      early.untilAcknowledged(SOME);
      Set<Integer> written = new TreeSet<>(chain.finish(early));
      chain.broker.write();
      NumberedProbes late = chain.publish();
      late.untilAcknowledged(SOME);
      Set<Integer> lost = new TreeSet<>(chain.finish(late));
      lost.removeAll(written);

      chain.broker.kill();
      chain.broker.startAgain();
      opened.add(HubHere.start(chain.config()));

      Awaitility.await()
          .untilAsserted(
              () -> assertThat(chain.door.messages("received")).isEqualTo(written.size()));
      assertThat(chain.storedOnce().numbers()).isEqualTo(written);
      assertThat(lost).as("the broker's loss").hasSizeGreaterThanOrEqualTo(SOME);
    }
  }

  @Nested
  class TheStore {
    @Test
    void stopped_for_a_while_it_is_given_everything_when_it_comes_back() throws Exception {
      Chain chain = Chain.startIn(folder, opened);
      opened.add(HubHere.start(chain.config()));
      NumberedProbes probes = chain.publish();
      probes.untilAcknowledged(SOME);

      chain.influx.stop();
      chain.untilNotReady();
      probes.untilAcknowledged(5 * SOME);
      chain.influx.startAgain();

      chain.finish(probes);
      chain.everythingIsStoredOnce();
    }

    @Test
    void away_for_longer_than_the_longest_pause_it_is_asked_again_and_given_everything()
        throws Exception {
      Chain chain = Chain.startIn(folder, opened);
      opened.add(HubHere.start(chain.config()));
      NumberedProbes probes = chain.publish();
      probes.untilAcknowledged(SOME);

      chain.influx.stop();
      chain.untilTheStoreLags(3 * LONGEST_PAUSE_S);
      chain.influx.startAgain();
      chain.untilReady();
      probes.untilAcknowledged(SOME);

      chain.finish(probes);
      chain.everythingIsStoredOnce();
    }

    @Test
    void killed_in_the_middle_of_writing_it_is_given_everything_again() throws Exception {
      Chain chain = Chain.startIn(folder, opened);
      opened.add(HubHere.start(chain.config()));
      NumberedProbes probes = chain.publish();
      for (int i = 0; i < 2; i++) {
        probes.untilAcknowledged(SOME);
        chain.influx.kill();
        chain.untilNotReady();
        chain.influx.startAgain();
      }

      chain.finish(probes);
      chain.everythingIsStoredOnce();
    }

    @Test
    void hanging_it_is_asked_again_until_it_answers() throws Exception {
      Chain chain = Chain.startIn(folder, opened);
      opened.add(HubHere.start(chain.config()));
      NumberedProbes probes = chain.publish();
      probes.untilAcknowledged(SOME);

      chain.influx.freeze();
      chain.untilNotReady();
      probes.untilAcknowledged(SOME);
      chain.influx.thaw();

      chain.finish(probes);
      chain.everythingIsStoredOnce();
    }
  }
}
