package vn.vam.app.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vam.app.config.WatchReader.Watch;
import vn.vam.core.rule.Condition;
import vn.vam.core.station.Device;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationId;

/** Reads how long a device may be silent: {@code 3h}, or {@code 3x} its own interval. */
final class SilenceReader {
  private static final String EXAMPLE = "silent: 3h   # or 3x, three times each device's own every";
  private static final Pattern TIMES = Pattern.compile("(\\d{1,3})x");
  private static final Duration LONGEST = Duration.ofDays(31);

  private final Registry registry;

  SilenceReader(Registry registry) {
    this.registry = registry;
  }

  Condition.Silent silent(ConfigNode node, Watch watch) {
    String text = node.optionalText(EXAMPLE).orElse("");
    Matcher times = TIMES.matcher(text);
    if (times.matches() && Integer.parseInt(times.group(1)) > 0) {
      return ofIntervals(node, watch, Integer.parseInt(times.group(1)));
    }
    Optional<Duration> span =
        Durations.parse(text)
            .filter(read -> read.compareTo(Duration.ofSeconds(1)) >= 0)
            .filter(read -> read.compareTo(LONGEST) <= 0);
    if (span.isEmpty()) {
      node.complain("expected a time span from 1s to 31d, or a number of intervals", EXAMPLE);
    }
    return new Condition.Silent(
        watch.quantity(), span.orElse(LONGEST), Optional.empty(), watch.parent());
  }

  private Condition.Silent ofIntervals(ConfigNode node, Watch watch, int times) {
    Duration longest = Duration.ZERO;
    for (StationId station : watch.stations()) {
      List<Device> devices = registry.devicesOf(station);
      for (Device device : devices) {
        Optional<Duration> every = device.traits().reportsEvery();
        Duration allowed = every.map(span -> span.multipliedBy(times)).orElse(Duration.ZERO);
        longest = allowed.compareTo(longest) > 0 ? allowed : longest;
        if (every.isEmpty()) {
          node.complain(
              "expected every device of "
                  + station
                  + " to tell its interval, "
                  + device.id()
                  + " does not",
              "devices: [ { id: " + device.id() + ", station: " + station + ", every: 15m } ]");
        }
      }
      if (devices.isEmpty()) {
        node.complain("expected a device at " + station + ", found none", EXAMPLE);
      }
    }
    return new Condition.Silent(
        watch.quantity(), longest.isZero() ? LONGEST : longest, Optional.of(times), watch.parent());
  }
}
