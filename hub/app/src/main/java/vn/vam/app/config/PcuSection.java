package vn.vam.app.config;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.ingest.PassengerCarUnits;
import vn.vam.core.reading.Quantity;

/** Reads a road's {@code pcu}: how much room a vehicle of each class takes, in cars. */
final class PcuSection {
  private static final String EXAMPLE = "pcu: { motorcycle: 0.3, truck: 2 }";

  private PcuSection() {}

  /** Classes that are not told weigh as usual. */
  static Optional<Map<Quantity, Double>> read(ConfigNode node) {
    if (!node.isPresent()) {
      return Optional.empty();
    }
    Map<Quantity, Double> units = new EnumMap<>(PassengerCarUnits.URBAN);
    node.entries(EXAMPLE)
        .forEach(
            (name, factor) ->
                Quantity.ofField("class_" + name)
                    .ifPresentOrElse(
                        quantity -> units.put(quantity, factor.number(0, 20, EXAMPLE)),
                        () ->
                            factor.complain(
                                "expected motorcycle, car, truck, bus or bicycle", EXAMPLE)));
    return Optional.of(units);
  }
}
