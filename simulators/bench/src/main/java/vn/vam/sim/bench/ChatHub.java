package vn.vam.sim.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The hub with some stations that citizens ask about. */
final class ChatHub {
  static final int STATIONS = 20;
  static final String APP_ID = "1001";
  static final String OA_SECRET = "bench-oa-secret";

  private ChatHub() {}

  static RunningHub start(
      ChatPlan plan, Path folder, Ground ground, String messenger, ChatOffice office)
      throws IOException {
    int console = Ground.freePort();
    return new RunningHub(
        plan.launcher(),
        plan.hubOptions(),
        folder,
        console,
        yaml(plan, folder, ground, messenger, office, console));
  }

  static String topic(int station) {
    return "vam/v1/salinity/s-%d-1".formatted(station);
  }

  private static String yaml(
      ChatPlan plan, Path folder, Ground ground, String messenger, ChatOffice office, int console) {
    return """
        sources:
          - { id: bench, broker: "%1$s", client_id: vam-chat, format: native, filters: [vam/v1/salinity/+] }
        stations:
        %2$s
        devices:
        %3$s
        store: { kind: influxdb, url: "%4$s", api: v1, database: vam }
        state: { directory: "%5$s/state" }
        rules:
          - { id: salt, watch: { quantity: salinity_gl, stations: [s-0] }, raise: { above: 0.5 }, clear: { below: 0.4 }, severity: warning, text: vi/salt }
        zalo:
          oauth_url: %6$s
          openapi_url: %6$s
          business_url: %6$s
          app_id: '%7$s'
          app_secret: bench-app-secret
          oa_secret: %8$s
          refresh_token: bench-refresh-token
          requests_per_minute: %9$d
          photo_hosts: [ '%11$s' ]
        dossier: { url: "%12$s" }
        console: { port: %10$d }
        """
        .formatted(
            ground.broker(),
            each("  - { id: s-%1$d, name: Bến %1$d, kind: salinity, river_km: %1$d }"),
            each("  - { id: s-%1$d-1, station: s-%1$d }"),
            ground.database(),
            folder,
            messenger,
            APP_ID,
            OA_SECRET,
            plan.perMinute(),
            console,
            office.host(),
            office.url());
  }

  private static String each(String line) {
    return IntStream.range(0, STATIONS).mapToObj(line::formatted).collect(Collectors.joining("\n"));
  }
}
