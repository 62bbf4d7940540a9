package vn.vam.sim.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** A programme played on a clock of our own, and its messages read back. */
final class Played {

  static final Instant START = Instant.parse("2026-11-23T02:00:00.300Z");

  private static final ObjectMapper JSON = new ObjectMapper();

  private Played() {}

  static FleetConfig config() {
    return FleetConfig.at(URI.create("tcp://127.0.0.1:1883")).withFaultRate(0);
  }

  static List<Message> messages(FleetConfig config, Duration played) {
    return messages(new Programme(config, START), played);
  }

  /** In steps, as a clock would; a leap would be taken for a machine that slept. */
  static List<Message> messages(Programme programme, Duration played) {
    List<Message> messages = new ArrayList<>();
    for (long second = 0; second <= played.toSeconds(); second += 10) {
      messages.addAll(programme.takeUntil(START.plusSeconds(second)));
    }
    return messages;
  }

  /** In the hub's own form. */
  static List<Message> of(Kind kind, List<Message> messages) {
    return messages.stream().filter(m -> m.kind() == kind && isOwnForm(m)).toList();
  }

  private static boolean isOwnForm(Message message) {
    return message.topic().startsWith("vam/v1/");
  }

  static List<JsonNode> from(String device, List<Message> messages) {
    return messages.stream()
        .filter(message -> message.device().equals(device) && isOwnForm(message))
        .map(Played::json)
        .toList();
  }

  static JsonNode json(Message message) {
    try {
      return JSON.readTree(message.payload());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Instant time(JsonNode message) {
    return OffsetDateTime.parse(message.get("time").asText()).toInstant();
  }
}
