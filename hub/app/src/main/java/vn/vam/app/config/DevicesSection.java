package vn.vam.app.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.citizen.PhoneNumber;
import vn.vam.core.station.Device;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.DeviceTraits;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Station;
import vn.vam.payloads.codec.Codec;
import vn.vam.payloads.codec.Codecs;
import vn.vam.payloads.personal.PersonalTexts;

/** Reads {@code devices}. */
final class DevicesSection {
  private static final Map<String, Boolean> YES_OR_NO = Map.of("true", true, "false", false);
  private static final Map<String, Boolean> END_OR_START = Map.of("end", true, "start", false);
  private static final Map<String, Integer> BITS = Map.of("16", Short.SIZE, "32", Integer.SIZE);
  private static final Duration LONGEST_INTERVAL = Duration.ofDays(30);
  private static final int LONGEST_ADDRESS = 256;

  private final Map<String, Station> stations;
  private final Set<String> ids = new HashSet<>();
  private final Map<String, String> addresses = new HashMap<>();

  private DevicesSection(Map<String, Station> stations) {
    this.stations = stations;
  }

  static List<Device> read(ConfigNode devices, Map<String, Station> stations) {
    return new DevicesSection(stations).read(devices);
  }

  private List<Device> read(ConfigNode devices) {
    List<Device> read = new ArrayList<>();
    for (ConfigNode node :
        devices.items("devices: [ { id: xuan-hoa-1, station: xuan-hoa, kind: salinity } ]")) {
      node.only(
          "id",
          "station",
          "kind",
          "addresses",
          "codec",
          "zone",
          "sentinels",
          "every",
          "compensated",
          "mounted_at",
          "most_per_minute",
          "stamps",
          "total_bits");
      String id = node.at("id").id("id: xuan-hoa-1");
      if (!ids.add(id) && node.at("id").isPresent()) {
        node.at("id")
            .complain(
                "expected an id no other device has, found '" + id + "' twice", "id: xuan-hoa-2");
      }
      device(node, id).ifPresent(read::add);
    }
    return read;
  }

  private Optional<Device> device(ConfigNode node, String id) {
    DeviceTraits traits = traits(node, id);
    String named = node.at("station").id("station: xuan-hoa");
    Optional<Station> station = Optional.ofNullable(stations.get(named));
    if (station.isEmpty() && node.at("station").isPresent()) {
      node.at("station")
          .complain("expected the id of a station, found '" + named + "'", "station: xuan-hoa");
    }
    return station.map(
        found -> {
          Kind kind = node.at("kind").choice(StationsSection.KINDS, found.kind(), "kind: salinity");
          complainOfPersonal(node.at("id"), id, kind);
          return new Device(new DeviceId(id), found.id(), kind, traits);
        });
  }

  /** Whoever sees vehicles may be called by a plate; in a probe's id the like stands by chance. */
  private static void complainOfPersonal(ConfigNode node, String id, Kind kind) {
    if (PhoneNumber.isIn(id) || kind != Kind.SALINITY && PersonalTexts.isPersonal(id)) {
      node.complain(
          "expected an id with no telephone number and no number plate in it, since everybody reads"
              + " it; a name in topics belongs to the addresses",
          "{ id: xuan-hoa-1, addresses: [name] }");
    }
  }

  private DeviceTraits traits(ConfigNode node, String id) {
    Optional<String> codec = node.maybe("codec").map(DevicesSection::codec);
    return new DeviceTraits(
        addresses(node.at("addresses"), id),
        codec,
        node.maybe("zone").flatMap(DevicesSection::zone),
        Set.copyOf(
            node.at("sentinels").items("sentinels: [-999, 65535]").stream()
                .map(value -> value.number(-1e15, 1e15, "-999"))
                .toList()),
        node.maybe("every")
            .map(
                every ->
                    every.duration(
                        LONGEST_INTERVAL, Duration.ofSeconds(1), LONGEST_INTERVAL, "every: 15m")),
        node.maybe("compensated").map(said -> said.choice(YES_OR_NO, true, "compensated: false")),
        node.maybe("mounted_at").map(height -> height.number(-50, 50, "mounted_at: 4.2")),
        node.maybe("most_per_minute")
            .map(most -> most.integer(1, 100_000, 60, "most_per_minute: 60")),
        node.at("stamps").choice(END_OR_START, false, "stamps: end"),
        node.maybe("total_bits")
            .map(bits -> bits.choice(BITS, Integer.SIZE, "total_bits: 32"))
            .or(() -> codec.flatMap(Codecs::find).flatMap(Codec::totalBits)));
  }

  private static String codec(ConfigNode node) {
    String example = "codec: dragino-wqs-lb";
    String name = node.text(example);
    if (Codecs.find(name).isEmpty()) {
      node.complain(
          "expected one of " + String.join(", ", Codecs.names()) + ", found '" + name + "'",
          example);
    }
    return name;
  }

  private List<String> addresses(ConfigNode node, String id) {
    List<String> read = new ArrayList<>();
    for (ConfigNode item : node.items("addresses: [ plant/line-1/probe-a ]")) {
      String address = item.text("plant/line-1/probe-a");
      String other = addresses.putIfAbsent(address, id);
      if (other != null) {
        item.complain(
            "expected an address no other device has, but it is that of " + other,
            "plant/line-1/probe-b");
      } else if (address.length() > LONGEST_ADDRESS) {
        item.complain(
            "expected at most %d characters".formatted(LONGEST_ADDRESS), "plant/line-1/probe-b");
      } else if (item.isPresent()) {
        read.add(address);
      }
    }
    return read;
  }

  private static Optional<ZoneId> zone(ConfigNode node) {
    String example = "zone: Asia/Ho_Chi_Minh";
    try {
      return Optional.of(ZoneId.of(node.text(example)));
    } catch (DateTimeException unknown) {
      node.complain("expected a time zone", example);
      return Optional.empty();
    }
  }
}
