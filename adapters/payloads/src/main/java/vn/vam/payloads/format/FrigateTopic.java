package vn.vam.payloads.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vam.core.message.RawMessage;

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

  Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("tracked_object_update", "tracked-object-update"),
          Map.entry("stats", "stats"),
          Map.entry("snapshot", "snapshot"),
          Map.entry("motion", "motion"),
          Map.entry("state", "state"),
          Map.entry("set", "command"),
          Map.entry("suspend", "command"),
          Map.entry("ptz", "command"),
          Map.entry("restart", "command"),
          Map.entry("onConnect", "command"),
          Map.entry("review_status", "review-status"),
          Map.entry("camera_activity", "camera-activity"),
          Map.entry("notification_test", "notification"),
          Map.entry("notifications", "notification"),
          Map.entry("rms", "audio"),
          Map.entry("dBFS", "audio"),
          Map.entry("transcription", "audio"),
          Map.entry("model_state", "state"),
          Map.entry("job_state", "state"),
          Map.entry("embeddings_reindex_progress", "state"),
          Map.entry("audio_transcription_state", "state"),
          Map.entry("birdseye_layout", "state"),
          Map.entry("triggers", "trigger"));

  Pattern NUMBER = Pattern.compile("\\d{1,9}");
  Set<String> SWITCHES = Set.of("ON", "OFF");
  int LONGEST_WORD = 16;

  static FrigateTopic of(RawMessage message) {
    List<String> levels = List.of(message.topic().split("/", -1));
    int last = levels.size() - 1;
    String name = levels.get(last);
    return switch (name) {
      case "events", "reviews" -> last == 0 ? new Unknown() : new Sightings(prefix(levels, last));
      case "available" -> last == 0 ? new Unknown() : new Availability(prefix(levels, last));
      default ->
          last > 2 && levels.get(last - 1).equals("status")
              ? new Status(prefix(levels, last - 2), levels.get(last - 2), name)
              : other(levels, message);
    };
  }

  private static FrigateTopic other(List<String> levels, RawMessage message) {
    Stream<String> ends =
        levels.subList(Math.max(1, levels.size() - 2), levels.size()).reversed().stream();
    return ends.flatMap(level -> Optional.ofNullable(OTHERS.get(level)).stream())
        .findFirst()
        .or(() -> byContent(message))
        .<FrigateTopic>map(Other::new)
        .orElseGet(Unknown::new);
  }

  /** {@code PREFIX/CAMERA/person} and the like bear the names of objects and sounds. */
  private static Optional<String> byContent(RawMessage message) {
    String word =
        message.payload().size() > LONGEST_WORD ? "" : message.payload().text().orElse("");
    if (NUMBER.matcher(word).matches()) {
      return Optional.of("object-count");
    }
    return SWITCHES.contains(word) ? Optional.of("state") : Optional.empty();
  }

  private static String prefix(List<String> levels, int end) {
    boolean twice = end % 2 == 0 && levels.subList(0, end / 2).equals(levels.subList(end / 2, end));
    return String.join("/", levels.subList(0, twice ? end / 2 : end));
  }
}
