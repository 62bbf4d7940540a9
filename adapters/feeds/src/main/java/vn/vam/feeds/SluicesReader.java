package vn.vam.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.vam.core.sluice.Sluice;
import vn.vam.core.sluice.Sluice.State;
import vn.vam.core.sluice.Sluices;

/**
 * Reads sluices from GeoJSON: {@code name}, {@code state} ({@code open}, {@code closed}, or the
 * Vietnamese words), {@code since} (RFC 3339) and {@code note}.
 */
final class SluicesReader implements Reader<Sluices> {
  static final int LARGEST = 1 << 20;
  private static final int MOST = 500;
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_STATE = 20;
  private static final int LONGEST_NOTE = 400;
  private static final Duration CLOCKS = Duration.ofMinutes(5);

  private final Clock clock;

  SluicesReader(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Sluices read(byte[] body) throws Unreadable {
    List<Sluice> sluices = new ArrayList<>();
    JsonNode tree = GeoJson.collection(body, MOST);
    tree.path("features").forEach(feature -> sluice(feature).ifPresent(sluices::add));
    GeoJson.checkThatSomeAreOfUse(tree, sluices);
    return new Sluices(sluices);
  }

  private Optional<Sluice> sluice(JsonNode feature) {
    JsonNode properties = feature.path("properties");
    String name = GeoJson.text(properties, LONGEST_NAME, "name:vi", "name");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return GeoJson.middle(feature.path("geometry").path("coordinates"))
        .map(
            position ->
                new Sluice(
                    name,
                    position,
                    state(GeoJson.text(properties, LONGEST_STATE, "state")),
                    since(properties.path("since").asText("")),
                    GeoJson.text(properties, LONGEST_NOTE, "note")));
  }

  private static State state(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "open", "mở" -> State.OPEN;
      case "closed", "đóng" -> State.CLOSED;
      default -> State.UNKNOWN;
    };
  }

  /** What lies in the future is a plan, or a slip. */
  private Optional<Instant> since(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant())
          .filter(since -> since.isBefore(clock.instant().plus(CLOCKS)));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
