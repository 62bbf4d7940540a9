package vn.vam.sim.zalo.webhook;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Function;

/** First attempts: one at a time and in order for each person, many people side by side. */
final class Lanes {
  private final Function<WebhookEvent, Future<Void>> attempt;
  private final int parallel;
  private final Map<String, Deque<WebhookEvent>> byUser = new HashMap<>();
  private final Queue<String> ready = new ArrayDeque<>();
  private int underWay;
  private boolean pumping;

  /**
   * @param attempt its future completes when the next event of that person may go
   */
  Lanes(Function<WebhookEvent, Future<Void>> attempt, int parallel) {
    this.attempt = attempt;
    this.parallel = parallel;
  }

  void add(WebhookEvent event) {
    Deque<WebhookEvent> lane = byUser.computeIfAbsent(event.user(), user -> new ArrayDeque<>());
    lane.addLast(event);
    if (lane.size() == 1) ready.add(event.user());
    pump();
  }

  /** A loop, not a recursion, however many attempts complete on the spot. */
  private void pump() {
    if (pumping) return;
    pumping = true;
    while (underWay < parallel && !ready.isEmpty()) {
      String user = ready.remove();
      underWay++;
      attempt.apply(lane(user).getFirst()).onComplete(done -> finished(user));
    }
    pumping = false;
  }

  private void finished(String user) {
    underWay--;
    Deque<WebhookEvent> lane = lane(user);
    lane.removeFirst();
    if (lane.isEmpty()) byUser.remove(user);
    else ready.add(user);
    pump();
  }

  private Deque<WebhookEvent> lane(String user) {
    Deque<WebhookEvent> lane = byUser.get(user);
    if (lane == null) throw new IllegalStateException("a lane that is ready exists");
    return lane;
  }
}
