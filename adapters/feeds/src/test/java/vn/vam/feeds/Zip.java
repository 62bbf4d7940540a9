package vn.vam.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives for tests. */
final class Zip {
  /** A line from A to B, twice a day on weekdays, the second time after midnight. */
  static final Map<String, String> SMALL =
      Map.of(
          "agency.txt",
          "agency_id,agency_name,agency_url,agency_timezone\na,A,http://a.example,Asia/Ho_Chi_Minh\n",
          "stops.txt",
          "\uFEFFstop_id,stop_name,stop_lat,stop_lon\n1,\"Chợ, cũ\",10.35,106.36\n2,Bến xe,10.36,106.34\n",
          "routes.txt",
          "route_id,route_short_name,route_long_name,route_type\nr,01,Chợ – Bến xe,3\n",
          "trips.txt",
          "route_id,service_id,trip_id,trip_headsign\nr,s,early,Bến xe\nr,s,night,Bến xe\n",
          "stop_times.txt",
          "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
              + "early,6:00:00,6:00:00,1,1\nearly,6:20:00,6:20:00,2,2\n"
              + "night,24:30:00,24:30:00,1,1\nnight,24:50:00,24:50:00,2,2\n",
          "calendar.txt",
          "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
              + "s,1,1,1,1,1,0,0,20260101,20271231\n",
          "calendar_dates.txt",
          "service_id,date,exception_type\ns,20261127,2\ns,20261128,1\n");

  private Zip() {}

  static byte[] of(Map<String, String> files) {
    return of(Map.of(), files);
  }

  /**
   * @param first files that stand for those of the same name
   */
  static byte[] of(Map<String, byte[]> first, Map<String, String> files) {
    Map<String, byte[]> all = new TreeMap<>();
    files.forEach((name, text) -> all.put(name, text.getBytes(UTF_8)));
    all.putAll(first);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** Zeros that pack to a thousandth. */
  static byte[] bomb(long unpacked) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] zeros = new byte[1 << 20];
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("shapes.txt"));
      for (long written = 0; written < unpacked; written += zeros.length) {
        zip.write(zeros);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
