package vn.vam.sim.zalo.webhook;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import vn.vam.sim.zalo.ZaloSimulatorConfig;
import vn.vam.sim.zalo.choice.Switch;
import vn.vam.sim.zalo.choice.Switches;
import vn.vam.sim.zalo.fault.FaultKind;
import vn.vam.sim.zalo.fault.Faults;
import vn.vam.sim.zalo.fault.Faults.Fault;

/**
 * The way of every event to the app. First attempts keep each person's order; one that fails leaves
 * the order and climbs the retry ladder by itself, and when the ladder ends the webhook is switched
 * off until somebody switches it on again.
 */
public final class WebhookQueue {
  static final int CAPACITY = 100_000;
  private static final int HELD_MS = 2000;
  private final Vertx vertx;
  private final WebhookClient client;
  private final List<Duration> ladder;
  private final Faults faults;
  private final Switches switches;
  private final BiConsumer<WebhookEvent, DeliveryState> told;
  private final Lanes lanes = new Lanes(event -> attempt(event, 0), WebhookClient.PARALLEL);
  private final Map<String, WebhookEvent> held = new HashMap<>();
  private final WebhookCounts counts = new WebhookCounts();
  private boolean enabled = true;
  private boolean closed;

  /**
   * @param told hears each step of each event
   */
  public WebhookQueue(
      Vertx vertx,
      ZaloSimulatorConfig config,
      Faults faults,
      Switches switches,
      BiConsumer<WebhookEvent, DeliveryState> told) {
    this.vertx = vertx;
    this.client = new WebhookClient(vertx, config.webhook(), config.appId(), config.oaSecretKey());
    this.ladder = config.retryLadder();
    this.faults = faults;
    this.switches = switches;
    this.told = told;
  }

  public WebhookCounts counts() {
    return counts;
  }

  public boolean enabled() {
    return enabled;
  }

  public void enable() {
    enabled = true;
  }

  /** Nothing is sent any more. */
  public void close() {
    closed = true;
  }

  public void offer(WebhookEvent event) {
    if (!enabled || counts.waiting >= CAPACITY || isFaulty(FaultKind.DROP_WEBHOOK, event)) {
      lose(event);
      return;
    }
    Optional<Fault> reorder = faults.take(FaultKind.REORDER_WEBHOOK, event.name());
    if (reorder.isPresent() && !held.containsKey(event.user())) hold(event, reorder.get());
    else sendNow(event);
  }

  private void sendNow(WebhookEvent event) {
    enqueue(event);
    if (isFaulty(FaultKind.DUPLICATE_WEBHOOK, event)) enqueue(event);
    release(event.user());
  }

  private boolean isFaulty(FaultKind kind, WebhookEvent event) {
    return faults.take(kind, event.name()).isPresent();
  }

  private void hold(WebhookEvent event, Fault fault) {
    held.put(event.user(), event);
    vertx.setTimer(fault.ms() > 0 ? fault.ms() : HELD_MS, timer -> releaseIfStill(event));
  }

  private void releaseIfStill(WebhookEvent event) {
    if (held.remove(event.user(), event)) enqueue(event);
  }

  private void release(String user) {
    WebhookEvent overtaken = held.remove(user);
    if (overtaken != null) enqueue(overtaken);
  }

  private void enqueue(WebhookEvent event) {
    counts.waiting++;
    lanes.add(event);
  }

  private Future<Void> attempt(WebhookEvent event, int retry) {
    if (closed) return Future.succeededFuture();
    if (!enabled) {
      counts.waiting--;
      lose(event);
      return Future.succeededFuture();
    }
    if (retry > 0) counts.retried++;
    return client.post(event, retry).onComplete(answer -> judge(answer, event, retry));
  }

  private void judge(AsyncResult<Void> answer, WebhookEvent event, int retry) {
    if (answer.succeeded()) {
      counts.waiting--;
      counts.delivered++;
      told.accept(event, DeliveryState.DELIVERED);
    } else if (!isRepeated(answer.cause())) {
      counts.waiting--;
      lose(event);
    } else if (retry < ladder.size()) {
      told.accept(event, DeliveryState.RETRYING);
      vertx.setTimer(ladder.get(retry).toMillis(), timer -> attempt(event, retry + 1));
    } else {
      giveUp(event);
    }
  }

  private boolean isRepeated(Throwable failure) {
    return switches.isOn(Switch.RETRY_ANY_FAILURE) || failure instanceof WebhookClient.NotOpened;
  }

  private void giveUp(WebhookEvent event) {
    counts.waiting--;
    enabled = false;
    lose(event);
  }

  private void lose(WebhookEvent event) {
    counts.lost++;
    told.accept(event, DeliveryState.LOST);
  }
}
