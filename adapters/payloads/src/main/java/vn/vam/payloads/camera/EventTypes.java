package vn.vam.payloads.camera;

import static vn.vam.core.reading.CameraEventType.INTRUSION;
import static vn.vam.core.reading.CameraEventType.LINE_CROSSED;
import static vn.vam.core.reading.CameraEventType.OFFLINE;
import static vn.vam.core.reading.CameraEventType.PERSON;
import static vn.vam.core.reading.CameraEventType.TAMPER;
import static vn.vam.core.reading.CameraEventType.VEHICLE;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vam.core.reading.CameraEventType;

/**
 * What the labels, zones, rules and topics of camera gateways mean. Sources of the standard ones:
 * the labels of the COCO set, as Frigate has them, and the topics of the ONVIF analytics and
 * imaging services. Immutable; {@link #with} extends it for a source.
 */
public final class EventTypes {
  public static final EventTypes STANDARD = new EventTypes(standard());

  /** How a name is written in the configuration. */
  public static final String GRAMMAR = "(label|zone|rule|topic):.+";

  private static final int MOST_LEVELS = 8;
  private static final Pattern NAME = Pattern.compile(GRAMMAR);

  private final Map<String, CameraEventType> types;

  private EventTypes(Map<String, CameraEventType> types) {
    this.types = Map.copyOf(types);
  }

  private static Map<String, CameraEventType> standard() {
    Map<String, CameraEventType> types = new HashMap<>();
    Stream.of("person", "human").forEach(each -> types.put("label:" + each, PERSON));
    Stream.of("car", "truck", "bus", "motorcycle", "bicycle", "vehicle", "bike")
        .forEach(each -> types.put("label:" + each, VEHICLE));
    Stream.of("linedetector/crossed").forEach(each -> types.put("topic:" + each, LINE_CROSSED));
    Stream.of("fielddetector/objectsinside", "loiteringdetector/objectisloitering")
        .forEach(each -> types.put("topic:" + each, INTRUSION));
    Stream.of("globalscenechange", "tamperdetector/tamper")
        .forEach(each -> types.put("topic:" + each, TAMPER));
    types.put("topic:signalloss", OFFLINE);
    return types;
  }

  /** Whether it looks like {@code zone:quay_water}, {@code label:boat} and so on. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * This table with a source's own names laid over it.
   *
   * @param told by names such as {@code zone:quay_water}; letter case does not count
   */
  public EventTypes with(Map<String, CameraEventType> told) {
    Map<String, CameraEventType> all = new HashMap<>(types);
    told.forEach((name, type) -> all.put(name.toLowerCase(Locale.ROOT), type));
    return new EventTypes(all);
  }

  public Optional<CameraEventType> ofLabel(String label) {
    return find("label:", label);
  }

  public Optional<CameraEventType> ofZone(String zone) {
    return find("zone:", zone);
  }

  public Optional<CameraEventType> ofRule(String rule) {
    return find("rule:", rule);
  }

  /** By the longest run of the topic's levels that has a meaning. */
  public Optional<CameraEventType> ofTopic(String topic) {
    List<String> levels = List.of(topic.split("/", MOST_LEVELS));
    for (int length = levels.size(); length > 0; length--) {
      for (int from = 0; from + length <= levels.size(); from++) {
        String run = String.join("/", levels.subList(from, from + length));
        Optional<CameraEventType> type = find("topic:", run);
        if (type.isPresent()) {
          return type;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<CameraEventType> find(String prefix, String name) {
    return Optional.ofNullable(types.get(prefix + name.toLowerCase(Locale.ROOT)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventTypes same && types.equals(same.types);
  }

  @Override
  public int hashCode() {
    return types.hashCode();
  }
}
