package vn.vam.core.station;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the configuration knows of one device beyond its station.
 *
 * @param addresses the names it goes by where it is not called by its id: {@code group/node/device}
 *     of Sparkplug, a friendly name of Zigbee2MQTT, {@code frigate/quay} …; compared exactly
 * @param codec by whose rules its raw bytes are read, such as {@code dragino-wqs-lb}
 * @param zone of its times that are written without one
 * @param sentinels numbers by which it says "nothing measured", such as −999 or 65535
 * @param reportsEvery how often it is expected to report; longer is a gap
 * @param compensated whether its conductivity is referred to 25 °C; as the field's name says where
 *     absent
 * @param mountedAt height of a distance sensor above the level's zero, m: level = height − distance
 * @param mostPerMinute more messages a minute than this are a flood; the hub's default where absent
 * @param endStamped whether a counter tells the end of an interval instead of its start
 * @param totalBits of a counter's running total, 16 or 32; behind their end it begins anew
 */
public record DeviceTraits(
    List<String> addresses,
    Optional<String> codec,
    Optional<ZoneId> zone,
    Set<Double> sentinels,
    Optional<Duration> reportsEvery,
    Optional<Boolean> compensated,
    Optional<Double> mountedAt,
    Optional<Integer> mostPerMinute,
    boolean endStamped,
    Optional<Integer> totalBits) {
  public static final DeviceTraits NONE =
      new DeviceTraits(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty());

  public DeviceTraits {
    addresses = List.copyOf(addresses);
    sentinels = Set.copyOf(sentinels);
  }
}
