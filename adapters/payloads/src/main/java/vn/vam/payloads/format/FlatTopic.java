package vn.vam.payloads.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a topic of a plain device says: of Tasmota ({@code tele/NAME/SENSOR}, in either order), of
 * Zigbee2MQTT ({@code zigbee2mqtt/NAME}, slashes in the name), or of any logger.
 *
 * @param devices the names the device may have, the likeliest first
 * @param field what a bare value is, where the topic tells
 */
record FlatTopic(List<String> devices, Role role, Optional<String> field) {
  /** What is published there. */
  sealed interface Role {
    record Data() implements Role {}

    record Presence() implements Role {}

    /** Settings, commands and the state of switches. */
    record Other(String word) implements Role {}
  }

  private static final Pattern SLASH = Pattern.compile("/");
  private static final String ZIGBEE = "zigbee2mqtt";
  private static final String BRIDGE = "bridge";
  private static final Set<String> TASMOTA = Set.of("tele", "stat", "cmnd");
  private static final Set<String> PRESENCES = Set.of("LWT", "availability");
  private static final Set<String> DATA = Set.of("SENSOR");
  private static final Set<String> OTHERS =
      Set.of("STATE", "RESULT", "INFO1", "INFO2", "INFO3", "UPTIME", "LOGGING", "set", "get");

  FlatTopic {
    devices = List.copyOf(devices);
  }

  /**
   * @param levels as matched by the source's topic
   */
  static FlatTopic of(Map<String, String> levels, boolean isUsual) {
    Optional<String> field = Optional.ofNullable(levels.get(TopicPattern.FIELD));
    Optional<String> device = Optional.ofNullable(levels.get(TopicPattern.DEVICE));
    String rest = levels.getOrDefault(TopicPattern.REST, "");
    String last = rest.substring(rest.lastIndexOf('/') + 1);
    Role role = role(levels.getOrDefault(TopicPattern.EVENT, last));
    return device
        .map(name -> new FlatTopic(List.of(name), role, field))
        .orElseGet(() -> new FlatTopic(names(rest, isUsual), roleIn(rest, role, isUsual), field));
  }

  private static Role role(String word) {
    if (PRESENCES.contains(word)) {
      return new Role.Presence();
    }
    return OTHERS.contains(word) ? new Role.Other(word.toLowerCase(Locale.ROOT)) : new Role.Data();
  }

  /** Zigbee2MQTT tells of itself beside its devices; the source's topic may have named its base. */
  private static Role roleIn(String rest, Role role, boolean isUsual) {
    String bridge = isUsual ? ZIGBEE + "/" + BRIDGE + "/" : BRIDGE + "/";
    return rest.startsWith(bridge) ? new Role.Other(BRIDGE) : role;
  }

  private static List<String> names(String rest, boolean isUsual) {
    List<String> levels = List.of(SLASH.split(rest, -1));
    List<String> own =
        levels.stream()
            .filter(level -> !isMark(level))
            .skip(levels.getFirst().equals(ZIGBEE) ? 1 : 0)
            .toList();
    if (own.isEmpty()) {
      return List.of();
    }
    String whole = String.join("/", own);
    boolean plain = isUsual && own.size() == levels.size();
    return plain ? List.of(own.getLast(), whole) : List.of(whole, own.getLast());
  }

  /** A level that says what is published, not by whom. */
  private static boolean isMark(String level) {
    return TASMOTA.contains(level)
        || PRESENCES.contains(level)
        || DATA.contains(level)
        || OTHERS.contains(level);
  }
}
