package vn.vam.app.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.rule.Rule;
import vn.vam.core.station.Device;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationId;

/** Reads a file of tests for rules: {@code cases}, each with series and what is expected. */
final class CasesFile {
  private static final String TIME = "2024-03-12T02:00:00+07:00";
  private static final String LINE = TIME + " raised salt-for-durian xuan-hoa 0.7";
  private static final Pattern CHANGE =
      Pattern.compile("\\S+ (raised|escalated|still|cleared) (\\S+) \\S+ -?\\d\\S*( \\S+)?");
  private static final Map<String, CameraEventType> EVENTS =
      Stream.of(CameraEventType.values())
          .collect(Collectors.toMap(CameraEventType::word, Function.identity()));
  private static final int MOST_VALUES = 100_000;

  private final Registry registry;
  private final WatchReader watches;
  private final Set<String> rules;

  CasesFile(Registry registry, List<Rule> rules) {
    this.registry = registry;
    this.watches = new WatchReader(registry);
    this.rules = rules.stream().map(rule -> rule.id().value()).collect(Collectors.toSet());
  }

  List<RuleCase> read(ConfigNode root) {
    root.only("cases");
    String example = "cases: [ { name: salt for a while, series: [ … ], expect: [ … ] } ]";
    List<RuleCase> cases = new ArrayList<>();
    root.at("cases").items(example).forEach(one -> cases.add(one(one)));
    if (cases.isEmpty()) {
      root.at("cases").complain("expected at least one case", example);
    }
    return cases;
  }

  private RuleCase one(ConfigNode node) {
    node.only("name", "series", "until", "expect");
    List<RuleCase.Series> series = new ArrayList<>();
    List<RuleCase.Sightings> sightings = new ArrayList<>();
    String example =
        "series: [ { station: xuan-hoa, quantity: salinity_gl, from: " + TIME + ", … } ]";
    for (ConfigNode item : node.at("series").items(example)) {
      if (item.at("event").isPresent()) {
        sightings.add(sightings(item));
      } else {
        series.add(series(item));
      }
    }
    return new RuleCase(
        node.at("name").text("name: salt for a while"),
        series,
        sightings,
        node.maybe("until").map(until -> time(until, "until: " + TIME)),
        node.at("expect").items("expect: [ " + LINE + " ]").stream().map(this::expected).toList());
  }

  private RuleCase.Series series(ConfigNode node) {
    node.only("station", "device", "quantity", "from", "every", "values");
    String example = "values: [0.6, 0.7, ~, 0.8]   # ~ where nothing came";
    List<ConfigNode> values = node.at("values").items(example);
    if (values.isEmpty() || values.size() > MOST_VALUES) {
      node.at("values").complain("expected 1 to " + MOST_VALUES + " values", example);
    }
    StationId station = watches.station(node.at("station"));
    return new RuleCase.Series(
        station,
        node.maybe("device").flatMap(device -> device(device, station)),
        WatchReader.quantity(node.at("quantity")),
        time(node.at("from"), "from: " + TIME),
        node.at("every").duration(Duration.ofMinutes(10), "every: 10m"),
        values.stream()
            .map(
                value ->
                    value.isPresent()
                        ? Optional.of(value.number(-1e9, 1e9, example))
                        : Optional.<Double>empty())
            .toList());
  }

  private Optional<DeviceId> device(ConfigNode node, StationId station) {
    Optional<DeviceId> device =
        registry
            .device(node.id("xuan-hoa-1"))
            .filter(found -> found.station().equals(station))
            .map(Device::id);
    if (device.isEmpty()) {
      node.complain("expected the id of a device of " + station, "device: xuan-hoa-1");
    }
    return device;
  }

  private RuleCase.Sightings sightings(ConfigNode node) {
    node.only("station", "event", "at");
    return new RuleCase.Sightings(
        watches.station(node.at("station")),
        node.at("event").choice(EVENTS, CameraEventType.FLOOD, "event: flood"),
        node.at("at").items("at: [" + TIME + "]").stream().map(item -> time(item, TIME)).toList());
  }

  private static OffsetDateTime time(ConfigNode node, String example) {
    try {
      return OffsetDateTime.parse(node.text(example));
    } catch (DateTimeException malformed) {
      node.complain("expected a time by RFC 3339 with offset", example);
      return OffsetDateTime.parse(TIME);
    }
  }

  private String expected(ConfigNode node) {
    String line = node.text(LINE);
    var words = CHANGE.matcher(line);
    if (!words.matches()) {
      node.complain(
          "expected TIME raised|escalated|still|cleared RULE STATION VALUE [DEVICES]", LINE);
    } else if (!rules.contains(words.group(2))) {
      node.complain("expected the id of a rule, found '" + words.group(2) + "'", LINE);
    }
    return line;
  }
}
