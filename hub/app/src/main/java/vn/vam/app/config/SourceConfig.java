package vn.vam.app.config;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.vam.core.secret.Secret;
import vn.vam.core.station.Registry;
import vn.vam.payloads.camera.CameraSettings;
import vn.vam.payloads.format.DecoderContext;
import vn.vam.payloads.format.TopicPattern;
import vn.vam.payloads.mapping.Mapping;

/**
 * A broker's topics in one format.
 *
 * @param broker absent for the embedded one
 * @param filters each gets a connection of its own; no two of the whole configuration overlap
 * @param topic how a topic names device and kind, where not as the format usually has it
 * @param fields our name of a field, by the devices' own
 * @param zone of device times that are written without one, where not the province's
 * @param mapping where in a message our fields stand, for the formats that leave that open
 * @param cameras what is meant by the words of its cameras, and what becomes of plates
 * @param keepAlive a connection on which nothing is heard any more is noticed within one and a half
 *     of it
 * @param droppedTopic where the broker tells how many messages it dropped; absent where nobody asks
 * @param host present where the hub is a host application of Sparkplug: then all filters share one
 *     connection, and neither {@code receiveMaximum} nor {@code sessionExpiry} counts
 */
public record SourceConfig(
    String id,
    Optional<URI> broker,
    Optional<String> user,
    Optional<Secret> password,
    String clientId,
    List<String> filters,
    String format,
    Optional<TopicPattern> topic,
    Map<String, String> fields,
    Optional<ZoneId> zone,
    Mapping mapping,
    CameraSettings cameras,
    int receiveMaximum,
    Duration sessionExpiry,
    Duration keepAlive,
    Optional<String> droppedTopic,
    Optional<HostConfig> host) {
  public SourceConfig {
    filters = List.copyOf(filters);
    fields = Map.copyOf(fields);
  }

  /** How its messages are understood. */
  public DecoderContext context(Supplier<Registry> registry) {
    DecoderContext context =
        DecoderContext.of(registry).withFields(fields).withMapping(mapping).withCameras(cameras);
    context = topic.map(context::withTopic).orElse(context);
    return zone.map(context::withZone).orElse(context);
  }

  /** Whether it receives what is published on this topic. */
  public boolean receives(String topicName) {
    return filters.stream().anyMatch(filter -> TopicFilters.overlap(filter, topicName));
  }
}
