package vn.vam.sqlite.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.ReadingLog;
import vn.vam.core.message.Identity;
import vn.vam.core.message.IdentityKey;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

class AppendingFast {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  private static final DeviceId PROBE = new DeviceId("xuan-hoa-1");
  private static final StationId STATION = new StationId("xuan-hoa");

  @TempDir Path folder;

  /**
   * Prints the figure: whatever comes before and behind it, the hub takes no more than this. The
   * bound is far below it, so that a busy machine does not fail the build.
   */
  @ParameterizedTest
  @CsvSource({"500, 400, 5_000", "50, 1_000, 1_000", "1, 1_000, 20"})
  void batches_forced_one_by_one(int messages, int batches, String atLeast) {
    try (ReadingLog log = SegmentedLog.open(LogConfig.in(folder), Clock.systemUTC())) {
      List<LogEntry> entries = IntStream.range(0, messages).mapToObj(this::entry).toList();
      long start = System.nanoTime();
      for (int i = 0; i < batches; i++) {
        log.append(entries);
      }
      double seconds = (System.nanoTime() - start) / 1e9;

      double rate = messages * batches / seconds;
      System.out.printf(
          "reading log: %,.0f messages/s, %,.0f commits/s in batches of %d%n",
          rate, batches / seconds, messages);
      assertThat(rate).isGreaterThan(Double.parseDouble(atLeast.replace("_", "")));
    }
  }

  private LogEntry entry(int number) {
    Instant at = NOON.plus(Duration.ofSeconds(number));
    String json =
        "{\"time\":\"%s\",\"salinity_gl\":4.2,\"temperature_c\":28.1,\"battery_v\":3.61}"
            .formatted(at);
    RawMessage message =
        new RawMessage(
            "native", "native-0", "vam/v1/salinity/xuan-hoa-1", Payload.ofText(json), false, at);
    List<Reading> readings =
        Stream.of(Quantity.SALINITY, Quantity.TEMPERATURE, Quantity.BATTERY)
            .<Reading>map(
                quantity -> new Reading.Measured(PROBE, STATION, quantity, 4.2, Quality.PASS, at))
            .toList();
    Identity identity = new Identity.DeviceTime();
    return new LogEntry(
        message,
        new Outcome.Accepted(PROBE, readings, identity, 0),
        IdentityKey.of(message, identity));
  }
}
