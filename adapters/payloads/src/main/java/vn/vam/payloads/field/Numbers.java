package vn.vam.payloads.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as devices write them: 4.93, "4.93", "4,93", "4,93 g/l", "3600 mV". Anything else ({@code
 * NaN}, {@code "N"}, {@code ""}, {@code true}, {@code 1e400}, {@code "1.234,5"}) is unreadable.
 */
final class Numbers {
  private static final int LONGEST = 64;
  private static final Pattern NUMBER_WITH_UNIT =
      Pattern.compile(
          "([+-]?(?:\\d+(?:[.,]\\d*)?|[.,]\\d+)(?:e[+-]?\\d{1,4})?)\\s*([^\\d.,\\s+-].*)?");

  private Numbers() {}

  /** In the unit of the gauge's quantity; empty when unreadable. */
  static OptionalDouble read(JsonNode value, Field.Gauge gauge) {
    if (value.isNumber()) {
      return scaled(value.doubleValue(), gauge.scale());
    }
    return value.isTextual() ? readText(value.textValue(), gauge) : OptionalDouble.empty();
  }

  /** Whether the number as sent, in whatever unit, is one of these. */
  static boolean isOneOf(Set<Double> numbers, JsonNode value) {
    if (numbers.isEmpty()) {
      return false;
    }
    if (value.isNumber()) {
      return numbers.contains(value.doubleValue());
    }
    Matcher parts = NUMBER_WITH_UNIT.matcher(value.isTextual() ? plain(value.textValue()) : "");
    return parts.matches()
        && numbers.contains(Double.parseDouble(parts.group(1).replace(',', '.')));
  }

  static boolean mayBeShareOrPercentage(JsonNode value, Field.Gauge gauge) {
    OptionalDouble asSent = read(value, new Field.Gauge(gauge.quantity(), Scale.AS_IS));
    return gauge.scale() == Scale.SHARE_OR_PERCENT
        && !hasUnit(value)
        && asSent.isPresent()
        && asSent.getAsDouble() > 0
        && asSent.getAsDouble() <= 1;
  }

  static boolean hasDecimalComma(JsonNode value) {
    return value.isTextual() && value.textValue().indexOf(',') >= 0;
  }

  static boolean hasUnit(JsonNode value) {
    Matcher parts = NUMBER_WITH_UNIT.matcher(value.isTextual() ? plain(value.textValue()) : "");
    return parts.matches() && parts.group(2) != null;
  }

  private static OptionalDouble readText(String written, Field.Gauge gauge) {
    if (written.length() > LONGEST) {
      return OptionalDouble.empty();
    }
    Matcher parts = NUMBER_WITH_UNIT.matcher(plain(written));
    if (!parts.matches()) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(parts.group(1).replace(',', '.'));
    return scaleOf(Optional.ofNullable(parts.group(2)), gauge)
        .map(scale -> scaled(number, scale))
        .orElse(OptionalDouble.empty());
  }

  /** A unit that is written down counts for more than the one the field's name implies. */
  private static Optional<Scale> scaleOf(Optional<String> unit, Field.Gauge gauge) {
    return unit.isEmpty()
        ? Optional.of(gauge.scale())
        : Units.find(gauge.quantity(), unit.orElseThrow());
  }

  private static OptionalDouble scaled(double number, Scale scale) {
    if (!Double.isFinite(number)) {
      return OptionalDouble.empty();
    }
    double value = scale.apply(number);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** One spelling for µ and μ, ℃ and °C, narrow and wide blanks. */
  static String plain(String written) {
    return Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }
}
