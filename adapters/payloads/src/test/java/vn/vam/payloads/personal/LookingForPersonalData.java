package vn.vam.payloads.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.vam.core.message.Envelope;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;

/** A figure for one thread; only when asked for, since a busy machine proves nothing. */
@EnabledIfSystemProperty(named = "vam.bench", matches = "true")
class LookingForPersonalData {
  private static final int WARM_UP = 2_000_000;
  private static final int MEASURED = 10_000_000;
  private static final Outcome ANY = new Outcome.Ignored(Optional.empty(), "any");
  private static final RawMessage SALT =
      new RawMessage(
          "bench",
          "bench",
          "vam/v1/salinity/probe-1",
          Payload.ofText(
              "{\"time\":\"2026-03-12T11:59:00+07:00\",\"salinity_gl\":4.2,\"temperature_c\":28.1,"
                  + "\"level_m\":1.24,\"battery_v\":3.61}"),
          false,
          Instant.parse("2026-03-12T05:00:00Z"));

  @Test
  void costs_a_probes_message_less_than_a_microsecond() {
    PersonalData data = new PersonalData((message, outcome) -> false, Optional.empty());
    run(data, WARM_UP);
    long started = System.nanoTime();
    int whole = run(data, MEASURED);
    double nanos = (System.nanoTime() - started) / (double) MEASURED;
    System.out.printf("%.0f ns a message of %d bytes%n", nanos, SALT.payload().size());
    assertThat(whole).isEqualTo(MEASURED);
    assertThat(nanos).isLessThan(1_000);
  }

  private static int run(PersonalData data, int messages) {
    int whole = 0;
    for (int i = 0; i < messages; i++) {
      whole += data.redact(SALT, ANY).kept() == Envelope.Kept.WHOLE ? 1 : 0;
    }
    return whole;
  }
}
