package vn.vam.sim.zalo.control;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.vam.sim.zalo.webhook.DeliveryState;

/** Whether the app has heard of a citizen's message, for the last {@value #KEPT} of them. */
public final class Deliveries {
  static final int KEPT = 10_000;
  private final Map<String, DeliveryState> byMessage =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DeliveryState> eldest) {
          return size() > KEPT;
        }
      };

  public void note(String messageId, DeliveryState state) {
    byMessage.put(messageId, state);
  }

  DeliveryState of(String messageId) {
    return byMessage.getOrDefault(messageId, DeliveryState.WAITING);
  }
}
