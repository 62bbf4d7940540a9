package vn.vam.app.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.secret.Secret;

/**
 * A broker's topics in one format.
 *
 * @param broker absent for the embedded one
 * @param filters each gets a connection of its own; no two of the whole configuration overlap
 * @param fields other names of fields, by the name of ours
 */
public record SourceConfig(
    String id,
    Optional<URI> broker,
    Optional<String> user,
    Optional<Secret> password,
    String clientId,
    List<String> filters,
    String format,
    Map<String, String> fields,
    int receiveMaximum,
    Duration sessionExpiry) {
  public SourceConfig {
    filters = List.copyOf(filters);
    fields = Map.copyOf(fields);
  }
}
