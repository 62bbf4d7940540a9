package vn.vam.payloads.senml;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The labels of a record, and the integers that stand for them in CBOR: RFC 8428, section 6. */
public final class SenmlLabels {
  static final String VERSION = "bver";
  static final String BASE_NAME = "bn";
  static final String BASE_TIME = "bt";
  static final String BASE_UNIT = "bu";
  static final String BASE_VALUE = "bv";
  static final String BASE_SUM = "bs";
  static final String NAME = "n";
  static final String UNIT = "u";
  static final String VALUE = "v";
  static final String TEXT = "vs";
  static final String TRUTH = "vb";
  static final String DATA = "vd";
  static final String SUM = "s";
  static final String TIME = "t";

  static final List<String> VALUES = List.of(VALUE, TEXT, TRUTH, DATA);

  private static final Map<String, String> IN_CBOR =
      Map.ofEntries(
          Map.entry("-1", VERSION),
          Map.entry("-2", BASE_NAME),
          Map.entry("-3", BASE_TIME),
          Map.entry("-4", BASE_UNIT),
          Map.entry("-5", BASE_VALUE),
          Map.entry("-6", BASE_SUM),
          Map.entry("0", NAME),
          Map.entry("1", UNIT),
          Map.entry("2", VALUE),
          Map.entry("3", TEXT),
          Map.entry("4", TRUTH),
          Map.entry("5", SUM),
          Map.entry("6", TIME),
          Map.entry("8", DATA));

  private static final Map<String, String> IN_JSON =
      IN_CBOR.entrySet().stream().collect(toMap(Map.Entry::getValue, Map.Entry::getKey));

  private SenmlLabels() {}

  /** The integer that stands for a label in CBOR, where one does. */
  public static OptionalLong inCbor(String label) {
    String number = IN_JSON.get(label);
    return number == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(number));
  }

  /** The same pack with the labels it has in JSON. */
  public static JsonNode ofCbor(JsonNode pack) {
    ArrayNode named = JsonNodeFactory.instance.arrayNode(pack.size());
    pack.forEach(record -> named.add(record.isObject() ? named(record) : record));
    return named;
  }

  private static ObjectNode named(JsonNode record) {
    ObjectNode named = JsonNodeFactory.instance.objectNode();
    record
        .properties()
        .forEach(
            field ->
                named.set(IN_CBOR.getOrDefault(field.getKey(), field.getKey()), field.getValue()));
    return named;
  }
}
