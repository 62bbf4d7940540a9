package vn.vam.feeds;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.vam.core.bus.Route;
import vn.vam.core.bus.Service;
import vn.vam.core.bus.Stop;
import vn.vam.core.bus.StopTime;
import vn.vam.core.bus.Timetable;
import vn.vam.core.bus.Trip;
import vn.vam.core.station.Position;
import vn.vam.feeds.Table.Row;

/**
 * Reads a GTFS archive: agency, stops, routes, trips, stop_times, calendar, calendar_dates and
 * frequencies. A halt without a time of its own is left out, and so are lines that name nothing
 * known.
 */
final class GtfsReader implements Reader<Timetable> {
  static final int LARGEST = 24 << 20;
  private static final long MOST_UNPACKED = 128L << 20;
  private static final int MOST_HALTS = 500_000;
  private static final int MOST_ROWS = 40_000;
  private static final int MOST_REPEATS = 20_000;

  /** What stays of all tables; forty thousand lines of the usual kind need a tenth of it. */
  private static final int MOST_CHARACTERS = 20_000_000;

  private static final int LONGEST_NAME = 120;
  private static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Set<String> NEEDED =
      Set.of("stops.txt", "routes.txt", "trips.txt", Halts.FILE);
  private static final Set<String> TABLES =
      Set.of(
          "agency.txt",
          "stops.txt",
          "routes.txt",
          "trips.txt",
          "calendar.txt",
          "calendar_dates.txt",
          "frequencies.txt");

  /** What is read of the tables that are kept; the rest of a line is let go. */
  private static final Set<String> COLUMNS =
      Set.of(
          "agency_timezone",
          "stop_id",
          "stop_name",
          "stop_lat",
          "stop_lon",
          "route_id",
          "route_short_name",
          "route_long_name",
          "service_id",
          "trip_id",
          "trip_headsign",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "start_date",
          "end_date",
          "date",
          "exception_type",
          "start_time",
          "end_time",
          "headway_secs");

  @Override
  public Timetable read(byte[] body) throws Unreadable {
    Kept kept = new Kept();
    Map<String, List<Row>> tables = new HashMap<>();
    Halts halts = new Halts(MOST_ROWS, kept);
    Map<String, Archive.Part> parts = new HashMap<>();
    for (String name : TABLES) {
      parts.put(name, in -> tables.put(name, rows(name, in, kept)));
    }
    parts.put(Halts.FILE, in -> Table.each(Halts.FILE, in, MOST_HALTS, halts::take));
    Set<String> missing = new TreeSet<>(NEEDED);
    missing.removeAll(new Archive(MOST_UNPACKED).read(body, parts));
    if (!missing.isEmpty()) {
      throw new Unreadable("not in the archive: " + missing);
    }
    List<Stop> stops = stops(table(tables, "stops.txt"));
    List<Trip> trips = trips(table(tables, "trips.txt"), halts, table(tables, "frequencies.txt"));
    if (stops.isEmpty() && !table(tables, "stops.txt").isEmpty()) {
      throw new Unreadable("stops.txt: no stop has a stop_name, stop_lat and stop_lon");
    }
    if (trips.isEmpty() && !table(tables, "trips.txt").isEmpty()) {
      throw new Unreadable("no trip of trips.txt halts at a time of stop_times.txt");
    }
    return new Timetable(
        zone(table(tables, "agency.txt")),
        stops,
        routes(table(tables, "routes.txt")),
        services(table(tables, "calendar.txt"), table(tables, "calendar_dates.txt")),
        trips);
  }

  private static List<Row> table(Map<String, List<Row>> tables, String name) {
    return tables.getOrDefault(name, List.of());
  }

  private static List<Row> rows(String name, InputStream in, Kept kept) throws Unreadable {
    List<Row> rows = new ArrayList<>();
    Table.each(
        name,
        in,
        MOST_ROWS,
        row -> {
          Row wanted = row.only(COLUMNS);
          for (String text : wanted.values().values()) {
            kept.keep(text);
          }
          rows.add(wanted);
        });
    return rows;
  }

  /** How much stays in memory of one archive. */
  private static final class Kept implements Halts.Kept {
    private long characters;

    @Override
    public void keep(String text) throws Unreadable {
      characters += text.length();
      if (characters > MOST_CHARACTERS) {
        throw new Unreadable("more than " + MOST_CHARACTERS + " characters to be kept");
      }
    }
  }

