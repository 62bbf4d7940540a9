package vn.vam.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.IntConsumer;

/**
 * A long run after which the heap is as it was before. {@code -Dvam.fuzz.inputs=1000000} makes it
 * longer, and tells how it went.
 */
public final class LevelHeap {
  private static final String LONG_FORM = "vam.fuzz.inputs";
  private static final int INPUTS = Integer.getInteger(LONG_FORM, 20_000);

  /** Until what is loaded and remembered once is there. */
  private static final int TO_WARM_UP = 10_000;

  /** Less than half a byte of each input of the long form may stay, were it anything of it. */
  private static final long MOST_GROWTH = 4 << 20;

  private static final double MB = 1 << 20;

  private LevelHeap() {}

  /**
   * @param input reads one, by its number
   */
  public static void whileReading(String what, IntConsumer input) {
    for (int i = 0; i < TO_WARM_UP; i++) {
      input.accept(i);
    }
    long before = used();
    long began = System.nanoTime();
    for (int i = TO_WARM_UP; i < TO_WARM_UP + INPUTS; i++) {
      input.accept(i);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    long after = used();
    if (Integer.getInteger(LONG_FORM) != null) {
      System.out.printf(
          "%-14s %,d inputs, %d s, heap %.1f MB, then %.1f MB%n",
          what, INPUTS, took.toSeconds(), before / MB, after / MB);
    }
    assertThat(after - before)
        .as("bytes that %,d inputs left behind", INPUTS)
        .isLessThan(MOST_GROWTH);
  }

  /** After as much of it as can be is given back. */
  private static long used() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }
}
