package vn.vam.feeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.bus.StopTime;
import vn.vam.feeds.Table.Row;

/**
 * Where trips halt, out of {@code stop_times.txt}. Half a million lines name a few trips and stops:
 * each name is kept once, and counts.
 */
final class Halts {
  static final String FILE = "stop_times.txt";

  private final int mostNames;
  private final Kept kept;
  private final Map<String, List<StopTime>> trips = new HashMap<>();
  private final Map<String, String> stops = new HashMap<>();

  /** Told of every text that stays. */
  interface Kept {
    void keep(String text) throws Reader.Unreadable;
  }

  /**
   * @param mostNames of trips, and of stops
   */
  Halts(int mostNames, Kept kept) {
    this.mostNames = mostNames;
    this.kept = kept;
  }

  /** What has no time or no number of its own is left out. */
  void take(Row row) throws Reader.Unreadable {
    String departure = row.text("departure_time");
    Optional<Integer> at = DayTime.read(departure.isEmpty() ? row.text("arrival_time") : departure);
    Optional<Integer> sequence = GtfsReader.number(row.text("stop_sequence"));
    if (at.isPresent() && sequence.isPresent()) {
      String stop = stop(row.text("stop_id"));
      trip(row.text("trip_id")).add(new StopTime(stop, sequence.get(), at.get()));
    }
  }

  List<StopTime> of(String trip) {
    return trips.getOrDefault(trip, List.of());
  }

  private List<StopTime> trip(String id) throws Reader.Unreadable {
    if (!trips.containsKey(id)) {
      fresh(id, trips.size());
    }
    return trips.computeIfAbsent(id, known -> new ArrayList<>());
  }

  private String stop(String id) throws Reader.Unreadable {
    if (!stops.containsKey(id)) {
      fresh(id, stops.size());
    }
    return stops.computeIfAbsent(id, known -> known);
  }

  private void fresh(String id, int before) throws Reader.Unreadable {
    if (before == mostNames) {
      throw new Reader.Unreadable(FILE + ": more than " + mostNames + " trips or stops");
    }
    kept.keep(id);
  }
}
