package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.sqlite.state.StateFile.NOON;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.citizen.CitizenEvent;
import vn.vam.core.notify.Evidence;

/** Many answer citizens and send at once, and one transaction goes at a time. */
@Timeout(30)
class WaitingForATurn {
  private static final int WORKERS = 12;

  @TempDir Path folder;
  private final List<String> order = Collections.synchronizedList(new ArrayList<>());

  /** So many of the workers came before the webhook. */
  private final AtomicInteger before = new AtomicInteger();

  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private StateDatabase database;

  @BeforeEach
  void a_long_transaction_is_under_way_and_others_wait_behind_it() throws InterruptedException {
    database = StateDatabase.open(folder.resolve("state.db"));
    CountDownLatch began = new CountDownLatch(1);
    start(
        () ->
            database.useTransaction(
                transaction -> {
                  began.countDown();
                  wait(mayEnd);
                }));
    began.await();
    IntStream.range(0, WORKERS).forEach(this::works);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void works(int worker) {
    start(
        () ->
            database.useTransaction(
                transaction -> {
                  order.add("worker " + worker);
                  if (hasNone(transaction, "inbox") && hasNone(transaction, "early_receipt")) {
                    before.incrementAndGet();
                  }
                }));
    untilWaiting(threads.getLast());
  }

  private static boolean hasNone(Handle transaction, String table) {
    return transaction.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one() == 0;
  }

  @Test
  void others_go_in_the_order_in_which_they_came() throws InterruptedException {
    end();

    assertThat(order)
        .containsExactlyElementsOf(
            IntStream.range(0, WORKERS).mapToObj(worker -> "worker " + worker).toList());
    assertThat(before).hasValue(WORKERS);
  }

  @Test
  void a_webhook_waits_for_one_of_them_at_most() throws InterruptedException {
    CitizenEvent event = new CitizenEvent.Followed("u1", NOON);
    start(() -> new SqliteInbox(database).accept("k", event, NOON));
    untilWaiting(threads.getLast());

    end();

    assertThat(before).hasValueLessThanOrEqualTo(1);
  }

  @Test
  void so_does_one_that_tells_of_our_own_message() throws InterruptedException {
    start(() -> new SqliteDoubts(database).hear(new Evidence.Received("m1", NOON), NOON));
    untilWaiting(threads.getLast());

    end();

    assertThat(before).hasValueLessThanOrEqualTo(1);
  }

  private void start(Runnable work) {
    Thread thread = Thread.ofPlatform().daemon().start(work);
    threads.add(thread);
  }

  private void end() throws InterruptedException {
    mayEnd.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void untilWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private static void wait(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
