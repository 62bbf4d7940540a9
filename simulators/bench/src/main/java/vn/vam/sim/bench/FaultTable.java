package vn.vam.sim.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What came of the faults, as people and programs read it. */
public final class FaultTable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FaultTable() {}

  public static List<String> of(FaultFigures figures) {
    List<String> lines = new ArrayList<>();
    lines.add("%-8s %7s %28s".formatted("fault", "cycles", "ready again, median and worst"));
    new TreeMap<>(figures.faults())
        .forEach(
            (kind, all) ->
                lines.add(
                    "%-8s %7d %15.1f s %10.1f s"
                        .formatted(
                            word(kind), all.count(), seconds(all.median()), seconds(all.worst()))));
    lines.add("");
    line(lines, "published", figures.published());
    line(lines, "acknowledged by the broker", figures.acknowledged());
    line(lines, "acknowledged by the hub", figures.acknowledgedByHub());
    line(lines, "stored", figures.stored());
    line(lines, "lost by the hub", figures.lost());
    line(lines, "doubled", figures.doubled());
    line(lines, "lost by the broker", figures.lostByBroker());
    line(lines, "copies recognised", figures.duplicates());
    lines.add(
        "the books %s; %d SIGKILLs of the broker; %.0f s in all"
            .formatted(
                figures.balanced() ? "balance" : "DO NOT balance",
                figures.brokerKills(),
                seconds(figures.took())));
    return lines;
  }

  private static void line(List<String> lines, String what, long count) {
    lines.add("%-28s %,12d".formatted(what, count));
  }

  private static String word(FaultPlan.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1e3;
  }

  public static void write(FaultFigures figures, Path file) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("published", figures.published());
    root.put("acknowledged", figures.acknowledged());
    root.put("acknowledged_by_hub", figures.acknowledgedByHub());
    root.put("stored", figures.stored());
    root.put("lost", figures.lost());
    root.put("doubled", figures.doubled());
    root.put("lost_by_broker", figures.lostByBroker());
    root.put("broker_kills", figures.brokerKills());
    root.put("duplicates", figures.duplicates());
    root.put("balanced", figures.balanced());
    root.put("took_s", seconds(figures.took()));
    ObjectNode faults = root.putObject("faults");
    for (Map.Entry<FaultPlan.Kind, FaultFigures.Recoveries> fault : figures.faults().entrySet()) {
      faults
          .putObject(word(fault.getKey()))
          .put("cycles", fault.getValue().count())
          .put("ready_median_s", seconds(fault.getValue().median()))
          .put("ready_worst_s", seconds(fault.getValue().worst()));
    }
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
  }
}
