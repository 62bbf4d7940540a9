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
    lines.add(
        "%-8s %7s %16s %13s %11s %6s %8s %14s"
            .formatted(
                "fault",
                "cycles",
                "ready, worst (s)",
                "acknowledged",
                "stored",
                "lost",
                "doubled",
                "broker's loss"));
    new TreeMap<>(figures.faults()).forEach((kind, all) -> lines.add(row(kind, all)));
    lines.add("");
    line(lines, "published", figures.published());
    line(lines, "acknowledged by the broker", figures.all().acknowledged());
    line(lines, "acknowledged by the hub", figures.all().acknowledgedByHub());
    line(lines, "stored", figures.all().stored());
    line(lines, "lost by the hub", figures.all().lost());
    line(lines, "doubled", figures.all().doubled());
    line(lines, "lost by the broker", figures.all().lostByBroker());
    line(lines, "copies recognised", figures.duplicates());
    lines.add(
        "the books %s; %d SIGKILLs of the broker; %.0f s in all"
            .formatted(
                figures.balanced() ? "balance" : "DO NOT balance",
                figures.brokerKills(),
                seconds(figures.took())));
    return lines;
  }

  private static String row(FaultPlan.Kind kind, FaultFigures.OfKind all) {
    Fates fates = all.fates();
    return "%-8s %7d %16s %,13d %,11d %,6d %,8d %,14d"
        .formatted(
            word(kind),
            all.count(),
            "%.1f, %.1f".formatted(seconds(all.median()), seconds(all.worst())),
            fates.acknowledgedByHub(),
            fates.stored(),
            fates.lost(),
            fates.doubled(),
            fates.lostByBroker());
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
    put(root, figures.all());
    root.put("broker_kills", figures.brokerKills());
    root.put("duplicates", figures.duplicates());
    root.put("balanced", figures.balanced());
    root.put("took_s", seconds(figures.took()));
    ObjectNode faults = root.putObject("faults");
    for (Map.Entry<FaultPlan.Kind, FaultFigures.OfKind> fault :
        new TreeMap<>(figures.faults()).entrySet()) {
      put(
          faults
              .putObject(word(fault.getKey()))
              .put("cycles", fault.getValue().count())
              .put("ready_median_s", seconds(fault.getValue().median()))
              .put("ready_worst_s", seconds(fault.getValue().worst())),
          fault.getValue().fates());
    }
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
  }

  private static void put(ObjectNode into, Fates fates) {
    into.put("acknowledged", fates.acknowledged());
    into.put("acknowledged_by_hub", fates.acknowledgedByHub());
    into.put("stored", fates.stored());
    into.put("lost", fates.lost());
    into.put("doubled", fates.doubled());
    into.put("lost_by_broker", fates.lostByBroker());
  }
}
