package vn.vam.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vam.core.bus.StopTime;
import vn.vam.core.bus.Trip;
import vn.vam.feeds.Table.Row;

/** Trips that repeat every so many seconds, written out one by one. */
final class Headways {
  private static final int SHORTEST = 60;

  private Headways() {}

  static List<Trip> of(Trip pattern, List<Row> frequencies) {
    List<Trip> trips = new ArrayList<>();
    int first = pattern.halts().getFirst().departure();
    for (Row row : frequencies) {
      Optional<Integer> from = DayTime.read(row.text("start_time"));
      Optional<Integer> until = DayTime.read(row.text("end_time"));
      int every = GtfsReader.number(row.text("headway_secs")).orElse(0);
      if (from.isPresent() && until.isPresent() && every >= SHORTEST) {
        for (int start = from.get(); start < until.get(); start += every) {
          trips.add(later(pattern, start - first));
        }
      }
    }
    return trips;
  }

  private static Trip later(Trip pattern, int seconds) {
    return new Trip(
        pattern.id(),
        pattern.route(),
        pattern.service(),
        pattern.headsign(),
        pattern.halts().stream()
            .map(halt -> new StopTime(halt.stop(), halt.sequence(), halt.departure() + seconds))
            .toList());
  }
}
