package vn.vam.app.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.vam.payloads.format.SparkplugFormat;
import vn.vam.payloads.sparkplug.SessionRules;
import vn.vam.payloads.sparkplug.SparkplugTopic;

/** Reads what only a source of the format sparkplug has. */
final class HostSection {
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final List<String> ITS_OWN = List.of("host_id", "reorder_timeout");
  private static final List<String> OF_OTHERS = List.of("session_expiry", "receive_maximum");
  private static final Pattern HOST_ID = Pattern.compile("[^+/#\\x00]{1,128}");
  private static final String EXAMPLE = "host_id: vam-hub";

  private HostSection() {}

  /**
   * @param usualId where none is given
   */
  static Optional<HostConfig> read(ConfigNode source, String usualId) {
    String format = source.at("format").optionalText("format: sparkplug").orElse("");
    if (!format.equals(SparkplugFormat.NAME)) {
      refuse(source, ITS_OWN, "only a source of the format sparkplug has this");
      return Optional.empty();
    }
    refuse(source, OF_OTHERS, "the broker keeps nothing for a host application of Sparkplug");
    for (ConfigNode filter : source.at("filters").items("filters: [ spBv1.0/# ]")) {
      checkFilter(filter);
    }
    return Optional.of(
        new HostConfig(
            id(source.at("host_id"), usualId),
            source
                .at("reorder_timeout")
                .duration(SessionRules.REORDER_TIMEOUT, SHORTEST, LONGEST, "reorder_timeout: 5s")));
  }

  private static void refuse(ConfigNode source, List<String> keys, String why) {
    for (String key : keys) {
      source.maybe(key).ifPresent(node -> node.complain("expected nothing: " + why, "# " + key));
    }
  }

  private static void checkFilter(ConfigNode filter) {
    if (!filter.text("spBv1.0/#").startsWith(SparkplugTopic.NAMESPACE + "/")) {
      filter.complain("expected a filter below " + SparkplugTopic.NAMESPACE + "/", "spBv1.0/#");
    }
  }

  private static String id(ConfigNode node, String usual) {
    String id = node.optionalText(EXAMPLE).orElse(usual);
    if (!HOST_ID.matcher(id).matches()) {
      node.complain("expected a name of up to 128 letters without +, / and #", EXAMPLE);
    }
    return id;
  }
}
