package vn.vam.sim.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Figures as people and programs read them; the others' in relation to the first. */
public final class Table {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Table() {}

  public static List<String> of(List<Figures> all) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%-16s %12s %10s %12s %8s %8s %8s %8s %8s %8s"
            .formatted(
                "",
                "msg/s",
                "CPU µs",
                "msg/s/core",
                "MB",
                "heap MB",
                "GC ms",
                "forced",
                "lost",
                "x vam"));
    for (Figures one : all) {
      lines.add(
          "%-16s %,12.0f %10.1f %,12.0f %8d %8d %,8d %,8d %8d %8.2f"
              .formatted(
                  one.name(),
                  one.perSecond(),
                  one.microsPerMessage(),
                  one.perCoreSecond(),
                  one.peakMemory(),
                  one.heap(),
                  one.paused().toMillis(),
                  one.forced(),
                  one.lost(),
                  one.perSecond() / all.getFirst().perSecond()));
    }
    lines.add(machine());
    return lines;
  }

  private static String machine() {
    return "%d × %s, Java %s, load %.1f afterwards; %d bytes of JSON, Mosquitto, QoS 1; each message of vam forced to disk before its acknowledgement"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            processor(),
            Runtime.version().feature(),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
            Backlog.message(0, Instant.EPOCH).getPayload().length);
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.replaceFirst(".*: *", ""))
          .findFirst()
          .orElse("core");
    } catch (IOException | UncheckedIOException elsewhere) {
      return "core";
    }
  }

  public static void write(List<Figures> all, Path file) throws IOException {
    ArrayNode rows = JSON.createArrayNode();
    for (Figures one : all) {
      ObjectNode row = rows.addObject();
      row.put("name", one.name());
      row.put("messages", one.messages());
      row.put("stored", one.stored());
      row.put("lost", one.lost());
      row.put("took_s", one.took().toMillis() / 1e3);
      row.put("catch_up_s", one.catchUp().toMillis() / 1e3);
      row.put("messages_per_second", one.perSecond());
      row.put("cpu_us_per_message", one.microsPerMessage());
      row.put("messages_per_core_second", one.perCoreSecond());
      row.put("peak_memory_mb", one.peakMemory());
      row.put("heap_mb", one.heap());
      row.put("gc_pauses_ms", one.paused().toMillis());
      row.put("forced_to_disk", one.forced());
    }
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(rows) + "\n");
  }
}
