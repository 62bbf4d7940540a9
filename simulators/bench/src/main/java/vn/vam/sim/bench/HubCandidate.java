package vn.vam.sim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The hub, as anybody runs it: {@code vam run --config FILE}. */
final class HubCandidate implements Candidate {
  private final IngestPlan plan;

  HubCandidate(IngestPlan plan) {
    this.plan = plan;
  }

  @Override
  public String name() {
    return "vam";
  }

  @Override
  public Map<String, List<String>> sessions() {
    return Map.of("vam-bench-0", List.of("vam/v1/salinity/+"));
  }

  @Override
  public Target target() {
    return new Target("vam", "salinity", "salinity_gl");
  }

  @Override
  public Child start(Ground ground) throws IOException {
    Path config = ground.folder.resolve("hub.yaml");
    Files.writeString(config, yaml(ground));
    return Child.start(
        List.of(plan.launcher().toString(), "run", "--config", config.toString()),
        Map.of("VAM_JAVA_OPTS", plan.hubOptions(), "VAM_BUILD", "no"),
        ground.folder.resolve("hub.log"));
  }

  private String yaml(Ground ground) {
    return """
        sources:
          - { id: bench, broker: "%s", client_id: vam-bench, format: native, filters: [vam/v1/salinity/+], receive_maximum: 4000, session_expiry: 1d }
        stations: [ { id: river, name: River, kind: salinity } ]
        store: { kind: influxdb, url: "%s", api: v1, database: vam }
        state: { directory: "%s/state" }
        console: { port: %d }
        devices:
        %s"""
        .formatted(ground.broker(), ground.database(), ground.folder, Ground.freePort(), devices());
  }

  private String devices() {
    return IntStream.range(0, plan.devices())
        .mapToObj(i -> "  - { id: probe-%d, station: river }\n".formatted(i))
        .collect(Collectors.joining());
  }
}
