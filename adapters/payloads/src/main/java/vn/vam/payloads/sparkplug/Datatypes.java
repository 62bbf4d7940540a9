package vn.vam.payloads.sparkplug;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.OptionalInt;

/**
 * Whole numbers by their datatype. The encoding knows no sign: Int8 −1 may come as 255 or as
 * 4294967295, so only the datatype tells. Without one a whole number is not read.
 */
final class Datatypes {
  static final int INT64 = 4;
  static final int BOOLEAN = 11;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(Long.SIZE);

  private Datatypes() {}

  /** What holds a value that is neither a number nor a text here. */
  static JsonNode unreadable() {
    return JSON.arrayNode();
  }

  static JsonNode whole(long bits, OptionalInt datatype) {
    return switch (datatype.orElse(0)) {
      case 1 -> JSON.numberNode((byte) bits);
      case 2 -> JSON.numberNode((short) bits);
      case 3 -> JSON.numberNode((int) bits);
      case INT64 -> JSON.numberNode(bits);
      case 5 -> JSON.numberNode(bits & 0xFF);
      case 6 -> JSON.numberNode(bits & 0xFFFF);
      case 7 -> JSON.numberNode(bits & 0xFFFF_FFFFL);
      case 8 -> unsigned(bits);
      default -> unreadable();
    };
  }

  private static JsonNode unsigned(long bits) {
    return bits >= 0
        ? JSON.numberNode(bits)
        : JSON.numberNode(BigInteger.valueOf(bits).add(TWO_TO_64));
  }
}
