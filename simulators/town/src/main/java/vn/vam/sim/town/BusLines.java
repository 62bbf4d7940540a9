package vn.vam.sim.town;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Three lines in and around Mỹ Tho, every twenty minutes from half past four until after midnight;
 * a made-up timetable on real roads.
 */
final class BusLines {
  private static final int FIRST_MINUTE = 4 * 60 + 30;
  private static final int LAST_MINUTE = 25 * 60 + 30;
  private static final int EVERY_MINUTES = 20;
  private static final int BETWEEN_STOPS = 6;

  /** All of line 01. */
  private static final int LATE_MINUTES = 3;

  private record Stop(String id, String name, double lat, double lon) {}

  private record Line(String id, String number, String name, List<String> stops) {
    Line backwards() {
      return new Line(id, number, name, stops.reversed());
    }
  }

  private record Bus(String trip, Line line, int direction, int start) {
    int at(int halt) {
      return start + halt * BETWEEN_STOPS;
    }
  }

  private static final Map<String, Stop> STOPS =
      List.of(
              new Stop("bx", "Bến xe Mỹ Tho", 10.3625, 106.3430),
              new Stop("cho", "Chợ Mỹ Tho", 10.3527, 106.3668),
              new Stop("lh", "Công viên Lạc Hồng", 10.3493, 106.3640),
              new Stop("bv", "Bệnh viện đa khoa", 10.3591, 106.3569),
              new Stop("vt", "Chùa Vĩnh Tràng", 10.3617, 106.3745),
              new Stop("tl", "Ngã ba Trung Lương", 10.3935, 106.3446),
              new Stop("th", "Chợ Tân Hiệp", 10.4479, 106.3400),
              new Stop("cg", "Chợ Gạo", 10.3544, 106.4640),
              new Stop("vb", "Vĩnh Bình", 10.3453, 106.5753),
              new Stop("gc", "Bến xe Gò Công", 10.3637, 106.6690))
          .stream()
          .collect(
              Collectors.toMap(Stop::id, stop -> stop, (one, other) -> one, LinkedHashMap::new));

  private static final List<Line> LINES =
      List.of(
          new Line("r1", "01", "Mỹ Tho – Gò Công", List.of("bx", "bv", "cho", "cg", "vb", "gc")),
          new Line("r2", "02", "Mỹ Tho – Tân Hiệp", List.of("lh", "cho", "bx", "tl", "th")),
          new Line("r3", "03", "Vòng quanh Mỹ Tho", List.of("bx", "bv", "vt", "cho", "lh", "bx")));

  private final List<Bus> buses = buses();

  private static List<Bus> buses() {
    List<Bus> buses = new ArrayList<>();
    for (Line line : LINES) {
      for (int direction = 0; direction < 2; direction++) {
        Line way = direction == 0 ? line : line.backwards();
        for (int start = FIRST_MINUTE; start <= LAST_MINUTE; start += EVERY_MINUTES) {
          buses.add(new Bus(line.id() + "-" + direction + "-" + start, way, direction, start));
        }
      }
    }
    return buses;
  }

  /** Those that are three minutes late: all of line 01. */
  List<String> lateTrips() {
    return tripsOf("r1");
  }

  /** Those that do not run: every bus of line 03 back. */
  List<String> cancelledTrips() {
    return tripsOf("r3").stream().filter(trip -> trip.startsWith("r3-1-")).toList();
  }

  /**
   * A bus of line 01 where it is.
   *
   * @param day of its service, such as 20261127
   * @param sequence of the halt at which it stands
   */
  record Standing(String trip, String day, int sequence) {}

  /** All on their way, and in each direction the one that waits to begin. */
  List<Standing> standing(Instant now) {
    LocalDateTime here = LocalDateTime.ofInstant(now, ZoneId.of("Asia/Ho_Chi_Minh"));
    List<Standing> all = new ArrayList<>();
    for (int daysAgo : List.of(1, 0)) {
      LocalDate day = here.toLocalDate().minusDays(daysAgo);
      int minute = (int) ChronoUnit.MINUTES.between(day.atStartOfDay(), here) - LATE_MINUTES;
      for (Bus bus : buses) {
        int halt = Math.floorDiv(minute - bus.start(), BETWEEN_STOPS);
        boolean isUnderway = halt >= 0 && halt < bus.line().stops().size();
        boolean isWaiting =
            halt < 0 && (minute - bus.start() > -EVERY_MINUTES || isFirst(bus, minute));
        if (bus.line().id().equals("r1") && (isUnderway || isWaiting)) {
          all.add(
              new Standing(
                  bus.trip(), day.format(DateTimeFormatter.BASIC_ISO_DATE), Math.max(0, halt) + 1));
        }
      }
    }
    return all;
  }

