package vn.vam.payloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.payloads.format.DecoderContext;

/** A figure for one thread; only when asked for, since a busy machine proves nothing. */
@EnabledIfSystemProperty(named = "vam.bench", matches = "true")
class DecodingInBulk {
  private static final int WARM_UP = 400_000;
  private static final int MEASURED = 1_000_000;
  private static final List<RawMessage> SAMPLES =
      IntStream.range(0, 60).mapToObj(DecodingInBulk::sample).toList();

  @Test
  void reaches_a_hundred_thousand_messages_a_second() {
    Decoder decoder = Formats.of("native", DecoderContext.withoutConfig());
    run(decoder, WARM_UP);
    long started = System.nanoTime();
    int accepted = run(decoder, MEASURED);
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    System.out.printf("%d messages/s%n", MEASURED * 1_000L / took.toMillis());
    assertThat(accepted).isEqualTo(MEASURED);
    assertThat(took).isLessThan(Duration.ofSeconds(10));
  }

  private static int run(Decoder decoder, int messages) {
    int accepted = 0;
    for (int i = 0; i < messages; i++) {
      accepted +=
          decoder.decode(SAMPLES.get(i % SAMPLES.size())) instanceof Outcome.Accepted ? 1 : 0;
    }
    return accepted;
  }

  private static RawMessage sample(int number) {
    String payload =
        "{\"time\":\"2026-03-12T11:59:%02d+07:00\",\"salinity_gl\":%d.2,\"temperature_c\":28.1}"
            .formatted(number, number % 9);
    return new RawMessage(
        "bench",
        "bench",
        "vam/v1/salinity/probe-" + number,
        Payload.ofText(payload),
        false,
        Instant.parse("2026-03-12T05:00:00Z"));
  }
}
