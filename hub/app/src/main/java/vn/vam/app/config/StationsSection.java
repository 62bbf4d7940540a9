package vn.vam.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.rule.LevelOfService;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Position;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.core.station.StationTraits;

/** Reads {@code stations}, and {@code devices} with them. */
final class StationsSection {
  private static final String EXAMPLE =
      "{ id: xuan-hoa, name: Xuân Hòa, kind: salinity, lat: 10.33656, lon: 106.41029, river_km: 42 }";
  static final Map<String, Kind> KINDS =
      Stream.of(Kind.values()).collect(Collectors.toMap(Kind::word, Function.identity()));

  private static final int LONGEST_NAME = 64;

  private StationsSection() {}

  static Registry read(ConfigNode root) {
    Map<String, Station> stations = new LinkedHashMap<>();
    for (ConfigNode node : root.at("stations").items("stations: [ " + EXAMPLE + " ]")) {
      Station station = station(node);
      if (stations.put(station.id().value(), station) != null && node.at("id").isPresent()) {
        node.at("id")
            .complain(
                "expected an id no other station has, found '" + station.id() + "' twice",
                "id: xuan-hoa-2");
      }
    }
    return new Registry(
        List.copyOf(stations.values()), DevicesSection.read(root.at("devices"), stations));
  }

  private static Station station(ConfigNode node) {
    node.only(
        "id",
        "name",
        "kind",
        "aliases",
        "lat",
        "lon",
        "river_km",
        "along",
        "admin",
        "quality",
        "pcu",
        "free_flow");
    return new Station(
        new StationId(node.at("id").id("id: xuan-hoa")),
        node.at("name").name("name: Xuân Hòa"),
        kind(node.at("kind"), Kind.SALINITY),
        node.at("aliases").items("aliases: [Xuân Hoà]").stream()
            .map(alias -> alias.name("Xuân Hoà"))
            .toList(),
        position(node),
        node.maybe("river_km").map(km -> km.number(-50, 5_000, "river_km: 42")),
        AdminSection.read(node.at("admin")),
        new StationTraits(
            QualitySection.read(node.at("quality")),
            PcuSection.read(node.at("pcu")),
            along(node.at("along")),
            freeFlow(node.at("free_flow"))));
  }

  private static Optional<String> along(ConfigNode node) {
    String example = "along: sông Tiền";
    Optional<String> along = node.optionalName(example).map(String::strip);
    if (along.filter(name -> name.length() > LONGEST_NAME).isPresent()) {
      node.complain("expected the name of a river or road of at most 64 characters", example);
    }
    return along;
  }

  private static int freeFlow(ConfigNode node) {
    int speed = node.integer(1, 200, StationTraits.USUAL_FREE_FLOW, "free_flow: 45");
    if (!LevelOfService.freeFlows().contains(speed)) {
      node.complain("expected one of " + LevelOfService.freeFlows() + " km/h", "free_flow: 45");
      return StationTraits.USUAL_FREE_FLOW;
    }
    return speed;
  }

  private static Kind kind(ConfigNode node, Kind otherwise) {
    if (!node.isPresent()) {
      node.complain("expected salinity, traffic or camera, found nothing", "kind: salinity");
    }
    return node.choice(KINDS, otherwise, "kind: salinity");
  }

  private static Optional<Position> position(ConfigNode node) {
    if (!node.at("lat").isPresent() && !node.at("lon").isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Position(
            node.at("lat").number(-90, 90, "lat: 10.33656"),
            node.at("lon").number(-180, 180, "lon: 106.41029")));
  }
}
