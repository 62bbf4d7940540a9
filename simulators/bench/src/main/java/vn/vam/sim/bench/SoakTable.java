package vn.vam.sim.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What came of the outage, as people and programs read it. */
public final class SoakTable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SoakTable() {}

  public static List<String> of(SoakFigures figures) {
    return List.of(
        "database away for %d s at %,d msg/s: %,d messages waited on the hub's disk"
            .formatted(figures.away().toSeconds(), figures.perSecond(), figures.waited()),
        "caught up after %.1f s, at %,.0f msg/s"
            .formatted(figures.catchUp().toMillis() / 1e3, figures.catchUpPerSecond()),
        "%,d acknowledged by the broker, %,d stored, %,d lost; the books %s"
            .formatted(
                figures.acknowledged(),
                figures.stored(),
                figures.lost(),
                figures.balanced() ? "balance" : "DO NOT balance"),
        "memory of the hub %,d MB".formatted(figures.memoryMb()));
  }

  public static void write(SoakFigures figures, Path file) throws IOException {
    ObjectNode root =
        JSON.createObjectNode()
            .put("rate_per_s", figures.perSecond())
            .put("away_s", figures.away().toMillis() / 1e3)
            .put("waited", figures.waited())
            .put("catch_up_s", figures.catchUp().toMillis() / 1e3)
            .put("catch_up_per_s", figures.catchUpPerSecond())
            .put("acknowledged", figures.acknowledged())
            .put("stored", figures.stored())
            .put("lost", figures.lost())
            .put("balanced", figures.balanced())
            .put("memory_mb", figures.memoryMb());
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
  }
}
