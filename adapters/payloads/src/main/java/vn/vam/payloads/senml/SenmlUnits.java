package vn.vam.payloads.senml;

import java.util.Map;
import java.util.Optional;
import vn.vam.core.reading.Quantity;
import vn.vam.payloads.field.Field;
import vn.vam.payloads.field.Scale;

/**
 * The units of SenML, RFC 8428, section 12.1, and RFC 8798, where they mean something else than
 * people mean who write them: {@code %} is a share from 0 to 1.
 */
public final class SenmlUnits {
  private static final Map<String, String> AS_PEOPLE_WRITE =
      Map.of("Cel", "c", "/100", "%", "%EL", "%", "/1000", "‰");

  private SenmlUnits() {}

  /** The same quantity in that unit, or nothing where it has no such unit. */
  public static Optional<Field.Gauge> in(Field.Gauge gauge, String unit) {
    return switch (unit) {
      case "%", "/" -> share(gauge.quantity());
      case "count" -> counted(gauge.quantity());
      default -> gauge.in(AS_PEOPLE_WRITE.getOrDefault(unit, unit));
    };
  }

  private static Optional<Field.Gauge> share(Quantity quantity) {
    return switch (quantity.unit()) {
      case "%" -> Optional.of(new Field.Gauge(quantity, Scale.HUNDREDFOLD));
      case "1" -> Optional.of(new Field.Gauge(quantity, Scale.AS_IS));
      default -> Optional.empty();
    };
  }

  private static Optional<Field.Gauge> counted(Quantity quantity) {
    return quantity.isCount() || quantity == Quantity.COUNT_TOTAL
        ? Optional.of(new Field.Gauge(quantity, Scale.AS_IS))
        : Optional.empty();
  }
}