  /** In the small hours the first bus of the day waits already. */
  private static boolean isFirst(Bus bus, int minute) {
    return bus.start() == FIRST_MINUTE && minute < FIRST_MINUTE;
  }

  private List<String> tripsOf(String line) {
    return buses.stream().filter(bus -> bus.line().id().equals(line)).map(Bus::trip).toList();
  }

  byte[] gtfs() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "agency.txt", agency());
      put(zip, "stops.txt", stops());
      put(zip, "routes.txt", routes());
      put(zip, "trips.txt", trips());
      put(zip, "stop_times.txt", stopTimes());
      put(zip, "calendar.txt", calendar());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** Always the same bytes for the same timetable. */
  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(text.getBytes(UTF_8));
    zip.closeEntry();
  }

  private static String agency() {
    return """
    agency_id,agency_name,agency_url,agency_timezone
    town,Xe buýt thử nghiệm,https://xebuyt.dongthap.example/,Asia/Ho_Chi_Minh
    """;
  }

  private static String calendar() {
    return """
    service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
    daily,1,1,1,1,1,1,1,20250101,20991231
    """;
  }

  private static String stops() {
    return STOPS.values().stream()
        .map(
            stop ->
                String.format(
                    Locale.ROOT,
                    "%s,\"%s\",%.4f,%.4f\n",
                    stop.id(),
                    stop.name(),
                    stop.lat(),
                    stop.lon()))
        .collect(Collectors.joining("", "stop_id,stop_name,stop_lat,stop_lon\n", ""));
  }

  private static String routes() {
    return LINES.stream()
        .map(line -> "%s,town,%s,\"%s\",3\n".formatted(line.id(), line.number(), line.name()))
        .collect(
            Collectors.joining(
                "", "route_id,agency_id,route_short_name,route_long_name,route_type\n", ""));
  }

  private String trips() {
    return buses.stream()
        .map(
            bus ->
                "%s,daily,%s,\"%s\",%d\n"
                    .formatted(bus.line().id(), bus.trip(), headsign(bus.line()), bus.direction()))
        .collect(
            Collectors.joining("", "route_id,service_id,trip_id,trip_headsign,direction_id\n", ""));
  }

  private String stopTimes() {
    StringBuilder table =
        new StringBuilder("trip_id,arrival_time,departure_time,stop_id,stop_sequence\n");
    for (Bus bus : buses) {
      for (int halt = 0; halt < bus.line().stops().size(); halt++) {
        String time = clock(bus.at(halt)) + ":00";
        table
            .append(bus.trip())
            .append(',')
            .append(time)
            .append(',')
            .append(time)
            .append(',')
            .append(bus.line().stops().get(halt))
            .append(',')
            .append(halt + 1)
            .append('\n');
      }
    }
    return table.toString();
  }

  private static String headsign(Line line) {
    return name(line.stops().getLast());
  }

  private static String name(String stop) {
    return STOPS.get(stop) == null ? stop : STOPS.get(stop).name();
  }

  private static String clock(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }

  /** The same buses, as somebody might keep them in a table. */
  String csv() {
    StringBuilder table = new StringBuilder("route,name,headsign,stop,lat,lon,days,departures\n");
    for (Line line : LINES) {
      for (Line way : List.of(line, line.backwards())) {
        for (int halt = 0; halt < way.stops().size(); halt++) {
          table.append(row(way, halt));
        }
      }
    }
    return table.toString();
  }

  private static String row(Line way, int halt) {
    Stop stop = STOPS.getOrDefault(way.stops().get(halt), new Stop("", "", 0, 0));
    String times =
        IntStream.iterate(
                FIRST_MINUTE, start -> start <= LAST_MINUTE, start -> start + EVERY_MINUTES)
            .mapToObj(start -> clock(start + halt * BETWEEN_STOPS))
            .collect(Collectors.joining(" "));
    return String.format(
        Locale.ROOT,
        "%s,\"%s\",\"%s\",\"%s\",%.4f,%.4f,Mo-Su,%s\n",
        way.number(),
        way.name(),
        headsign(way),
        stop.name(),
        stop.lat(),
        stop.lon(),
        times);
  }
}
