package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import vn.vam.runtime.flow.Loop;
import vn.vam.runtime.flow.Signal;

/** What a loop of the hub writes to the log when its turns fail. */
class TellingOfATrouble {
  private static final int FAILING = 4;

  @AutoClose private final LoggedLines lines = LoggedLines.begin();
  private final Signal signal = new Signal();
  private final AtomicInteger turns = new AtomicInteger();

  @Test
  void it_is_told_once_however_often_it_is_met_and_so_is_its_end() {
    try (Loop loop = new Loop("store", signal, Duration.ofMillis(1), this::turn)) {
      loop.start();
      Awaitility.await().until(() -> turns.get() > FAILING + 2);
    }

    assertThat(lines.all())
        .containsExactly(
            "ERROR a turn failed and is tried again, loop=store",
            "INFO a turn succeeded again, loop=store");
  }

  private Duration turn() {
    int turn = turns.incrementAndGet();
    if (turn <= FAILING) {
      throw new IllegalStateException("turn " + turn, new ArithmeticException("the disk is full"));
    }
    return Duration.ofMillis(1);
  }
}
