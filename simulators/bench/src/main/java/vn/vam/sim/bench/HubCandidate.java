package vn.vam.sim.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The hub, as anybody runs it: {@code vam run --config FILE}. */
final class HubCandidate implements Candidate {
  private static final Pattern BATCHES =
      Pattern.compile("(?m)^vam_log_batches_total(?:\\{\\})? ([0-9.E]+)$");
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final IngestPlan plan;
  private final int console = Ground.freePort();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

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
        Map.of(
            "VAM_JAVA_OPTS",
            plan.hubOptions() + " " + GcLog.javaOption(ground.folder),
            "VAM_BUILD",
            "no"),
        ground.folder.resolve("hub.log"));
  }

  @Override
  public GcLog.Collected collected(Ground ground) throws IOException {
    return GcLog.ofJavaIn(ground.folder);
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
    %s\
    """
        .formatted(ground.broker(), ground.database(), ground.folder, console, devices());
  }

  private String devices() {
    return IntStream.range(0, plan.devices())
        .mapToObj(i -> "  - { id: probe-%d, station: river }\n".formatted(i))
        .collect(Collectors.joining());
  }

  /** As it tells by itself: every batch of its log is forced once. */
  @Override
  public long forced() {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/metrics".formatted(console)))
              .timeout(PATIENCE)
              .build();
      Matcher batches =
          BATCHES.matcher(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
      return batches.find() ? (long) Double.parseDouble(batches.group(1)) : 0;
    } catch (IOException silent) {
      return 0;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
