package vn.vam.sim.bench;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a numbered message is told: each form by probes of its own and over a source of its own. The
 * number is a conductivity in every one, so that the points themselves tell which message they come
 * from.
 */
enum Form {
  /** The hub's own. */
  NATIVE("native", "vam/v1/salinity/+", "probe-%d", "vam/v1/salinity/%s") {
    @Override
    String timeless(String probe, int number) {
      return "{\"ec25_us_cm\":%d}".formatted(number);
    }

    @Override
    String timed(String probe, int number, Instant time) {
      return "{\"time\":\"%s\",\"ec25_us_cm\":%d}".formatted(time, number);
    }
  },
  /** LoRaWAN behind ChirpStack, which names each uplink. */
  CHIRPSTACK(
      "chirpstack",
      "application/+/device/+/event/up",
      "0101%012x",
      "application/bench/device/%s/event/up") {
    @Override
    String timeless(String probe, int number) {
      return "{%s}".formatted(uplink(probe, number));
    }

    @Override
    String timed(String probe, int number, Instant time) {
      return "{\"time\":\"%s\",%s}".formatted(time, uplink(probe, number));
    }

    private String uplink(String probe, int number) {
      return "\"deduplicationId\":\"%s\",\"deviceInfo\":{\"devEui\":\"%s\"},\"fPort\":2,\"object\":{\"ec25_us_cm\":%d}"
          .formatted(new UUID(0, number), probe, number);
    }
  },
  /** SenML, RFC 8428; time in seconds with a fraction. */
  SENML("senml-json", "packs/+", "pack-%d", "packs/%s") {
    @Override
    String timeless(String probe, int number) {
      return "[{\"bn\":\"%s:\",\"n\":\"ec25_us_cm\",\"v\":%d}]".formatted(probe, number);
    }

    @Override
    String timed(String probe, int number, Instant time) {
      return "[{\"bn\":\"%s:\",\"bt\":%d.%03d,\"n\":\"ec25_us_cm\",\"v\":%d}]"
          .formatted(probe, time.getEpochSecond(), time.toEpochMilli() % MILLIS_OF_SECOND, number);
    }
  },
  /** InfluxDB's line protocol; time in nanoseconds. */
  LINES("line-protocol", "lines/+", "line-%d", "lines/%s") {
    @Override
    String timeless(String probe, int number) {
      return "s,device=%s ec25_us_cm=%d".formatted(probe, number);
    }

    @Override
    String timed(String probe, int number, Instant time) {
      return timeless(probe, number) + " " + time.toEpochMilli() * NANOS_OF_MILLI;
    }
  },
  /** SenML to the broker within the hub. */
  EMBEDDED("senml-json", "quays/+", "quay-%d", "quays/%s") {
    @Override
    String timeless(String probe, int number) {
      return SENML.timeless(probe, number);
    }

    @Override
    String timed(String probe, int number, Instant time) {
      return SENML.timed(probe, number, time);
    }
  };

  /** So many that also in a burst no two of one probe arrive in one millisecond. */
  static final int PROBES = 2_000;

  private static final int MILLIS_OF_SECOND = 1_000;
  private static final long NANOS_OF_MILLI = 1_000_000;

  private final String format;
  private final String filter;
  private final String probes;
  private final String topics;

  Form(String format, String filter, String probes, String topics) {
    this.format = format;
    this.filter = filter;
    this.probes = probes;
    this.topics = topics;
  }

  /** Without a time of its own. */
  abstract String timeless(String probe, int number);

  abstract String timed(String probe, int number, Instant time);

  String probe(int number) {
    return probes.formatted(number % PROBES);
  }

  String topic(int number) {
    return topics.formatted(probe(number));
  }

  /** A line for the hub's {@code sources}. */
  String source(String broker) {
    return """
      - { id: %1$s, broker: "%2$s", client_id: vam-faults-%1$s, format: %3$s, filters: [ "%4$s" ], keep_alive: 2s, session_expiry: 1d }
    """
        .formatted(name().toLowerCase(Locale.ROOT), broker, format, filter);
  }

  /** Lines for the hub's {@code devices}. */
  String devices() {
    return IntStream.range(0, PROBES)
        .mapToObj(number -> "  - { id: '%s', station: river }\n".formatted(probe(number)))
        .collect(Collectors.joining());
  }
}
