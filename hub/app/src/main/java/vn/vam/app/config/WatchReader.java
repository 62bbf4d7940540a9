package vn.vam.app.config;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationId;

/** Reads a rule's {@code watch}: of what, and where. */
final class WatchReader {
  private static final String STATIONS = "stations: [xuan-hoa, my-tho]";
  private static final String STATION = "xuan-hoa";
  private static final Map<String, Quantity> QUANTITIES =
      Stream.of(Quantity.values()).collect(Collectors.toMap(Quantity::field, Function.identity()));
  private static final Map<String, CameraEventType> EVENTS =
      Stream.of(CameraEventType.values())
          .collect(Collectors.toMap(CameraEventType::word, Function.identity()));

  private final Registry registry;

  WatchReader(Registry registry) {
    this.registry = registry;
  }

  /**
   * What a rule looks at.
   *
   * @param stations in the order of the file; at least one unless that was complained of
   * @param parent through which station their messages come, for silence alone
   * @param together how many of the stations must agree for one alert; absent where each has its
   *     own
   */
  record Watch(
      Optional<Quantity> quantity,
      Optional<CameraEventType> event,
      Set<StationId> stations,
      Optional<StationId> parent,
      Optional<Integer> together) {
    /** Where one alert of all stations is told: at the first of them. */
    Optional<StationId> place() {
      return together.flatMap(least -> stations.stream().findFirst());
    }
  }

  /**
   * @param anyMessage whether the rule waits for silence, for which any message counts
   */
  Watch read(ConfigNode watch, boolean anyMessage) {
    watch.only("quantity", "event", "stations", "together", "parent");
    Set<StationId> stations = stations(watch.at("stations"));
    Optional<CameraEventType> event =
        watch
            .maybe("event")
            .map(node -> node.choice(EVENTS, CameraEventType.FLOOD, "event: flood"));
    if (event.isPresent() && watch.at("quantity").isPresent()) {
      watch.complain("expected one of quantity and event", "watch: { event: flood, … }");
    }
    if (event.isPresent()) {
      wantOf(watch, kinds -> kinds.contains(Kind.CAMERA), "a camera stands at, for event");
    }
    if (anyMessage && watch.at("together").isPresent()) {
      watch
          .at("together")
          .complain(
              "expected nothing here: silence is each station's own", "raise: { silent: 3h }");
    }
    Optional<Quantity> quantity =
        event.isPresent() ? Optional.empty() : quantity(watch.at("quantity"), anyMessage);
    quantity.ifPresent(
        of ->
            wantOf(
                watch,
                kinds -> kinds.stream().anyMatch(kind -> Quantity.of(kind).contains(of)),
                "that tells of " + of.field()));
    return new Watch(
        quantity,
        event,
        stations,
        watch.maybe("parent").map(node -> parent(node, stations, anyMessage)),
        watch.maybe("together").map(node -> together(node, stations.size())));
  }

  /** A rule that can never fire is a mistake. */
  private void wantOf(ConfigNode watch, Predicate<Set<Kind>> able, String expected) {
    for (ConfigNode node : watch.at("stations").items(STATIONS)) {
      registry
          .station(new StationId(node.id(STATION)))
          .map(registry::kindsAt)
          .filter(able.negate())
          .ifPresent(
              kinds ->
                  node.complain(
                      "expected a station %s, found one of kind %s"
                          .formatted(
                              expected,
                              kinds.stream().map(Kind::word).collect(Collectors.joining(", "))),
                      STATION));
    }
  }

  private static Optional<Quantity> quantity(ConfigNode node, boolean anyMessage) {
    if (!node.isPresent() && anyMessage) {
      return Optional.empty();
    }
    return Optional.of(quantity(node));
  }

  static Quantity quantity(ConfigNode node) {
    if (!node.isPresent()) {
      node.complain("expected a quantity, found nothing", "quantity: salinity_gl");
    }
    return node.choice(QUANTITIES, Quantity.SALINITY, "quantity: salinity_gl");
  }

  private static int together(ConfigNode node, int stations) {
    String example = "together: all   # or any, or a number of stations";
    return switch (node.optionalText(example).orElse("")) {
      case "all" -> Math.max(1, stations);
      case "any" -> 1;
      default -> node.integer(1, Math.max(1, stations), 1, example);
    };
  }

  private Set<StationId> stations(ConfigNode node) {
    Set<StationId> stations = new LinkedHashSet<>();
    node.items(STATIONS).forEach(item -> stations.add(station(item)));
    if (stations.isEmpty()) {
      node.complain("expected at least one station", STATIONS);
    }
    return stations;
  }

  private StationId parent(ConfigNode node, Set<StationId> stations, boolean silence) {
    StationId parent = station(node);
    if (!silence || stations.contains(parent)) {
      node.complain(
          "expected another station, for a rule that waits for silence",
          "watch: { stations: [xuan-hoa], parent: my-tho }");
    }
    return parent;
  }

  StationId station(ConfigNode node) {
    StationId station = new StationId(node.id(STATION));
    if (registry.station(station).isEmpty()) {
      node.complain("expected the id of a station, found '" + station + "'", STATION);
    }
    return station;
  }
}
