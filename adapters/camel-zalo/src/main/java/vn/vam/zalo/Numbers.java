package vn.vam.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The platform writes the same number now bare, now in quotes. */
final class Numbers {
  private Numbers() {}

  static OptionalLong in(JsonNode node) {
    boolean whole = node.isIntegralNumber() || node.isTextual();
    try {
      return whole ? OptionalLong.of(Long.parseLong(node.asText().strip())) : OptionalLong.empty();
    } catch (NumberFormatException unreadable) {
      return OptionalLong.empty();
    }
  }

  static OptionalInt smallIn(JsonNode node) {
    OptionalLong number = in(node);
    boolean fits = number.isPresent() && (int) number.getAsLong() == number.getAsLong();
    return fits ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
  }
}
