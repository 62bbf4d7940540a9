package vn.vam.payloads.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One point.
 *
 * @param fields at least one; integers, floats (also those that are no number), truths and texts
 * @param written as it stands in the message, with whatever was merged into it
 * @param time whole number since 1970, in a precision the line does not tell
 */
public record Line(
    String measurement,
    Map<String, String> tags,
    Map<String, JsonNode> fields,
    String written,
    Optional<JsonNode> time) {
  public Line {
    tags = Map.copyOf(tags);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
