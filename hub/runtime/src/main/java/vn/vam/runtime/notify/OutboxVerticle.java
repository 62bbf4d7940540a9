package vn.vam.runtime.notify;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Outbox;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.runtime.flow.Loop;
import vn.vam.runtime.flow.Signal;

/**
 * Feeds the routes from the outbox: changes nobody was told of, one after the other, and beside
 * them messages that are due, several at once. Telling many of a change holds up no message. None
 * is taken out before the messenger takes it, so that the gravest goes next whenever it came.
 */
public final class OutboxVerticle extends AbstractVerticle {
  private static final Logger log = LoggerFactory.getLogger(OutboxVerticle.class);
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final long LONGEST_SEND_SECONDS = 20;

  private final Outbox outbox;
  private final Dispatch dispatch;
  private final ProducerTemplate routes;
  private final Clock clock;
  private final Signal grew;
  private final Loop loop;
  private final Semaphore freeSenders;
  private final ExecutorService senders;
  private final Semaphore freeTeller = new Semaphore(1);
  private final ExecutorService teller =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("vam-tell").factory());
  private volatile long passedOver;

  public OutboxVerticle(
      Outbox outbox, Dispatch dispatch, ProducerTemplate routes, Clock clock, Signal grew) {
    this(outbox, dispatch, routes, clock, grew, 1);
  }

  /**
   * @param atOnce so many messages are under way at once; those of one citizen go one by one
   */
  public OutboxVerticle(
      Outbox outbox,
      Dispatch dispatch,
      ProducerTemplate routes,
      Clock clock,
      Signal grew,
      int atOnce) {
    this.outbox = outbox;
    this.dispatch = dispatch;
    this.routes = routes;
    this.clock = clock;
    this.grew = grew;
    this.loop = new Loop("outbox", grew, IDLE, this::turn);
    this.freeSenders = new Semaphore(atOnce);
    this.senders =
        Executors.newFixedThreadPool(
            atOnce, Thread.ofPlatform().daemon().name("vam-send-", 0).factory());
  }

  @Override
  public void start(Promise<Void> started) {
    vertx
        .executeBlocking(() -> outbox.recover(clock.instant()))
        .onSuccess(OutboxVerticle::tellUnclear)
        .<Void>mapEmpty()
        .onSuccess(recovered -> loop.start())
        .onComplete(started);
  }

  private static void tellUnclear(int unclear) {
    if (unclear > 0) {
      log.warn("the hub stopped while sending; these may have arrived, messages={}", unclear);
    }
  }

  private Duration turn() throws InterruptedException {
    boolean told = tellNext();
    Duration untilFree = dispatch.untilFree();
    boolean sent = untilFree.isZero() && sendNext();
    return told || sent ? Duration.ZERO : rest(untilFree);
  }

  private static Duration rest(Duration untilFree) {
    return untilFree.isZero() || untilFree.compareTo(IDLE) > 0 ? IDLE : untilFree;
  }

  private boolean tellNext() {
    if (!freeTeller.tryAcquire()) {
      return false;
    }
    Optional<AlertNotice> notice = nextNotice();
    notice.ifPresentOrElse(
        next ->
            teller.execute(
                () -> {
                  tell(next);
                  freeTeller.release();
                  grew.raise();
                }),
        freeTeller::release);
    return notice.isPresent();
  }

  private Optional<AlertNotice> nextNotice() {
    try {
      Optional<AlertNotice> notice = outbox.nextNotice(passedOver);
      if (notice.isEmpty()) {
        passedOver = 0;
      }
      return notice;
    } catch (RuntimeException away) {
      freeTeller.release();
      throw away;
    }
  }

  /** A change that cannot be told holds up no other; its turn comes again after the others. */
  private void tell(AlertNotice notice) {
    try {
      routes.sendBody(AlertToAudienceRoute.FROM, notice);
    } catch (RuntimeException mistake) {
      log.error("an audience could not be told, alert={}", notice.alert(), mistake);
      passedOver = notice.id();
    }
  }

  private boolean sendNext() throws InterruptedException {
    if (!freeSenders.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
      return true;
    }
    Optional<OutboxMessage> message = lease();
    message.ifPresentOrElse(
        next ->
            senders.execute(
                () -> {
                  send(next);
                  freeSenders.release();
                  grew.raise();
                }),
        freeSenders::release);
    return message.isPresent();
  }

  private Optional<OutboxMessage> lease() {
    try {
      return outbox.lease(clock.instant());
    } catch (RuntimeException away) {
      freeSenders.release();
      throw away;
    }
  }

  /**
   * A mistake of our own on the way parks the message with its reason: whether it left is not
   * certain.
   */
  private void send(OutboxMessage message) {
    try {
      routes.sendBody(MessageToZaloRoute.FROM, message);
    } catch (RuntimeException mistake) {
      log.error("a message could not be handed over, message={}", message.id(), mistake);
      park(message);
    }
  }

  private void park(OutboxMessage message) {
    try {
      dispatch.settle(message, new Delivery.Unclear("the hub failed while sending"));
    } catch (RuntimeException mistake) {
      log.error("what became of a message could not be kept, message={}", message.id(), mistake);
    }
  }

  @Override
  public void stop(Promise<Void> stopped) {
    vertx
        .<Void>executeBlocking(
            () -> {
              grew.raise();
              loop.close();
              end(teller);
              end(senders);
              return null;
            })
        .onComplete(stopped);
  }

  private static void end(ExecutorService threads) throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(LONGEST_SEND_SECONDS, TimeUnit.SECONDS)) {
      log.warn("some messages are still under way; after the start they may have arrived");
    }
  }
}
