package vn.vam.runtime.notify;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.citizen.CitizenEvent;
import vn.vam.core.citizen.Inbox;
import vn.vam.runtime.flow.LoopVerticle;
import vn.vam.runtime.flow.Signal;

/**
 * Feeds the answering route from the inbox: many citizens at once, one citizen's events in order.
 * Answers may wait for others, each for some seconds; so there are more places than any one of
 * those others lets in at a time, and receipts, which are fetched and read, have places of their
 * own.
 */
public final class InboxVerticle extends LoopVerticle {
  private static final Logger log = LoggerFactory.getLogger(InboxVerticle.class);
  private static final int LOOK_AT = 1_000;
  private static final Duration IDLE = Duration.ofSeconds(1);

  private final Inbox inbox;
  private final ProducerTemplate routes;
  private final Signal grew;
  private final Runnable answered;
  private final Map<String, Lane> busy = new ConcurrentHashMap<>();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          Arrays.stream(Lane.values()).mapToInt(lane -> lane.places).sum(),
          Thread.ofPlatform().daemon().name("vam-answer-", 0).factory());

  private enum Lane {
    WORDS(96),
    RECEIPTS(8);

    private final int places;

    Lane(int places) {
      this.places = places;
    }

    static Lane of(CitizenEvent event) {
      return switch (event) {
        case CitizenEvent.SentPhotos photos -> RECEIPTS;
        case CitizenEvent.SentFiles files -> RECEIPTS;
        case CitizenEvent.Followed followed -> WORDS;
        case CitizenEvent.Unfollowed unfollowed -> WORDS;
        case CitizenEvent.Said said -> WORDS;
        case CitizenEvent.SentPlace place -> WORDS;
        case CitizenEvent.SentOther other -> WORDS;
        case CitizenEvent.GaveNumber number -> WORDS;
        case CitizenEvent.OpenedChat opened -> WORDS;
        case CitizenEvent.Withdrew withdrew -> WORDS;
      };
    }
  }

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
    Set<String> busyBefore = Set.copyOf(busy.keySet());
    for (Inbox.Waiting next : inbox.waiting(LOOK_AT)) {
      String citizen = next.event().citizen();
      Lane lane = Lane.of(next.event());
      if (!busyBefore.contains(citizen)
          && hasPlace(lane)
          && busy.putIfAbsent(citizen, lane) == null) {
        workers.execute(() -> answer(next));
      }
    }
    return IDLE;
  }

  private boolean hasPlace(Lane lane) {
    return busy.values().stream().filter(lane::equals).count() < lane.places;
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
