package vn.vam.payloads.homie;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vam.core.message.Payload;

/**
 * What a device's description says of one property.
 *
 * @param unit as written there; absent where there is none, also where the number is a plain count
 * @param format the least and the most its values can be, {@code 0:50}, either of which may be left
 *     out, and perhaps a step behind; absent where there is neither
 */
public record Described(Optional<String> datatype, Optional<String> unit, Optional<String> format) {
  /** So many bytes of a value are text of a number or of another short thing. */
  static final int LONGEST_VALUE = 1_024;

  /** Nothing in a payload of a device's own begins so. */
  private static final String OPENING = "{\"$described\":";

  private static final String DATATYPE = "datatype";
  private static final String UNIT = "unit";
  private static final String FORMAT = "format";
  private static final String VALUE = "value";
  private static final Set<String> NUMBERS = Set.of("float", "integer");

  /** Nobody described it. */
  public static final Described NOT =
      new Described(Optional.empty(), Optional.empty(), Optional.empty());

  private static final String NUMBER = "-?\\d{1,15}(?:\\.\\d{1,15})?";
  private static final Pattern RANGE =
      Pattern.compile("(%1$s)?:(%1$s)?(?::%1$s)?".formatted(NUMBER));

  /**
   * A value as it stands in the log.
   *
   * @param text as the device sent it
   */
  public record Value(String text, Described described) {}

  /** Whether its values are numbers, by all that is known. */
  public boolean isNumber() {
    return datatype.isEmpty() || NUMBERS.contains(datatype.orElseThrow());
  }

  /** A number and behind it the unit it is in. */
  public String inItsUnit(String value) {
    return unit.map(in -> value + " " + in).orElse(value);
  }

  /** Whether a value by itself would be taken for something else, or for a better one. */
  boolean matters() {
    return unit.isPresent() || !isNumber() || format.isPresent();
  }

  static boolean isRange(String format) {
    Matcher range = RANGE.matcher(format);
    return range.matches() && (range.group(1) != null || range.group(2) != null);
  }

  /** Whether a number is none that its device says it can measure. */
  public boolean isBeyond(String number) {
    Matcher range = RANGE.matcher(format.orElse(""));
    if (!range.matches() || !number.matches(NUMBER)) {
      return false;
    }
    double value = Double.parseDouble(number);
    return range.group(1) != null && value < Double.parseDouble(range.group(1))
        || range.group(2) != null && value > Double.parseDouble(range.group(2));
  }

  /** The value with what is known of it; what is no short text is left as it is. */
  Payload writtenInto(Payload value) {
    return value.size() == 0 || value.size() > LONGEST_VALUE
        ? value
        : value.text().map(this::written).orElse(value);
  }

  private Payload written(String text) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    ObjectNode said = all.putObject("$described");
    datatype.ifPresent(word -> said.put(DATATYPE, word));
    unit.ifPresent(word -> said.put(UNIT, word));
    format.ifPresent(word -> said.put(FORMAT, word));
    return Payload.ofText(all.put(VALUE, text).toString());
  }

  /** Whether {@link #of} can make something of it. */
  public static boolean isIn(String payload) {
    return payload.startsWith(OPENING);
  }

  /** The value and what was written beside it; nothing where that is not whole. */
  public static Optional<Value> of(JsonNode written) {
    JsonNode said = written.path("$described");
    return Optional.of(written.path(VALUE))
        .filter(JsonNode::isTextual)
        .map(
            value ->
                new Value(
                    value.textValue(),
                    new Described(text(said, DATATYPE), text(said, UNIT), text(said, FORMAT))));
  }

  private static Optional<String> text(JsonNode of, String name) {
    return Optional.ofNullable(of.path(name).textValue());
  }
}
