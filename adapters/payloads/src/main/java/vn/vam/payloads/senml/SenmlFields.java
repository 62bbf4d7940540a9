package vn.vam.payloads.senml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vn.vam.core.message.RejectReason;

/**
 * The fields of one record. Reading what does not fit notes the first complaint and gives a
 * harmless stand-in.
 */
final class SenmlFields {
  /**
   * @param label of the field at fault
   */
  record Complaint(RejectReason reason, String label, String expected) {}

  private final JsonNode record;
  private Optional<Complaint> complaint = Optional.empty();

  SenmlFields(JsonNode record) {
    this.record = record;
    if (!record.isObject()) {
      bad(SenmlLabels.NAME, "expected a record: an object");
    }
    if (record.properties().stream().anyMatch(field -> field.getKey().endsWith("_"))) {
      bad("_", "expected no label that ends with _: it must be understood, and is not");
    }
  }

  Optional<Complaint> complaint() {
    return complaint;
  }

  void bad(String label, String expected) {
    complain(RejectReason.BAD_FIELD, label, expected);
  }

  void missing(String label, String expected) {
    complain(RejectReason.MISSING_FIELD, label, expected);
  }

  private void complain(RejectReason reason, String label, String expected) {
    if (complaint.isEmpty()) {
      complaint = Optional.of(new Complaint(reason, label, expected));
    }
  }

  boolean has(String label) {
    return record.has(label);
  }

  Optional<String> text(String label) {
    JsonNode said = record.path(label);
    if (!said.isMissingNode() && !said.isTextual()) {
      bad(label, "expected a text");
    }
    return Optional.ofNullable(said.textValue());
  }

  OptionalDouble number(String label) {
    JsonNode said = record.path(label);
    boolean fits = said.isNumber() && Double.isFinite(said.doubleValue());
    if (!said.isMissingNode() && !fits) {
      bad(label, "expected a number");
    }
    return fits ? OptionalDouble.of(said.doubleValue()) : OptionalDouble.empty();
  }

  Optional<Integer> version() {
    JsonNode said = record.path(SenmlLabels.VERSION);
    if (!said.isMissingNode() && !said.isIntegralNumber()) {
      bad(SenmlLabels.VERSION, "expected a whole number");
    }
    return said.isIntegralNumber() ? Optional.of(said.asInt()) : Optional.empty();
  }

  /** The one value of the record, of whichever type; {@code null} is one that says nothing. */
  Optional<JsonNode> value() {
    List<String> said = SenmlLabels.VALUES.stream().filter(record::has).toList();
    if (said.size() > 1) {
      bad(said.getLast(), "expected one of " + String.join(", ", SenmlLabels.VALUES));
    }
    return said.stream().findFirst().map(this::value);
  }

  private JsonNode value(String label) {
    JsonNode said = record.path(label);
    if (!said.isNull() && !fits(label, said)) {
      bad(label, "expected v as a number, vs as a text, vb as true or false, vd as bytes");
    }
    return said;
  }

  /** A number written as a text is taken for one, as everywhere. */
  private static boolean fits(String label, JsonNode said) {
    return switch (label) {
      case SenmlLabels.VALUE -> said.isNumber() || said.isTextual();
      case SenmlLabels.TRUTH -> said.isBoolean();
      case SenmlLabels.DATA -> said.isTextual() || said.isBinary();
      default -> said.isTextual();
    };
  }
}
