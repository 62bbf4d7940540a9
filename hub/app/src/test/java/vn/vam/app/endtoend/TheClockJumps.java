package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine's clock is set while the hub runs and messages come. */
class TheClockJumps {
  private static final int SOME = 500;

  /** Each probe has its turn several times meanwhile. */
  private static final Duration LONG = Duration.ofSeconds(10);

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private final SetClock clock = new SetClock();
  private Chain chain;

  @BeforeEach
  void start() {
    chain = Chain.startIn(folder, opened);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P1D", "PT-1H"})
  void and_everything_is_stored_once_also_when_it_comes_again_and_after_it_is_set_right(
      Duration jump) throws Exception {
    opened.add(HubHere.start(chain.config(), clock));
    NumberedProbes probes = chain.publish();
    probes.untilAcknowledged(SOME);

    clock.jump(jump);
    probes.untilAcknowledged(SOME);
    comesAgain(probes);
    clock.jump(jump.negated());
    probes.untilAcknowledged(SOME);
    comesAgain(probes);

    chain.finish(probes);
    chain.everythingIsStoredOnce();
  }

  /** Probes that tell no time arrive at the very moments at which they had arrived before. */
  @Test
  void and_what_arrives_at_a_time_that_was_before_is_no_point_of_then() throws Exception {
    clock.goesInStepsOf(LONG);
    opened.add(HubHere.start(chain.config(), clock));
    NumberedProbes probes = chain.publish();
    probes.untilAcknowledged(2 * NumberedProbes.PROBES);

    clock.jump(LONG.negated());
    probes.untilAcknowledged(NumberedProbes.PROBES);

    chain.finish(probes);
    chain.everythingIsStoredOnce();
    assertThat(chain.door.books().getJsonObject("points").getLong("merged")).isZero();
  }

  /** What was not acknowledged when the line broke. */
  private void comesAgain(NumberedProbes probes) {
    chain.toBroker.cut();
    chain.untilNotReady();
    chain.untilReady();
    probes.untilAcknowledged(SOME);
  }

  private static final class SetClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;
    private volatile long step = 1;

    void goesInStepsOf(Duration each) {
      step = each.toMillis();
    }

    void jump(Duration by) {
      ahead = ahead.plus(by);
    }

    @Override
    public Instant instant() {
      long now = System.currentTimeMillis();
      return Instant.ofEpochMilli(now - now % step).plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("Asia/Ho_Chi_Minh");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("the hub asks for instants");
    }
  }
}
