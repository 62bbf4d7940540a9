package vn.vam.zalo.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads fields of a body by their path, and names the path when one is not as it should be. */
record Fields(JsonNode root) {
  private static final int MAX_ID = 256;
  private static final int MAX_ADDRESS = 4096;
  private static final int MAX_LIST = 100;
  private static final long LATEST_MILLIS = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

  /** Thrown while reading and turned into {@link WebhookReading.Malformed} in one place. */
  static final class Crooked extends Exception {
    private static final long serialVersionUID = 1;
    private final String field;
    private final String reason;

    Crooked(String field, String reason) {
      super(field + ": " + reason, null, false, false);
      this.field = field;
      this.reason = reason;
    }

    WebhookReading.Malformed malformed() {
      return new WebhookReading.Malformed(field, reason);
    }
  }

  JsonNode at(String path) {
    JsonNode node = root;
    for (String step : path.split("\\.")) {
      node =
          Character.isDigit(step.charAt(0)) ? node.path(Integer.parseInt(step)) : node.path(step);
    }
    return node;
  }

  String id(String path) throws Crooked {
    return optionalId(path).orElseThrow(() -> new Crooked(path, "missing or empty"));
  }

  /** Ids are strings, though some senders write them as numbers. */
  Optional<String> optionalId(String path) throws Crooked {
    JsonNode node = at(path);
    String text = node.isTextual() || node.isIntegralNumber() ? node.asText() : "";
    if (text.length() > MAX_ID) {
      throw new Crooked(path, "longer than %d characters".formatted(MAX_ID));
    }
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }

  String text(String path) throws Crooked {
    return optionalText(path).orElseThrow(() -> new Crooked(path, "missing or not a text"));
  }

  Optional<String> optionalText(String path) {
    return Optional.of(at(path)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  Instant millis(String path) throws Crooked {
    String text = id(path);
    try {
      long millis = Long.parseLong(text);
      if (millis > 0 && millis <= LATEST_MILLIS) {
        return Instant.ofEpochMilli(millis);
      }
    } catch (NumberFormatException notANumber) {
      throw new Crooked(path, "not milliseconds since 1970");
    }
    throw new Crooked(path, "not a time between 1970 and 9999");
  }

  double degrees(String path, double most) throws Crooked {
    JsonNode node = at(path);
    try {
      double degrees = node.isNumber() ? node.asDouble() : Double.parseDouble(text(path));
      if (Math.abs(degrees) <= most) {
        return degrees;
      }
    } catch (NumberFormatException notANumber) {
      throw new Crooked(path, "not a number");
    }
    throw new Crooked(path, "not between -%1$.0f and %1$.0f degrees".formatted(most));
  }

  /** Paths of a list's elements, at most a hundred. */
  List<String> each(String path) throws Crooked {
    int size = at(path).size();
    if (size > MAX_LIST) {
      throw new Crooked(path, "more than %d elements".formatted(MAX_LIST));
    }
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      paths.add(path + "." + i);
    }
    return paths;
  }

  URI address(String path) throws Crooked {
    String text = text(path);
    try {
      URI uri = new URI(text.length() <= MAX_ADDRESS ? text : "");
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (uri.getHost() != null && Set.of("http", "https").contains(scheme)) {
        return uri;
      }
    } catch (URISyntaxException notAnAddress) {
      throw new Crooked(path, "not an address");
    }
    throw new Crooked(path, "not an http or https address");
  }
}
