package vn.vam.payloads.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The shape of a topic name, such as {@code vam/v1/{kind}/{device}}: a level in braces is kept
 * under its name, {@code +} is any level, {@code #} at the end is any number of levels. Immutable.
 */
public final class TopicPattern {
  public static final String DEVICE = "device";
  public static final String KIND = "kind";
  public static final String EVENT = "event";
  public static final String FIELD = "field";

  /** What {@code #} stands for, with the slashes. */
  static final String REST = "#";

  private static final Set<String> NAMES = Set.of(DEVICE, KIND, EVENT, FIELD);
  private static final Pattern SLASH = Pattern.compile("/");

  private final String pattern;
  private final List<String> levels;
  private final boolean open;

  private TopicPattern(String pattern) {
    List<String> all = List.of(SLASH.split(pattern, -1));
    this.pattern = pattern;
    this.open = all.getLast().equals("#");
    this.levels = open ? all.subList(0, all.size() - 1) : all;
  }

  /**
   * @throws IllegalArgumentException for a pattern that means nothing; the message says what was
   *     expected
   */
  public static TopicPattern of(String pattern) {
    TopicPattern made = new TopicPattern(pattern);
    Set<String> seen = new HashSet<>();
    for (String level : made.levels) {
      boolean named = level.matches("\\{.*}");
      boolean plain = level.equals("+") || level.matches("[^+#{}\\u0000]*");
      if (!(plain || named && NAMES.contains(name(level)) && seen.add(level))) {
        throw new IllegalArgumentException(
            "a topic looks like vam/v1/{kind}/{device}: plain levels, +, {device}, {kind}, {event},"
                + " {field}, and # at the end");
      }
    }
    return made;
  }

  /** The named levels, or nothing where the topic has another shape. */
  Optional<Map<String, String>> match(String topic) {
    String[] said = topic.split("/", -1);
    if (said.length < levels.size() || said.length > levels.size() && !open) {
      return Optional.empty();
    }
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < levels.size(); i++) {
      if (!take(levels.get(i), said[i], named)) {
        return Optional.empty();
      }
    }
    if (open) {
      named.put(REST, String.join("/", List.of(said).subList(levels.size(), said.length)));
    }
    return Optional.of(named);
  }

  private static boolean take(String level, String said, Map<String, String> named) {
    if (level.startsWith("{")) {
      named.put(name(level), said);
      return true;
    }
    return level.equals("+") || level.equals(said);
  }

  private static String name(String level) {
    return level.substring(1, level.length() - 1);
  }

  boolean tellsDevice() {
    return levels.contains("{" + DEVICE + "}");
  }

  /** As an MQTT topic filter, to subscribe to. */
  public String filter() {
    return pattern.replaceAll("\\{[a-z]+}", "+");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TopicPattern same && pattern.equals(same.pattern);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
  }

  @Override
  public String toString() {
    return pattern;
  }
}
