package vn.vam.payloads.sparkplug;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.testing.LevelHeap;

/**
 * Whatever nodes do, in whatever order: each message a session hears is handed on once and can be
 * decoded, what it holds back is bounded, and no node is asked for a rebirth too often. Usually
 * some hundred random lives run once; with {@code JAZZER_FUZZ=1} Jazzer goes on from there.
 */
class FuzzingASession {
  private static final long LONG_RUN = 2_000_000;
  private static final int STEPS = 100;

  static Stream<Arguments> seeds() {
    return LongStream.range(0, 500)
        .mapToObj(seed -> Arguments.of((Object) life(new Random(seed), STEPS)));
  }

  @MethodSource("seeds")
  @FuzzTest(maxExecutions = LONG_RUN, maxDuration = "")
  void hands_everything_on_once(byte[] life) {
    new SomeSession(2).live(life);
    new SomeSession(4).live(life);
  }

  @Test
  void and_nothing_of_it_stays_behind() {
    Random random = new Random(20260312);
    SomeSession session = new SomeSession(2);
    LevelHeap.whileReading("session", i -> session.goOn(life(random, 1)));
  }

  private static byte[] life(Random random, int steps) {
    byte[] bytes = new byte[4 * steps];
    random.nextBytes(bytes);
    return bytes;
  }
}
