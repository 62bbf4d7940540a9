package vn.vam.payloads.sparkplug;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a node's births have announced. Each device's metrics are looked up in its own birth alone:
 * then it does not matter whether a node numbers its aliases through.
 */
final class Births {
  private record Birth(Map<String, Announced> byName, Map<Long, Announced> byAlias) {}

  private final int most;
  private final Map<String, Birth> births = new HashMap<>();

  Births(int most) {
    this.most = most;
  }

  /**
   * @param device its name, empty for the node itself
   * @return false where it is more than is remembered
   */
  boolean take(String device, List<Metric> metrics) {
    births.remove(device);
    int known = births.values().stream().mapToInt(birth -> birth.byName().size()).sum();
    if (known + metrics.size() > most || births.size() >= most) {
      return false;
    }
    Birth birth = new Birth(new HashMap<>(), new HashMap<>());
    for (Metric metric : metrics) {
      metric.name().ifPresent(name -> announce(birth, name, metric));
    }
    births.put(device, birth);
    return true;
  }

  private static void announce(Birth birth, String name, Metric metric) {
    Announced announced = new Announced(name, metric.datatype(), metric.unit());
    birth.byName().put(name, announced);
    if (metric.alias().isPresent()) {
      birth.byAlias().put(metric.alias().getAsLong(), announced);
    }
  }

  void forget(String device) {
    births.remove(device);
  }

  boolean knows(String device) {
    return births.containsKey(device);
  }

  /** Whether every metric that bears a name was announced under it. */
  boolean announcedAllNames(String device, List<Metric> metrics) {
    Birth birth = births.get(device);
    return birth != null
        && metrics.stream()
            .flatMap(metric -> metric.name().stream())
            .allMatch(birth.byName()::containsKey);
  }

  /** The metrics, each with its name; nothing where an alias is unknown. */
  Optional<List<ByteString>> resolve(String device, List<Metric> metrics) {
    Birth birth = births.get(device);
    List<ByteString> resolved = new ArrayList<>(metrics.size());
    for (Metric metric : metrics) {
      Optional<Announced> announced = birth == null ? Optional.empty() : announced(birth, metric);
      if (metric.name().isEmpty() && announced.isEmpty()) {
        return Optional.empty();
      }
      resolved.add(announced.map(it -> SelfContained.named(metric, it)).orElse(metric.bytes()));
    }
    return Optional.of(resolved);
  }

  private static Optional<Announced> announced(Birth birth, Metric metric) {
    if (metric.name().isPresent()) {
      return metric.name().map(birth.byName()::get);
    }
    return metric.alias().isPresent()
        ? Optional.ofNullable(birth.byAlias().get(metric.alias().getAsLong()))
        : Optional.empty();
  }
}
