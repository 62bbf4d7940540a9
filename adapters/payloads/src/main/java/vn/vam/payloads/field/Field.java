package vn.vam.payloads.field;

import java.util.Optional;
import vn.vam.core.reading.Quantity;

/** What a name in a message stands for. */
public sealed interface Field permits Field.Gauge, Label {
  /** The name in the native form. */
  String word();

  /**
   * A number.
   *
   * @param scale what turns the device's number into the quantity's unit
   */
  record Gauge(Quantity quantity, Scale scale) implements Field {
    @Override
    public String word() {
      return quantity.field();
    }

    /** The same quantity in the unit that is written down; nothing where it has no such unit. */
    public Optional<Gauge> in(String unit) {
      return Units.find(quantity, Numbers.plain(unit)).map(found -> new Gauge(quantity, found));
    }
  }
}
