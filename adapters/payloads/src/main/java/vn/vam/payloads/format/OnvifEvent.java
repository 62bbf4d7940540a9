package vn.vam.payloads.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.vam.core.message.Payload;
import vn.vam.core.reading.CameraPhase;
import vn.vam.payloads.field.TakenAt;
import vn.vam.payloads.personal.PersonalTexts;

/**
 * An event's body: {@code UtcTime}, {@code Source} and {@code Data}, whose values are texts, or
 * numbers and booleans with or without quotes. An event with a state is the same one until the
 * state is over; one without is over as it happens.
 */
record OnvifEvent(OnvifTopic topic, JsonNode body) {
  private static final int LONGEST_ID = 64;
  private static final int LONGEST_STEM = 47;
  private static final Set<String> YES = Set.of("true", "1");
  private static final Set<String> NO = Set.of("false", "0");

  /** Names of a state, beside those that begin with {@code Is}. */
  private static final Set<String> STATES = Set.of("state", "active", "value", "alarm");

  JsonNode data() {
    return body.path("Data");
  }

  Optional<String> rule() {
    return Sighting.text(body.path("Source").path("Rule"));
  }

  /** {@code ClassTypes} holds one or more, with blanks between. */
  Stream<String> classes() {
    return Stream.of("ClassTypes", "ClassType", "Class", "Type")
        .map(data()::path)
        .flatMap(value -> Stream.of(value.asText("").split("[\\s,]+", -1)))
        .filter(each -> !each.isEmpty());
  }

  CameraPhase phase() {
    return state().orElse(true) ? CameraPhase.NEW : CameraPhase.END;
  }

  private Optional<Boolean> state() {
    return data().properties().stream()
        .filter(property -> isState(property.getKey()))
        .flatMap(property -> truth(property.getValue()).stream())
        .findFirst();
  }

  private static boolean isState(String name) {
    return name.startsWith("Is") || STATES.contains(name.toLowerCase(Locale.ROOT));
  }

  private static Optional<Boolean> truth(JsonNode value) {
    String said = value.asText("").strip().toLowerCase(Locale.ROOT);
    return YES.contains(said)
        ? Optional.of(true)
        : NO.contains(said) ? Optional.of(false) : Optional.empty();
  }

  /**
   * The camera gives none: the event, where it was, what it was about, and if over at once when.
   */
  String id(TakenAt taken) {
    List<String> parts = new ArrayList<>();
    parts.add(topic.name());
    sources().stream().filter(source -> !PersonalTexts.isPersonal(source)).forEach(parts::add);
    Sighting.text(data().path("ObjectId"))
        .filter(object -> !PersonalTexts.isPersonal(object))
        .ifPresent(parts::add);
    if (state().isEmpty()) {
      parts.add(Long.toString(taken.at().toEpochMilli()));
    }
    return shortened(String.join("-", parts));
  }

  private List<String> sources() {
    return topic.sources().isEmpty()
        ? body.path("Source").valueStream().flatMap(value -> Sighting.text(value).stream()).toList()
        : topic.sources();
  }

  private static String shortened(String id) {
    return id.length() <= LONGEST_ID && id.chars().noneMatch(Character::isISOControl)
        ? id
        : id.substring(0, Math.min(id.length(), LONGEST_STEM)).replaceAll("\\p{Cntrl}", "")
            + "-"
            + Payload.ofText(id).fingerprint().substring(0, 16);
  }
}
