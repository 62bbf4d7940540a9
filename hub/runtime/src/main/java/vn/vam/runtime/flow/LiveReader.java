package vn.vam.runtime.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.live.RejectedShelf;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.Place;
import vn.vam.core.log.ReadingLog;
import vn.vam.core.message.Outcome;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.rule.Observation;
import vn.vam.core.station.StationId;

/**
 * Reads the log and keeps what is known right now; of several values of a station in one look only
 * the newest is told.
 */
public final class LiveReader {
  private static final int MOST_BATCHES = 64;
  private static final Duration IDLE = Duration.ofSeconds(1);

  private record Told(StationId station, Quantity quantity) {}

  private final ReadingLog readingLog;
  private final LatestReadings latest;
  private final RejectedShelf rejected;
  private final Listener listener;
  private final Lag lag;
  private Place place;

  /** Hears what is new. Called on the reader's own thread. */
  public interface Listener {
    /** A value that is now the newest. */
    void newest(Observation observation);

    void seen(Reading.CameraEvent event);
  }

  /**
   * @param place what is behind it is known already
   */
  public LiveReader(
      ReadingLog readingLog,
      LatestReadings latest,
      RejectedShelf rejected,
      Listener listener,
      Lag lag,
      Place place) {
    this.readingLog = readingLog;
    this.latest = latest;
    this.rejected = rejected;
    this.listener = listener;
    this.lag = lag;
    this.place = place;
  }

  Duration turn() {
    List<LogBatch> batches = readingLog.read(place, MOST_BATCHES);
    Map<Told, Observation> told = new LinkedHashMap<>();
    for (LogBatch batch : batches) {
      rejected.take(batch);
      batch.entries().stream()
          .flatMap(entry -> take(entry).stream())
          .forEach(seen -> told.put(new Told(seen.station(), seen.quantity()), seen));
      place = Place.of(batch.number());
    }
    told.values().forEach(listener::newest);
    lag.passed(batches);
    return batches.isEmpty() ? IDLE : Duration.ZERO;
  }

  private List<Observation> take(LogEntry entry) {
    List<Observation> seen = new ArrayList<>();
    if (entry.outcome() instanceof Outcome.Accepted accepted) {
      for (Reading reading : accepted.readings()) {
        seen.addAll(latest.take(reading));
        if (reading instanceof Reading.CameraEvent event) {
          listener.seen(event);
        }
      }
    }
    if (entry.outcome() instanceof Outcome.Ignored ignored) {
      ignored.hints().forEach(latest::take);
    }
    return seen;
  }
}
