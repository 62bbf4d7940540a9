package vn.vam.zalo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What templates by user id and by phone number have in common. */
final class Templates {
  private static final int MOST = 30;
  private static final int VALUE = 400;

  private Templates() {}

  static Map<String, String> composed(Map<String, String> data) {
    Map<String, String> composed = new TreeMap<>();
    data.forEach((name, value) -> composed.put(name, Texts.nfc(value)));
    return composed;
  }

  static Optional<String> complaint(String templateId, Map<String, String> data) {
    return TextLimits.complain(
            !templateId.matches("[A-Za-z0-9_-]{1,40}"),
            "template id must be 1 to 40 of letters, digits, - and _")
        .or(
            () ->
                TextLimits.complain(
                    data.isEmpty() || data.size() > MOST,
                    "a template has 1 to %d parameters, not %d".formatted(MOST, data.size())))
        .or(
            () ->
                data.entrySet().stream()
                    .flatMap(parameter -> complaint(parameter).stream())
                    .findFirst());
  }

  private static Optional<String> complaint(Map.Entry<String, String> parameter) {
    return TextLimits.complain(
            !parameter.getKey().matches("[A-Za-z0-9_]{1,64}"),
            "a parameter's name has letters, digits and _ only")
        .or(
            () ->
                TextLimits.length("parameter " + parameter.getKey(), parameter.getValue(), VALUE));
  }

  static ObjectNode write(ObjectNode root, String templateId, Map<String, String> data) {
    ObjectNode parameters = root.put("template_id", templateId).putObject("template_data");
    data.forEach(parameters::put);
    return root;
  }
}