  private static ZoneId zone(List<Row> agencies) {
    try {
      return agencies.isEmpty()
          ? USUAL_ZONE
          : ZoneId.of(agencies.getFirst().text("agency_timezone"));
    } catch (DateTimeException unknown) {
      return USUAL_ZONE;
    }
  }

  private static List<Stop> stops(List<Row> rows) {
    List<Stop> stops = new ArrayList<>();
    for (Row row : rows) {
      String name = PlainText.of(row.text("stop_name"), LONGEST_NAME);
      position(row.text("stop_lat"), row.text("stop_lon"))
          .filter(known -> !name.isEmpty())
          .ifPresent(at -> stops.add(new Stop(row.text("stop_id"), name, at)));
    }
    return stops;
  }

  static Optional<Position> position(String lat, String lon) {
    try {
      return Optional.of(new Position(Double.parseDouble(lat), Double.parseDouble(lon)));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static List<Route> routes(List<Row> rows) {
    return rows.stream()
        .map(
            row ->
                new Route(
                    row.text("route_id"),
                    PlainText.of(row.text("route_short_name"), LONGEST_NAME),
                    PlainText.of(row.text("route_long_name"), LONGEST_NAME)))
        .toList();
  }

  private static List<Service> services(List<Row> calendar, List<Row> exceptions) {
    Map<String, Set<LocalDate>> added = new HashMap<>();
    Map<String, Set<LocalDate>> removed = new HashMap<>();
    for (Row row : exceptions) {
      Map<String, Set<LocalDate>> kind = row.text("exception_type").equals("2") ? removed : added;
      date(row.text("date"))
          .ifPresent(
              day -> kind.computeIfAbsent(row.text("service_id"), id -> new HashSet<>()).add(day));
    }
    Map<String, Service> services = new HashMap<>();
    added.keySet().forEach(id -> services.put(id, byDates(id, added, removed)));
    calendar.forEach(row -> weekly(row, added, removed).ifPresent(s -> services.put(s.id(), s)));
    return List.copyOf(services.values());
  }

  /** One that runs on its added days alone. */
  private static Service byDates(
      String id, Map<String, Set<LocalDate>> added, Map<String, Set<LocalDate>> removed) {
    return new Service(
        id,
        Set.of(),
        LocalDate.MIN,
        LocalDate.MAX,
        added.getOrDefault(id, Set.of()),
        removed.getOrDefault(id, Set.of()));
  }

  private static Optional<Service> weekly(
      Row row, Map<String, Set<LocalDate>> added, Map<String, Set<LocalDate>> removed) {
    String id = row.text("service_id");
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (row.text(day.name().toLowerCase(Locale.ROOT)).equals("1")) {
        days.add(day);
      }
    }
    return date(row.text("start_date"))
        .flatMap(
            from ->
                date(row.text("end_date"))
                    .map(
                        until ->
                            new Service(
                                id,
                                days,
                                from,
                                until,
                                added.getOrDefault(id, Set.of()),
                                removed.getOrDefault(id, Set.of()))));
  }

  static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  static Optional<Integer> number(String text) {
    return text.matches("\\d{1,8}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  private static List<Trip> trips(List<Row> rows, Halts halts, List<Row> frequencies)
      throws Unreadable {
    Map<String, List<Row>> repeats = new HashMap<>();
    frequencies.forEach(
        row -> repeats.computeIfAbsent(row.text("trip_id"), id -> new ArrayList<>()).add(row));
    List<Trip> trips = new ArrayList<>();
    int repeated = 0;
    for (Row row : rows) {
      Optional<Trip> trip = trip(row, halts);
      if (trip.isPresent() && repeats.containsKey(trip.get().id())) {
        List<Trip> copies =
            Headways.of(trip.get(), repeats.getOrDefault(trip.get().id(), List.of()));
        repeated += copies.size();
        trips.addAll(copies);
      } else {
        trip.ifPresent(trips::add);
      }
      if (repeated > MOST_REPEATS) {
        throw new Unreadable("frequencies.txt: more than " + MOST_REPEATS + " trips come of it");
      }
    }
    return trips;
  }

  private static Optional<Trip> trip(Row row, Halts halts) {
    List<StopTime> own = halts.of(row.text("trip_id"));
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Trip(
                row.text("trip_id"),
                row.text("route_id"),
                row.text("service_id"),
                PlainText.of(row.text("trip_headsign"), LONGEST_NAME),
                own));
  }
}
