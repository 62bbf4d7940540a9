package vn.vam.sim.town;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Four sluices and what they do, as GeoJSON. Lives on one event loop. */
final class Gatehouse {
  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

  private record Gate(
      String name, double lat, double lon, String state, Instant since, String note) {}

  private final Clock clock;
  private final List<Gate> gates = new ArrayList<>();

  Gatehouse(Clock clock) {
    this.clock = clock;
    add(
        9,
        "Cống Xuân Hòa",
        10.33656,
        106.41029,
        "closed",
        "Đóng ngăn mặn; khi nước ngọt sẽ lấy gạn.");
    add(30, "Cống Vàm Giồng", 10.30214, 106.54872, "closed", "");
    add(4, "Cống Bảo Định", 10.38892, 106.34171, "open", "");
    add(52, "Cống Gò Cát", 10.36461, 106.37020, "open", "Ghe trên 10 tấn chờ nước lớn.");
  }

  private void add(int hoursAgo, String name, double lat, double lon, String state, String note) {
    Instant since = clock.instant().minus(Duration.ofHours(hoursAgo));
    gates.add(new Gate(name, lat, lon, state, since, note));
  }

  /**
   * Brings a gate into a state, as of this moment.
   *
   * @return whether there is one of that name
   */
  boolean turn(String name, String state) {
    int found = gates.stream().map(Gate::name).toList().indexOf(name);
    if (found < 0) {
      return false;
    }
    Gate gate = gates.get(found);
    gates.set(found, new Gate(name, gate.lat(), gate.lon(), state, clock.instant(), gate.note()));
    return true;
  }

  String geoJson() {
    JsonArray features = new JsonArray();
    gates.forEach(gate -> features.add(feature(gate)));
    return JsonObject.of("type", "FeatureCollection", "features", features).encode();
  }

  private static JsonObject feature(Gate gate) {
    return JsonObject.of(
        "type",
        "Feature",
        "geometry",
        JsonObject.of("type", "Point", "coordinates", JsonArray.of(gate.lon(), gate.lat())),
        "properties",
        JsonObject.of(
            "name", gate.name(),
            "state", gate.state(),
            "since", gate.since().atOffset(VIETNAM).withNano(0).toString(),
            "note", gate.note()));
  }
}
