package vn.vam.sim.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The hub with a station for each breach, and two for the fan-out. */
final class AlertHub implements AutoCloseable {
  /** Many hear of it; it is a warning. */
  static final String BIG = "big";

  /** Some hear of it; it is a danger. */
  static final String GRAVE = "grave";

  private static final Duration TO_BE_READY = Duration.ofMinutes(2);
  private static final int OK = 200;

  private final int console = Ground.freePort();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Child process;

  AlertHub(AlertPlan plan, Path folder, Ground ground, String messenger) throws IOException {
    Path config =
        Files.writeString(folder.resolve("hub.yaml"), yaml(plan, folder, ground, messenger));
    process =
        Child.start(
            List.of(plan.launcher().toString(), "run", "--config", config.toString()),
            Map.of("VAM_JAVA_OPTS", plan.hubOptions(), "VAM_BUILD", "no"),
            folder.resolve("hub.log"));
  }

  static String station(int breach) {
    return "s-" + breach;
  }

  private String yaml(AlertPlan plan, Path folder, Ground ground, String messenger) {
    return """
        sources:
          - { id: bench, broker: "%s", client_id: vam-alerts, format: native, filters: [vam/v1/salinity/+] }
        stations:
          - { id: river, name: River, kind: salinity }
        %s
        store: { kind: influxdb, url: "%s", api: v1, database: vam }
        state: { directory: "%s/state" }
        console: { port: %d }
        devices:
        %s
        rules:
          - { id: salt, watch: { quantity: salinity_gl, stations: [%s] }, raise: { above: 0.5 }, clear: { below: 0.4 }, severity: warning, text: vi/salt }
          - { id: danger, watch: { quantity: salinity_gl, stations: [grave] }, raise: { above: 0.5 }, clear: { below: 0.4 }, severity: danger, text: vi/salt }
        zalo:
          oauth_url: %s
          openapi_url: %s
          business_url: %s
          app_id: '1001'
          app_secret: bench-app-secret
          oa_secret: bench-oa-secret
          refresh_token: bench-refresh-token
          requests_per_minute: %d
        """
        .formatted(
            ground.broker(),
            lines(plan, "  - { id: %1$s, name: Tram %1$s, kind: salinity }"),
            ground.database(),
            folder,
            console,
            devices(plan),
            watched(plan),
            messenger,
            messenger,
            messenger,
            plan.perMinute());
  }

  private static List<String> stations(AlertPlan plan) {
    return Stream.concat(
            Stream.of(BIG, GRAVE), IntStream.range(0, plan.breaches()).mapToObj(AlertHub::station))
        .toList();
  }

  private static String lines(AlertPlan plan, String line) {
    return stations(plan).stream().map(line::formatted).collect(Collectors.joining("\n"));
  }

  private static String devices(AlertPlan plan) {
    String probes =
        IntStream.range(0, NumberedMessages.PROBES)
            .mapToObj("  - { id: probe-%d, station: river }"::formatted)
            .collect(Collectors.joining("\n"));
    return probes + "\n" + lines(plan, "  - { id: %1$s-1, station: %1$s }");
  }

  private static String watched(AlertPlan plan) {
    return stations(plan).stream()
        .filter(station -> !station.equals(GRAVE))
        .collect(Collectors.joining(", "));
  }

  void awaitReady() {
    Ground.await("the hub", this::isReady, TO_BE_READY);
  }

  private boolean isReady() {
    try {
      return http.send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + console + "/readyz"))
                      .timeout(Duration.ofSeconds(5))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode()
          == OK;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  long peakMemory() {
    return process.peakMemory();
  }

  @Override
  public void close() {
    process.close();
    http.close();
  }
}
