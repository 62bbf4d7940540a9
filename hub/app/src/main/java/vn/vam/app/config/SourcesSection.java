package vn.vam.app.config;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vam.mqtt.paho.PahoConfig;
import vn.vam.payloads.Formats;
import vn.vam.payloads.field.FieldNames;
import vn.vam.payloads.format.TopicPattern;
import vn.vam.payloads.mapping.Mapping;

/** Reads {@code sources}. */
final class SourcesSection {
  private static final String DROPPED_TOPIC = "$SYS/broker/publish/messages/dropped";
  private static final String NOBODY = "none";
  private static final String EMBEDDED = "embedded";
  private static final Set<String> SCHEMES = Set.of("tcp", "ssl");
  private static final int RECEIVE_MAXIMUM = 4_000;
  private static final int MOST_UNACKNOWLEDGED = 32_767;

  private final Set<String> formats;
  private final Map<String, ConfigNode> filters = new HashMap<>();

  /**
   * @param formats names of the formats that are understood
   */
  SourcesSection(Set<String> formats) {
    this.formats = formats;
  }

  List<SourceConfig> read(ConfigNode sources) {
    List<SourceConfig> read = new ArrayList<>();
    for (ConfigNode node :
        sources.items(
            "sources: [ { id: native, broker: tcp://127.0.0.1:1883, format: native } ]")) {
      SourceConfig source = source(node);
      if (read.stream().anyMatch(other -> other.id().equals(source.id()))
          && node.at("id").isPresent()) {
        node.at("id")
            .complain(
                "expected an id no other source has, found '" + source.id() + "' twice",
                "id: lora");
      }
      read.add(source);
    }
    return read;
  }

  private SourceConfig source(ConfigNode node) {
    node.only(
        "id",
        "broker",
        "user",
        "password",
        "client_id",
        "filters",
        "format",
        "topic",
        "fields",
        "zone",
        "mapping",
        "events",
        "plates",
        "receive_maximum",
        "session_expiry",
        "keep_alive",
        "dropped_topic",
        "host_id",
        "reorder_timeout");
    String id = node.at("id").id("id: native");
    String clientId = node.at("client_id").optionalText("client_id: vam-hub").orElse("vam-" + id);
    return new SourceConfig(
        id,
        broker(node.at("broker")),
        node.at("user").optionalText("user: hub"),
        node.at("password").optionalSecret("password: ${file:/run/secrets/mqtt_password}"),
        clientId,
        filters(node.at("filters")),
        format(node.at("format")),
        node.maybe("topic").flatMap(SourcesSection::topic),
        fields(node.at("fields")),
        node.maybe("zone").flatMap(SourcesSection::zone),
        mapping(node),
        CamerasSection.read(node),
        node.at("receive_maximum")
            .integer(1, MOST_UNACKNOWLEDGED, RECEIVE_MAXIMUM, "receive_maximum: 4000"),
        node.at("session_expiry").duration(Duration.ofDays(7), "session_expiry: 7d"),
        node.at("keep_alive")
            .duration(
                PahoConfig.KEEP_ALIVE,
                PahoConfig.SHORTEST_KEEP_ALIVE,
                PahoConfig.LONGEST_KEEP_ALIVE,
                "keep_alive: 30s"),
        droppedTopic(node),
        HostSection.read(node, clientId));
  }

  private static Optional<String> droppedTopic(ConfigNode source) {
    String topic =
        source
            .at("dropped_topic")
            .optionalText("dropped_topic: " + DROPPED_TOPIC)
            .orElse(DROPPED_TOPIC);
    boolean embedded = source.at("broker").optionalText("").filter(EMBEDDED::equals).isPresent();
    return Optional.of(topic).filter(said -> !said.equals(NOBODY) && !embedded);
  }

  private static Optional<URI> broker(ConfigNode node) {
    String example = "broker: tcp://127.0.0.1:1883   # or: broker: embedded";
    return node.text(example).equals(EMBEDDED)
        ? Optional.empty()
        : Optional.of(node.uri(SCHEMES, example));
  }

  private List<String> filters(ConfigNode node) {
    String example = "filters: [ vam/v1/salinity/+, vam/v1/traffic/+ ]";
    List<String> read = new ArrayList<>();
    for (ConfigNode item : node.items(example)) {
      String filter = item.text("vam/v1/salinity/+");
      if (!TopicFilters.isFilter(filter)) {
        item.complain(
            "expected a topic filter: + stands for one whole level, # only at the end, found '"
                + filter
                + "'",
            "vam/v1/salinity/+");
      } else {
        complainOfOverlap(item, filter);
        filters.put(filter, item);
        read.add(filter);
      }
    }
    if (read.isEmpty()) {
      node.complain("expected at least one topic filter", example);
    }
    return read;
  }

  private void complainOfOverlap(ConfigNode item, String filter) {
    filters.forEach(
        (other, where) -> {
          if (TopicFilters.overlap(filter, other)) {
            item.complain(
                "expected a filter that shares no topic with another, but '%s' overlaps '%s' at %s: each message would arrive twice"
                    .formatted(filter, other, where.path()),
                "vam/v1/salinity/+ and vam/v1/traffic/+");
          }
        });
  }

  private String format(ConfigNode node) {
    String format = node.text("format: native");
    if (node.isPresent() && !formats.contains(format)) {
      node.complain(
          "expected one of " + String.join(", ", formats) + ", found '" + format + "'",
          "format: native");
    }
    return format;
  }

  private static Optional<TopicPattern> topic(ConfigNode node) {
    String example = "topic: vam/v1/{kind}/{device}";
    try {
      return Optional.of(TopicPattern.of(node.text(example)));
    } catch (IllegalArgumentException meaningless) {
      node.complain("expected a pattern: " + meaningless.getMessage(), example);
      return Optional.empty();
    }
  }

  private static Mapping mapping(ConfigNode source) {
    Optional<ConfigNode> mapping = source.maybe("mapping");
    String format = source.at("format").optionalText("format: flat").orElse("");
    if (mapping.isPresent()
        && Formats.find(format).filter(known -> !known.isMapped()).isPresent()) {
      mapping
          .orElseThrow()
          .complain(
              "expected no mapping: messages of the format %s have one shape".formatted(format),
              "format: flat");
    }
    return mapping.map(MappingSection::read).orElse(Mapping.NONE);
  }

  private static Optional<ZoneId> zone(ConfigNode node) {
    String example = "zone: Asia/Ho_Chi_Minh";
    try {
      return Optional.of(ZoneId.of(node.text(example)));
    } catch (DateTimeException unknown) {
      node.complain("expected a time zone", example);
      return Optional.empty();
    }
  }

  private static Map<String, String> fields(ConfigNode node) {
    String example = "do_man: salinity_gl";
    Map<String, String> fields = new HashMap<>();
    node.entries("fields: { " + example + " }")
        .forEach(
            (theirs, ours) -> {
              String name = ours.text(example);
              if (FieldNames.ours().contains(name)) {
                fields.put(theirs, name);
              } else if (ours.isPresent()) {
                ours.complain("expected one of " + String.join(", ", FieldNames.ours()), example);
              }
            });
    return fields;
  }
}
