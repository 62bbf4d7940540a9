package vn.vam.sim.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The figures of alerts, as people and programs read them. */
public final class AlertTable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AlertTable() {}

  public static List<String> of(AlertFigures figures) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "publish of a breach to the request at the messenger, %,d msg/s beside it"
            .formatted(figures.beside()));
    if (figures.limits() > 0) {
      lines.add(
          "the water of the others rises through %,d limits of citizens' own"
              .formatted(figures.limits()));
    }
    lines.add(
        "%,d breaches, %d missed: p50 %.0f ms, p99 %.0f ms, worst %.0f ms"
            .formatted(
                figures.breaches(),
                figures.missed(),
                figures.p50Ms(),
                figures.p99Ms(),
                figures.worstMs()));
    figures.fanout().ifPresent(fanout -> add(lines, fanout));
    lines.add("memory of the hub %,d MB".formatted(figures.memoryMb()));
    return lines;
  }

  private static void add(List<String> lines, AlertFigures.Fanout fanout) {
    lines.add("");
    lines.add("one alert to %,d subscribers".formatted(fanout.subscribers()));
    lines.add(
        "%,d told, %d twice, in %.1f s; at most %,d in a minute, allowed %,d"
            .formatted(
                fanout.told(),
                fanout.twice(),
                fanout.seconds(),
                fanout.mostInAMinute(),
                fanout.allowed()));
    lines.add(
        "a graver one to %,d of them meanwhile: all told after %.1f s, %,d of the others in that time"
            .formatted(fanout.graver(), fanout.graverSeconds(), fanout.overtaken()));
  }

  public static void write(AlertFigures figures, Path file) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("breaches", figures.breaches())
        .put("missed", figures.missed())
        .put("beside_per_s", figures.beside())
        .put("limits", figures.limits())
        .put("p50_ms", figures.p50Ms())
        .put("p99_ms", figures.p99Ms())
        .put("worst_ms", figures.worstMs())
        .put("memory_mb", figures.memoryMb());
    figures
        .fanout()
        .ifPresent(
            fanout ->
                root.putObject("fanout")
                    .put("subscribers", fanout.subscribers())
                    .put("told", fanout.told())
                    .put("twice", fanout.twice())
                    .put("seconds", fanout.seconds())
                    .put("most_in_a_minute", fanout.mostInAMinute())
                    .put("allowed", fanout.allowed())
                    .put("graver", fanout.graver())
                    .put("graver_seconds", fanout.graverSeconds())
                    .put("overtaken", fanout.overtaken()));
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
  }
}
