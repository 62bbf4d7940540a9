package vn.vam.sim.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The hub with a station for each breach, and two for the fan-out. */
final class AlertHub {
  /** Many hear of it; it is a warning. */
  static final String BIG = "big";

  /** Some hear of it; it is a danger. */
  static final String GRAVE = "grave";

  /** Where the others report from. */
  static final String RIVER = "river";

  private AlertHub() {}

  static RunningHub start(AlertPlan plan, Path folder, Ground ground, String messenger)
      throws IOException {
    int console = Ground.freePort();
    return new RunningHub(
        plan.launcher(),
        plan.hubOptions(),
        folder,
        console,
        yaml(plan, folder, ground, messenger, console));
  }

  static String station(int breach) {
    return "s-" + breach;
  }

  private static String yaml(
      AlertPlan plan, Path folder, Ground ground, String messenger, int console) {
    return """
    sources:
      - { id: bench, broker: "%s", client_id: vam-alerts, format: native, filters: [vam/v1/salinity/+] }
    stations:
      - { id: %s, name: River, kind: salinity }
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
            RIVER,
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
    return Form.NATIVE.devices() + lines(plan, "  - { id: %1$s-1, station: %1$s }");
  }

  private static String watched(AlertPlan plan) {
    return stations(plan).stream()
        .filter(station -> !station.equals(GRAVE))
        .collect(Collectors.joining(", "));
  }
}
