package vn.vam.runtime.notify;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.citizen.Inbox;
import vn.vam.runtime.flow.LoopVerticle;
import vn.vam.runtime.flow.Signal;

/**
 * Feeds the answering route from the inbox: several citizens at once, one citizen's events in
 * order.
 */
public final class InboxVerticle extends LoopVerticle {
  private static final Logger log = LoggerFactory.getLogger(InboxVerticle.class);
  private static final int AT_ONCE = 8;
  private static final int LOOK_AT = 200;
  private static final Duration IDLE = Duration.ofSeconds(1);

  private final Inbox inbox;
  private final ProducerTemplate routes;
  private final Signal grew;
  private final Runnable answered;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().daemon().name("vam-answer-", 0).factory());

  /**
   * @param answered called when an answer is in the outbox
   */
  public InboxVerticle(Inbox inbox, ProducerTemplate routes, Signal grew, Runnable answered) {
    super("inbox", grew, IDLE);
    this.inbox = inbox;
    this.routes = routes;
    this.grew = grew;
    this.answered = answered;
  }

  /**
   * Who was busy before the look may have been answered since: what the look shows of them is old.
   */
  @Override
  public Duration turn() {
    Set<String> busyBefore = Set.copyOf(busy);
    for (Inbox.Waiting next : inbox.waiting(LOOK_AT)) {
      String citizen = next.event().citizen();
      if (!busyBefore.contains(citizen) && busy.size() < AT_ONCE && busy.add(citizen)) {
        workers.execute(() -> answer(next));
      }
    }
    return IDLE;
  }

  private void answer(Inbox.Waiting waiting) {
    try {
      routes.sendBody(CitizenToAnswerRoute.FROM, waiting);
      busy.remove(waiting.event().citizen());
      answered.run();
      grew.raise();
    } catch (RuntimeException mistake) {
      log.error("an event could not be answered yet, event={}", waiting.id(), mistake);
      busy.remove(waiting.event().citizen());
    }
  }

  @Override
  protected void finish() throws InterruptedException {
    workers.shutdown();
    if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
      log.warn("some answers are still under way; they are given again after the start");
    }
  }
}
