package vn.vam.payloads.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vam.core.message.RawMessage;

/** Reads the topic names of Frigate. */
final class FrigateTopics {
  private static final Map<String, String> OTHERS =
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

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Set<String> SWITCHES = Set.of("ON", "OFF");
  private static final int LONGEST_WORD = 16;

  private FrigateTopics() {}

  static FrigateTopic of(RawMessage message) {
    List<String> levels = List.of(message.topic().split("/", -1));
    int last = levels.size() - 1;
    String name = levels.get(last);
    return switch (name) {
      case "events", "reviews" ->
          last == 0 ? new FrigateTopic.Unknown() : new FrigateTopic.Sightings(prefix(levels, last));
      case "available" ->
          last == 0
              ? new FrigateTopic.Unknown()
              : new FrigateTopic.Availability(prefix(levels, last));
      default ->
          last > 2 && levels.get(last - 1).equals("status")
              ? new FrigateTopic.Status(prefix(levels, last - 2), levels.get(last - 2), name)
              : other(levels, message);
    };
  }

  private static FrigateTopic other(List<String> levels, RawMessage message) {
    Stream<String> ends =
        levels.subList(Math.max(1, levels.size() - 2), levels.size()).reversed().stream();
    return ends.flatMap(level -> Optional.ofNullable(OTHERS.get(level)).stream())
        .findFirst()
        .or(() -> byContent(message))
        .<FrigateTopic>map(FrigateTopic.Other::new)
        .orElseGet(FrigateTopic.Unknown::new);
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
