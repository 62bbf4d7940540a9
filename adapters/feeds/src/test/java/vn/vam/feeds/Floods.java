package vn.vam.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What strangers send to make a reader take all memory, or never end. Each is as long as its reader
 * allows; small where it travels, large where it is taken apart.
 */
final class Floods {
  private static final String FEATURES = "{\"type\":\"FeatureCollection\",\"features\":[";
  private static final String CORNERS =
      FEATURES + "{\"properties\":{\"name\":\"x\"},\"geometry\":{\"coordinates\":[";
  private static final String NEWS = "<rss version=\"2.0\"><channel><title>t</title>";
  private static final String STOP_TIMES = "trip_id,departure_time,stop_id,stop_sequence\n";
  private static final String DEPARTURES = "route,name,headsign,stop,lat,lon,days,departures\n";
  private static final int UNPACKED = 120 << 20;

  private Floods() {}

  /** Writes for each its name, what became of it, and milliseconds, with tabs between. */
  public static void main(String[] args) throws IOException {
    PlacesReader places = new PlacesReader();
    let("features without end", places, json(FEATURES, i -> "{},"));
    let("numbers as features", places, json(FEATURES, i -> "0,"));
    let("a corner without end", places, json(CORNERS, i -> "[],"));
    let("names without end", places, json("{", i -> "\"name" + i + "\":0,"));
    let(
        "an area of 200,000 corners",
        places,
        (CORNERS + "[106.5,10.5],".repeat(200_000) + "[106.5,10.5]]}}]}").getBytes(UTF_8));

    NewsReader news = new NewsReader(Clock.systemUTC(), source());
    let("elements without end", news, xml(NEWS, i -> "<a/>", ""));
    let("items without end", news, xml(NEWS, i -> "<item/>", "</channel></rss>"));
    let("attributes without end", news, xml("<rss ", i -> "a" + i + "='' ", "/>"));
    let(
        "a title without end",
        news,
        xml(
            NEWS + "<item><link>https://t.example/</link><pubDate>2026-01-01</pubDate><title>",
            i -> "Mặn lên. ",
            "</title></item></channel></rss>"));

    GtfsReader gtfs = new GtfsReader();
    let("columns without end", gtfs, zip("stops.txt", "", i -> "column" + i + ","));
    let("commas without end", gtfs, zip("stops.txt", "", i -> ",,,,,,,,,,"));
    let("a quote without end", gtfs, zip("stops.txt", "stop_id\n\"", i -> "xxxxxxxxxx\n"));
    let("ids without end", gtfs, zip("stops.txt", "stop_id\n", i -> id(15_000, i) + "\n"));
    let("trips without end", gtfs, zip(Halts.FILE, STOP_TIMES, i -> id(240, i) + ",06:00,1,1\n"));
    let(
        "stops without end",
        gtfs,
        zip(Halts.FILE, STOP_TIMES, i -> "t,06:00," + id(240, i) + ",1\n"));

    CsvTimetableReader table = new CsvTimetableReader();
    int most = CsvTimetableReader.LARGEST;
    let("a header without end", table, text(most, "", i -> "column" + i + ",", ""));
    let(
        "departures without end",
        table,
        text(most, DEPARTURES, i -> i + ",n,h,s,10,106,Mo,-" + " 06:00".repeat(3_300) + "\n", ""));

    RealtimeReader realtime = new RealtimeReader();
    let("vehicles without end", realtime, entity(0x22, 0));
    let("updates without end", realtime, entity(0x1a, 5, 0x0a, 3, 0x0a, 1, 'x'));
    let("alerts without end", realtime, entity(0x2a, 0));
    let("groups without end", realtime, entity(0x0b));
  }

  private static void let(String name, Reader<?> reader, byte[] flood) {
    long start = System.nanoTime();
    String said;
    try {
      said = reader.read(flood) == null ? "nothing" : "read";
    } catch (Reader.Unreadable refused) {
      said = refused.getMessage();
    } catch (RuntimeException | Error drowned) {
      said = drowned.toString();
    }
    System.out.println(name + "\t" + said + "\t" + (System.nanoTime() - start) / 1_000_000);
  }

  private static NewsSource source() {
    return new NewsSource(
        new Source("news", URI.create("https://t.example/rss"), Duration.ofMinutes(1)), List.of());
  }

  private static String id(int length, int number) {
    return "x".repeat(length) + number;
  }

  private static byte[] json(String head, IntFunction<String> part) {
    return text(PlacesReader.LARGEST, head, part, "");
  }

  private static byte[] xml(String head, IntFunction<String> part, String tail) {
    return text(NewsReader.LARGEST, head, part, tail);
  }

  private static byte[] text(int most, String head, IntFunction<String> part, String tail) {
    ByteArrayOutputStream all = new ByteArrayOutputStream(most);
    all.writeBytes(head.getBytes(UTF_8));
    byte[] next = part.apply(0).getBytes(UTF_8);
    for (int i = 1; all.size() + next.length + tail.length() <= most; i++) {
      all.writeBytes(next);
      next = part.apply(i).getBytes(UTF_8);
    }
    all.writeBytes(tail.getBytes(UTF_8));
    return all.toByteArray();
  }

  private static byte[] zip(String name, String head, IntFunction<String> part) throws IOException {
    Map<String, String> files = new HashMap<>(Zip.SMALL);
    files.remove(name);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(UTF_8));
      }
      zip.putNextEntry(new ZipEntry(name));
      zip.write(head.getBytes(UTF_8));
      int written = 0;
      for (int i = 0; written < UNPACKED; i++) {
        byte[] next = part.apply(i).getBytes(UTF_8);
        written += next.length;
        zip.write(next);
      }
    }
    return bytes.toByteArray();
  }

  /** A message with a time, and one entity that is this again and again. */
  private static byte[] entity(int... part) {
    byte[] bytes = new byte[part.length];
    for (int i = 0; i < part.length; i++) {
      bytes[i] = (byte) part[i];
    }
    int times = (RealtimeReader.LARGEST - 20) / part.length;
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(new byte[] {0x0a, 6, 0x18, -128, -128, -128, -128, 6, 0x12});
    for (int length = times * part.length; length > 0; length >>>= 7) {
      all.write(length > 0x7f ? length & 0x7f | 0x80 : length);
    }
    for (int i = 0; i < times; i++) {
      all.writeBytes(bytes);
    }
    return all.toByteArray();
  }
}
