package vn.vam.payloads.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A field's value without quotes: {@code 4.2}, {@code 42i}, {@code 42u}, {@code t}. What printf
 * makes of a float that is none is one too, and no reason to refuse the other fields.
 */
final class FieldValue {
  private static final int LONGEST = 100;
  private static final Pattern FLOAT =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+[iu]");
  private static final Pattern NO_NUMBER = Pattern.compile("(?i)[+-]?(nan|inf|infinity)");
  private static final Set<String> TRUE = Set.of("t", "T", "true", "True", "TRUE");
  private static final Set<String> FALSE = Set.of("f", "F", "false", "False", "FALSE");

  private FieldValue() {}

  static Optional<JsonNode> of(String written) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    if (FLOAT.matcher(written).matches()) {
      return Optional.of(DoubleNode.valueOf(Double.parseDouble(written)));
    }
    if (INTEGER.matcher(written).matches()) {
      return Optional.of(
          BigIntegerNode.valueOf(new BigInteger(written.substring(0, written.length() - 1))));
    }
    return TRUE.contains(written) || FALSE.contains(written)
        ? Optional.of(BooleanNode.valueOf(TRUE.contains(written)))
        : Optional.of(written)
            .filter(word -> NO_NUMBER.matcher(word).matches())
            .map(word -> DoubleNode.valueOf(Double.NaN));
  }
}
