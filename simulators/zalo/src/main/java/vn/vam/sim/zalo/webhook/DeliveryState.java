package vn.vam.sim.zalo.webhook;

/** How far an event has come. */
public enum DeliveryState {
  WAITING,
  DELIVERED,
  RETRYING,
  LOST
}
