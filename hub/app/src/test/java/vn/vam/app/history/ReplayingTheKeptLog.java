package vn.vam.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.log.LogEntry;
import vn.vam.core.message.Identity;
import vn.vam.core.message.IdentityKey;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointQuery;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.Sample;
import vn.vam.core.point.SeriesQuery;
import vn.vam.core.point.Stored;
import vn.vam.core.point.Summary;
import vn.vam.core.point.SummaryQuery;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;
import vn.vam.sqlite.log.KeptLog;
import vn.vam.sqlite.log.LogConfig;
import vn.vam.sqlite.log.SegmentedLog;

/** The hub may be running meanwhile: its log is open in every test but one. */
class ReplayingTheKeptLog {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  private static final DeviceId PROBE = new DeviceId("xuan-hoa-1");

  @TempDir Path folder;

  private final ListingStore store = new ListingStore();
  private final List<String> progress = new ArrayList<>();

  @Test
  void writes_the_readings_whose_time_lies_within_the_span() throws Exception {
    try (SegmentedLog log = open()) {
      log.append(List.of(measured(0), measured(10), rejected()));
      log.append(List.of(measured(20), measured(30)));

      LogReplay.Result result = replay(10, 30);

      assertThat(result).isEqualTo(new LogReplay.Result(2, 2, 0));
      assertThat(store.points).extracting(Point::time).containsExactly(at(10), at(20));
      assertThat(progress).contains("part 1 of 1 of the log is read");
    }
  }

  @Test
  void reads_all_of_a_log_that_grows_over_many_batches_and_parts() throws Exception {
    LogConfig small = LogConfig.in(directory()).withSegments(1, Duration.ofHours(1)).withBallast(0);
    try (SegmentedLog log = SegmentedLog.open(small, Clock.systemUTC())) {
      for (int i = 0; i < 20; i++) {
        log.append(List.of(measured(i)));
      }

      assertThat(replay(0, 100).written()).isEqualTo(20);
    }
  }

  @Test
  void leaves_every_byte_of_a_closed_log_as_it_is() throws Exception {
    try (SegmentedLog log = open()) {
      log.append(List.of(measured(0)));
    }
    Map<String, Integer> before = bytes();

    replay(0, 1);

    assertThat(bytes()).containsAllEntriesOf(before);
    assertThat(store.points).hasSize(1);
  }

  @Test
  void counts_what_the_store_refuses() throws Exception {
    store.refuses = true;
    try (SegmentedLog log = open()) {
      log.append(List.of(measured(0)));

      assertThat(replay(0, 1)).isEqualTo(new LogReplay.Result(1, 0, 1));
    }
  }

  @Test
  void says_where_there_is_no_log() {
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> replay(0, 1))
        .withMessageContaining(directory().toString());
  }

  private LogReplay.Result replay(int from, int to) throws InterruptedException {
    return new LogReplay(at(from), at(to)).of(new KeptLog(directory()), store, progress::add);
  }

  private SegmentedLog open() {
    return SegmentedLog.open(LogConfig.in(directory()), Clock.systemUTC());
  }

  private Path directory() {
    return folder.resolve("log");
  }

  /** A hash of each file that holds messages. */
  private Map<String, Integer> bytes() throws IOException {
    try (Stream<Path> files = Files.list(directory())) {
      return files
          .filter(file -> file.toString().endsWith(".db"))
          .collect(Collectors.toMap(Path::toString, ReplayingTheKeptLog::hash));
    }
  }

  private static int hash(Path file) {
    try {
      return Arrays.hashCode(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Instant at(int minute) {
    return NOON.plusSeconds(60L * minute);
  }

  private static LogEntry measured(int minute) {
    Reading salt =
        new Reading.Measured(
            PROBE, new StationId("xuan-hoa"), Quantity.SALINITY, 4, Quality.PASS, at(minute));
    return entry(new Outcome.Accepted(PROBE, List.of(salt), new Identity.DeviceTime(), 0));
  }

  private static LogEntry rejected() {
    return entry(
        new Outcome.Rejected(
            Optional.of(PROBE), RejectReason.BAD_FIELD, Optional.empty(), "expected a number"));
  }

  private static LogEntry entry(Outcome outcome) {
    RawMessage message =
        new RawMessage("native", "c-1", "topic", Payload.ofText("{}"), false, NOON);
    return new LogEntry(message, outcome, new IdentityKey(1, 2));
  }

  private static final class ListingStore implements PointStore {
    final List<Point> points = new ArrayList<>();
    boolean refuses;

    @Override
    public Stored write(List<Point> batch) {
      if (refuses) {
        return new Stored.Written(List.of(new Stored.Refusal(0, "field type conflict")));
      }
      points.addAll(batch);
      return new Stored.Written(List.of());
    }

    @Override
    public List<Point> points(PointQuery query) {
      throw new UnsupportedOperationException("nobody reads points here");
    }

    @Override
    public List<Summary> summaries(SummaryQuery query) {
      throw new UnsupportedOperationException("nobody sums up here");
    }

    @Override
    public List<Sample> read(SeriesQuery query) {
      throw new UnsupportedOperationException("nobody reads here");
    }

    @Override
    public void close() {}
  }
}
