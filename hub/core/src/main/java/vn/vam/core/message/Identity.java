package vn.vam.core.message;

/** What makes two deliveries the same message. */
public sealed interface Identity {
  /** The source numbers its messages itself, such as ChirpStack's deduplicationId. */
  record SourceId(String id) implements Identity {}

  /**
   * The device said when it measured: topic, payload and so time tell copies apart from new
   * samples.
   */
  record DeviceTime() implements Identity {}

  /**
   * No time and no id: two equal payloads may be two samples, and only a fresh reconnect makes a
   * copy likely.
   */
  record None() implements Identity {}
}
