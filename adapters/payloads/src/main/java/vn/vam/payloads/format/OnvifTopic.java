package vn.vam.payloads.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The topic name of an event as ONVIF cameras publish it: {@code PREFIX/onvif-ej/TOPIC/&SOURCE}
 * (ONVIF Core Specification, "Event broker").
 *
 * @param prefix the device's own
 * @param local the event's topic without namespaces, such as {@code
 *     RuleEngine/LineDetector/Crossed}
 * @param sources the values that tell where in the device, in their order; may be empty
 */
record OnvifTopic(String prefix, String local, List<String> sources) {
  private static final String EVENTS = "onvif-ej";
  private static final String METADATA = "onvif-mj";

  static boolean isMetadata(String topic) {
    return List.of(topic.split("/", -1)).contains(METADATA);
  }

  static Optional<OnvifTopic> of(String topic) {
    List<String> levels = List.of(topic.split("/", -1));
    int mark = levels.indexOf(EVENTS);
    if (mark < 1 || mark == levels.size() - 1) {
      return Optional.empty();
    }
    List<String> behind = levels.subList(mark + 1, levels.size());
    int sources = firstSource(behind);
    String local =
        behind.subList(0, sources).stream()
            .map(level -> level.substring(level.indexOf(':') + 1))
            .collect(Collectors.joining("/"));
    return Optional.of(
        new OnvifTopic(
            String.join("/", levels.subList(0, mark)),
            local,
            behind.subList(sources, behind.size()).stream()
                .map(level -> level.startsWith("&") ? level.substring(1) : level)
                .toList()));
  }

  private static int firstSource(List<String> levels) {
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).startsWith("&")) {
        return i;
      }
    }
    return levels.size();
  }

  /** The last level of the event's topic. */
  String name() {
    return local.substring(local.lastIndexOf('/') + 1);
  }
}
