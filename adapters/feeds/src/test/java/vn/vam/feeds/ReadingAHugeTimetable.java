package vn.vam.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import vn.vam.core.bus.Timetable;

/** Each in a process of its own with little memory. */
class ReadingAHugeTimetable {
  private static final int HALTS_OF_A_TRIP = 20;

  @Test
  void one_within_its_limits_is_read_in_128_MB() throws Exception {
    assertThat(read(500_000)).isEqualTo("1 stops, 20 halts");
  }

  @Test
  void one_with_millions_of_halts_is_refused_in_them() throws Exception {
    assertThat(read(5_000_000)).isEqualTo("stop_times.txt: more than 500000 lines");
  }

  private static String read(int halts) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ReadingAHugeTimetable.class.getName(), Integer.toString(halts)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return said.lines().reduce((first, last) -> last).orElse("");
  }

  /**
   * @param args how many halts
   */
  public static void main(String[] args) throws IOException {
    byte[] zip = zip(Integer.parseInt(args[0]));
    try {
      Timetable table = new GtfsReader().read(zip);
      System.out.println(
          table.stops().size()
              + " stops, "
              + table.along(table.routes().getFirst()).size()
              + " halts");
    } catch (Reader.Unreadable refused) {
      System.out.println(refused.getMessage());
    }
  }

  private static byte[] zip(int halts) throws IOException {
    Map<String, String> files = new TreeMap<>(Zip.SMALL);
    files.remove("stop_times.txt");
    StringBuilder trips = new StringBuilder("route_id,service_id,trip_id,trip_headsign\n");
    for (int trip = 0; trip < Math.min(halts / HALTS_OF_A_TRIP, 30_000); trip++) {
      trips.append("r,s,trip-").append(trip).append(",Bến xe\n");
    }
    files.put("trips.txt", trips.toString());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(UTF_8));
      }
      zip.putNextEntry(new ZipEntry("stop_times.txt"));
      zip.write("trip_id,arrival_time,departure_time,stop_id,stop_sequence\n".getBytes(UTF_8));
      for (int halt = 0; halt < halts; halt++) {
        int trip = halt / HALTS_OF_A_TRIP;
        int sequence = halt % HALTS_OF_A_TRIP;
        zip.write(
            ("trip-" + trip + ",," + "06:" + (sequence + 10) + ":00,1," + sequence + "\n")
                .getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
