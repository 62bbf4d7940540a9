package vn.vam.runtime.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GoingRound {
  private static final Duration LONG = Duration.ofMinutes(10);

  private final Signal signal = new Signal();
  private final AtomicInteger turns = new AtomicInteger();

  @Test
  void it_rests_until_it_is_woken() {
    try (Loop loop = loop(() -> LONG)) {
      loop.start();
      await().until(() -> turns.get() == 1);
      signal.raise();

      await().until(() -> turns.get() == 2);
    }
  }

  @Test
  void it_goes_on_at_once_while_there_is_work() {
    try (Loop loop = loop(() -> turns.get() < 100 ? Duration.ZERO : LONG)) {
      loop.start();

      await().until(() -> turns.get() == 100);
    }
  }

  @Test
  void it_never_rests_longer_than_its_longest_pause() {
    try (Loop loop = new Loop("test", signal, Duration.ofMillis(1), () -> counted(LONG))) {
      loop.start();

      await().until(() -> turns.get() > 5);
    }
  }

  @Test
  void a_turn_that_fails_is_tried_again() {
    try (Loop loop = loop(() -> failsOnce())) {
      loop.start();

      await().until(() -> turns.get() == 2);
    }
  }

  @Test
  void it_runs_on_a_platform_thread_that_tells_its_name() {
    AtomicReference<String> thread = new AtomicReference<>("");
    try (Loop loop =
        loop(
            () -> {
              Thread current = Thread.currentThread();
              thread.set(current.getName() + (current.isVirtual() ? ", virtual" : ""));
              return LONG;
            })) {
      loop.start();

      await().untilAsserted(() -> assertThat(thread).hasValue("vam-test"));
    }
  }

  @Test
  void closing_lets_the_turn_under_way_finish() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    AtomicBoolean finished = new AtomicBoolean();
    Loop loop =
        loop(
            () -> {
              began.countDown();
              signal.await(Duration.ofMillis(200));
              finished.set(true);
              return LONG;
            });
    loop.start();
    assertThat(began.await(10, TimeUnit.SECONDS)).isTrue();
    loop.close();

    assertThat(finished).isTrue();
  }

  @Test
  void after_closing_no_turn_begins() {
    Loop loop = loop(() -> Duration.ofMillis(1));
    loop.start();
    await().until(() -> turns.get() > 1);
    loop.close();
    int before = turns.get();
    signal.raise();

    await().during(Duration.ofMillis(100)).untilAsserted(() -> assertThat(turns).hasValue(before));
  }

  @Test
  void one_that_never_started_can_be_closed() {
    loop(() -> LONG).close();

    assertThat(turns).hasValue(0);
  }

  @Nested
  class WaitingForASignal {
    @Test
    void one_that_was_raised_before_anyone_looked_wakes() throws Exception {
      signal.raise();
      long began = System.nanoTime();
      signal.await(LONG);

      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void raised_twice_it_wakes_once() throws Exception {
      signal.raise();
      signal.raise();
      signal.await(LONG);
      long began = System.nanoTime();
      signal.await(Duration.ofMillis(50));

      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }
  }

  private Loop loop(Loop.Step step) {
    return new Loop(
        "test",
        signal,
        LONG,
        () -> {
          turns.incrementAndGet();
          return step.turn();
        });
  }

  private Duration counted(Duration pause) {
    turns.incrementAndGet();
    return pause;
  }

  private Duration failsOnce() {
    if (turns.get() == 1) {
      throw new IllegalStateException("a surprise");
    }
    return LONG;
  }
}
