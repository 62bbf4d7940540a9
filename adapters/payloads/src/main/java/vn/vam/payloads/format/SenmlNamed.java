package vn.vam.payloads.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import vn.vam.core.reading.Quantity;
import vn.vam.payloads.field.Field;
import vn.vam.payloads.field.Fields;
import vn.vam.payloads.field.Label;
import vn.vam.payloads.senml.SenmlRecord;
import vn.vam.payloads.senml.SenmlUnits;

/**
 * A record, and whose and what it is.
 *
 * @param field absent where it is none of ours
 */
record SenmlNamed(SenmlRecord record, Devices.Known device, Optional<Field> field) {

  /** What it tells of us; a sum counts only where the quantity is one. */
  Optional<Fields.Found> found() {
    return field.flatMap(this::found);
  }

  private Optional<Fields.Found> found(Field known) {
    return switch (known) {
      case Field.Gauge gauge -> number(gauge.quantity()).map(value -> measured(gauge, value));
      case Label label ->
          record
              .value()
              .filter(value -> value.isTextual() && label != Label.TIME)
              .map(value -> new Fields.Found(label.word(), value, label));
    };
  }

  private Optional<JsonNode> number(Quantity quantity) {
    return record
        .value()
        .filter(value -> !value.isBoolean() && !value.isBinary())
        .or(() -> quantity == Quantity.COUNT_TOTAL ? total() : Optional.empty());
  }

  private Optional<JsonNode> total() {
    return record.sum().isPresent()
        ? Optional.of(DoubleNode.valueOf(record.sum().getAsDouble()))
        : Optional.empty();
  }

  /** A number in a unit that the quantity cannot have is unreadable. */
  private Fields.Found measured(Field.Gauge gauge, JsonNode value) {
    Optional<Field.Gauge> inUnit =
        record.unit().map(unit -> SenmlUnits.in(gauge, unit)).orElse(Optional.of(gauge));
    return new Fields.Found(
        gauge.word(), inUnit.isPresent() ? value : MissingNode.getInstance(), inUnit.orElse(gauge));
  }
}
