package vn.vam.feeds;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.bus.Route;
import vn.vam.core.bus.Service;
import vn.vam.core.bus.Stop;
import vn.vam.core.bus.StopTime;
import vn.vam.core.bus.Timetable;
import vn.vam.core.bus.Trip;
import vn.vam.feeds.Table.Row;

/**
 * Reads a timetable somebody keeps by hand: a line for each stop of a line and direction, in the
 * order of the way, with the columns {@code route, name, headsign, stop, lat, lon, days,
 * departures}. The first times of all lines are the first bus, the second ones the second; {@code
 * -} where it does not halt.
 */
final class CsvTimetableReader implements Reader<Timetable> {
  static final int LARGEST = 4 << 20;
  private static final int MOST_ROWS = 20_000;
  private static final int MOST_BUSES = 20_000;
  private static final int MOST_HALTS = 200_000;
  private static final int LONGEST_NAME = 120;
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");

  /** The lines of one direction on the same days. */
  private record Way(String route, String headsign, String days) {}

  @Override
  public Timetable read(byte[] body) throws Unreadable {
    List<Row> rows = Table.read("timetable", body, MOST_ROWS);
    Map<String, Stop> stops = new LinkedHashMap<>();
    Map<String, Route> routes = new LinkedHashMap<>();
    Map<String, Service> services = new LinkedHashMap<>();
    Buses buses = new Buses();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      String where = "timetable, line " + (i + 2);
      Stop stop = stop(row, where);
      stops.putIfAbsent(stop.id(), stop);
      routes.putIfAbsent(row.text("route"), route(row));
      services.putIfAbsent(row.text("days"), service(row.text("days"), where));
      Way way = new Way(row.text("route"), row.text("headsign"), row.text("days"));
      buses.halt(way, stop, i, row.text("departures"), where);
    }
    return new Timetable(ZONE, stops.values(), routes.values(), services.values(), buses.trips());
  }

  private static Stop stop(Row row, String where) throws Unreadable {
    String name = PlainText.of(row.text("stop"), LONGEST_NAME);
    return GtfsReader.position(row.text("lat"), row.text("lon"))
        .filter(at -> !name.isEmpty())
        .map(at -> new Stop(name + " " + at.lat() + " " + at.lon(), name, at))
        .orElseThrow(() -> new Unreadable(where + ": expected stop, lat and lon"));
  }

  private static Route route(Row row) {
    return new Route(
        row.text("route"),
        PlainText.of(row.text("route"), LONGEST_NAME),
        PlainText.of(row.text("name"), LONGEST_NAME));
  }

  private static Service service(String text, String where) throws Unreadable {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String range : text.split(",", -1)) {
      String[] ends = range.strip().split("-", 2);
      int from = DAYS.indexOf(ends[0].strip());
      int until = DAYS.indexOf(ends[ends.length - 1].strip());
      if (from < 0 || until < from) {
        throw new Unreadable(where + ": expected days such as Mo-Fr or Sa,Su");
      }
      for (int day = from; day <= until; day++) {
        days.add(DayOfWeek.of(day + 1));
      }
    }
    return new Service(text, days, LocalDate.MIN, LocalDate.MAX, Set.of(), Set.of());
  }

  /** What comes of the times: the first of all lines are one bus, the second ones another. */
  private static final class Buses {
    private final Map<Way, List<List<StopTime>>> ways = new LinkedHashMap<>();
    private int buses;
    private int halts;

    void halt(Way way, Stop stop, int sequence, String departures, String where) throws Unreadable {
      List<List<StopTime>> along = ways.computeIfAbsent(way, fresh -> new ArrayList<>());
      String[] times = departures.split("\\s+", -1);
      for (int bus = 0; bus < times.length; bus++) {
        if (bus == along.size()) {
          along.add(new ArrayList<>());
          buses++;
        }
        Optional<Integer> at = DayTime.read(times[bus]);
        if (at.isPresent()) {
          along.get(bus).add(new StopTime(stop.id(), sequence, at.get()));
          halts++;
        } else if (!times[bus].equals("-")) {
          throw new Unreadable(where + ": expected departures such as 06:00 06:30 -");
        }
        if (buses > MOST_BUSES || halts > MOST_HALTS) {
          throw new Unreadable(
              where + ": more than " + MOST_BUSES + " buses or " + MOST_HALTS + " halts");
        }
      }
    }

    List<Trip> trips() {
      List<Trip> trips = new ArrayList<>();
      ways.forEach(
          (way, along) ->
              along.stream()
                  .filter(halting -> !halting.isEmpty())
                  .forEach(halting -> trips.add(trip(way, trips.size(), halting))));
      return trips;
    }

    private static Trip trip(Way way, int number, List<StopTime> halting) {
      return new Trip(
          way + " " + number,
          way.route(),
          way.days(),
          PlainText.of(way.headsign(), LONGEST_NAME),
          halting);
    }
  }
}
