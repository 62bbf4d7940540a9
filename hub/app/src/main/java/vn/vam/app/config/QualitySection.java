package vn.vam.app.config;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.quality.QualityLimits;
import vn.vam.core.reading.Quantity;

/** Reads a station's {@code quality}: by what its values are judged, where not as usual. */
final class QualitySection {
  private static final String EXAMPLE =
      "salinity_gl: { range: [0, 35], spike: 3, per_hour: 3, flat_for: 24h }";
  private static final Duration LONGEST_FLAT = Duration.ofDays(365);

  private QualitySection() {}

  static Map<Quantity, QualityLimits> read(ConfigNode node) {
    Map<Quantity, QualityLimits> read = new EnumMap<>(Quantity.class);
    node.entries("quality: { " + EXAMPLE + " }")
        .forEach(
            (field, limits) ->
                Quantity.ofField(field)
                    .ifPresentOrElse(
                        quantity -> read.put(quantity, limits(limits, quantity)),
                        () -> limits.complain("expected the name of a quantity", EXAMPLE)));
    return read;
  }

  private static QualityLimits limits(ConfigNode node, Quantity quantity) {
    node.only(keys(quantity));
    Optional<List<Double>> range = node.maybe("range").flatMap(QualitySection::range);
    return new QualityLimits(
        range.map(List::getFirst),
        range.map(List::getLast),
        node.maybe("spike").map(spike -> spike.number(0, 1e9, "spike: 3")),
        node.maybe("per_hour").map(rate -> rate.number(0, 1e9, "per_hour: 3")),
        node.maybe("flat_for")
            .map(
                flat ->
                    flat.duration(
                        LONGEST_FLAT, Duration.ofMinutes(1), LONGEST_FLAT, "flat_for: 24h")));
  }

  /** Counts have no steps; of the count itself, an hour's is limited. */
  private static String[] keys(Quantity quantity) {
    if (quantity == Quantity.COUNT) {
      return new String[] {"range", "per_hour", "flat_for"};
    }
    return quantity.isCount()
        ? new String[] {"range", "flat_for"}
        : new String[] {"range", "spike", "per_hour", "flat_for"};
  }

  private static Optional<List<Double>> range(ConfigNode node) {
    String example = "range: [0, 35]";
    List<Double> bounds =
        node.items(example).stream().map(bound -> bound.number(-1e9, 1e9, example)).toList();
    if (bounds.size() != 2 || bounds.getFirst() > bounds.getLast()) {
      node.complain("expected two numbers, the lower first", example);
      return Optional.empty();
    }
    return Optional.of(bounds);
  }
}
