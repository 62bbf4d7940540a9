package vn.vam.payloads.format;

/**
 * What a message of Frigate is, by its topic name (Frigate documentation, "MQTT"). The prefix is
 * free, may have several levels, and stands there twice where a bridge adds it again.
 */
sealed interface FrigateTopic {
  /** Objects as they are followed, or reviews made of them. */
  record Sightings(String prefix) implements FrigateTopic {}

  /** Whether the whole gateway is there. */
  record Availability(String prefix) implements FrigateTopic {}

  /** Whether one of its cameras is there. */
  record Status(String prefix, String camera, String role) implements FrigateTopic {}

  /** Known, and not for us. */
  record Other(String word) implements FrigateTopic {}

  record Unknown() implements FrigateTopic {}
}
