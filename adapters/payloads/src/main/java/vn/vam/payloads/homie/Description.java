package vn.vam.payloads.homie;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.vam.core.message.Payload;
import vn.vam.payloads.field.FieldNames;
import vn.vam.payloads.json.JsonObjects;
import vn.vam.payloads.json.Limits;
import vn.vam.payloads.step.Step;

/**
 * A device's {@code $description}, as far as it changes how its values are read. What has no
 * datatype, no sensible unit or no proper id is passed over.
 *
 * @param properties by node and property, {@code probe/ec}; at most {@value #MOST_PROPERTIES}
 */
record Description(Map<String, Described> properties) {
  private static final int MOST_PROPERTIES = 500;
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");
  private static final Pattern WORD = Pattern.compile("[a-z]{1,16}");
  private static final Pattern UNIT =
      Pattern.compile("[^\\p{Cntrl}\\s\"](?:[^\\p{Cntrl}\"]{0,30}\\S)?");

  /** A count or an amount, by the convention's list of units. */
  private static final String PLAIN_NUMBER = "#";

  private static final JsonObjects JSON = new JsonObjects(Limits.USUAL, FieldNames.standard());

  Description {
    properties = Collections.unmodifiableMap(new HashMap<>(properties));
  }

  /** Nothing where it is no JSON object within the usual limits. */
  static Optional<Description> of(Payload payload) {
    return JSON.read(payload, Optional.empty()) instanceof Step.Go<JsonNode> go
        ? Optional.of(of(go.value()))
        : Optional.empty();
  }

  private static Description of(JsonNode tree) {
    Map<String, Described> properties = new HashMap<>();
    for (Map.Entry<String, JsonNode> node : tree.path("nodes").properties()) {
      for (Map.Entry<String, JsonNode> property : node.getValue().path("properties").properties()) {
        Described described = described(property.getValue());
        if (isId(node.getKey())
            && isId(property.getKey())
            && described.matters()
            && properties.size() < MOST_PROPERTIES) {
          properties.put(node.getKey() + "/" + property.getKey(), described);
        }
      }
    }
    return new Description(properties);
  }

  private static boolean isId(String name) {
    return ID.matcher(name).matches();
  }

  private static Described described(JsonNode property) {
    return new Described(
        text(property, "datatype", WORD),
        text(property, "unit", UNIT).filter(unit -> !unit.equals(PLAIN_NUMBER)),
        Optional.ofNullable(property.path("format").textValue()).filter(Described::isRange));
  }

  private static Optional<String> text(JsonNode property, String name, Pattern shape) {
    return Optional.ofNullable(property.path(name).textValue())
        .filter(text -> shape.matcher(text).matches());
  }
}
