package vn.vam.runtime.web;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * What chapter 3.2 of the Common Alerting Protocol 1.2 says of a message: which elements, in which
 * order, how many of each, and what may stand in them.
 */
final class CapGrammar {
  static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[-+]\\d\\d:\\d\\d";

  /** Names a system or a message: no blanks, commas or marks. */
  private static final String IDENTIFIER = "[^\\s,<&]+";

  private static final String REFERENCE = "[^\\s,<&]+,[^\\s,<&]+," + TIME;

  private static final String ANY = "(?s).+";
  private static final String NUMBER = "-?\\d+(\\.\\d+)?";

  /** How many of an element there may be. */
  private enum Count {
    ONE(1, 1),
    MAYBE(0, 1),
    SOME(1, Integer.MAX_VALUE),
    MANY(0, Integer.MAX_VALUE);

    private final int least;
    private final int most;

    Count(int least, int most) {
      this.least = least;
      this.most = most;
    }
  }

  /** Either a text, or elements of its own. */
  private record Part(Count count, Pattern text, Map<String, Part> parts) {}

  private static final Map<String, Part> NAMED =
      parts(text("valueName", Count.ONE, ANY), text("value", Count.ONE, ANY));

  private static final Map<String, Part> AREA =
      parts(
          text("areaDesc", Count.ONE, ANY),
          text(
              "polygon",
              Count.MANY,
              NUMBER + "," + NUMBER + "( " + NUMBER + "," + NUMBER + "){3,}"),
          text("circle", Count.MANY, NUMBER + "," + NUMBER + " " + NUMBER),
          of("geocode", Count.MANY, NAMED),
          text("altitude", Count.MAYBE, NUMBER),
          text("ceiling", Count.MAYBE, NUMBER));

  private static final Map<String, Part> INFO =
      parts(
          text("language", Count.MAYBE, "[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*"),
          text(
              "category",
              Count.SOME,
              "Geo|Met|Safety|Security|Rescue|Fire|Health|Env|Transport|Infra|CBRNE|Other"),
          text("event", Count.ONE, ANY),
          text(
              "responseType",
              Count.MANY,
              "Shelter|Evacuate|Prepare|Execute|Avoid|Monitor|Assess|AllClear|None"),
          text("urgency", Count.ONE, "Immediate|Expected|Future|Past|Unknown"),
          text("severity", Count.ONE, "Extreme|Severe|Moderate|Minor|Unknown"),
          text("certainty", Count.ONE, "Observed|Likely|Possible|Unlikely|Unknown"),
          text("audience", Count.MAYBE, ANY),
          of("eventCode", Count.MANY, NAMED),
          text("effective", Count.MAYBE, TIME),
          text("onset", Count.MAYBE, TIME),
          text("expires", Count.MAYBE, TIME),
          text("senderName", Count.MAYBE, ANY),
          text("headline", Count.MAYBE, ANY),
          text("description", Count.MAYBE, ANY),
          text("instruction", Count.MAYBE, ANY),
          text("web", Count.MAYBE, ANY),
          text("contact", Count.MAYBE, ANY),
          of("parameter", Count.MANY, NAMED),
          of("area", Count.MANY, AREA));

  private static final Map<String, Part> ALERT =
      parts(
          text("identifier", Count.ONE, IDENTIFIER),
          text("sender", Count.ONE, IDENTIFIER),
          text("sent", Count.ONE, TIME),
          text("status", Count.ONE, "Actual|Exercise|System|Test|Draft"),
          text("msgType", Count.ONE, "Alert|Update|Cancel|Ack|Error"),
          text("source", Count.MAYBE, ANY),
          text("scope", Count.ONE, "Public|Restricted|Private"),
          text("restriction", Count.MAYBE, ANY),
          text("addresses", Count.MAYBE, ANY),
          text("code", Count.MANY, ANY),
          text("note", Count.MAYBE, ANY),
          text("references", Count.MAYBE, REFERENCE + "( " + REFERENCE + ")*"),
          text("incidents", Count.MAYBE, ANY),
          of("info", Count.MANY, INFO));

  private CapGrammar() {}

  /** What is wrong, each with its place; nothing where all is well. */
  static List<String> mistakes(Document document) {
    Element root = document.getDocumentElement();
    List<String> mistakes = new ArrayList<>();
    if (!root.getLocalName().equals("alert")) {
      mistakes.add("the message is no alert but " + root.getLocalName());
    }
    check(root, root.getLocalName(), ALERT, mistakes);
    if (mistakes.isEmpty()) {
      checkSense(document, mistakes);
    }
    return mistakes;
  }

  /** What no grammar of elements can say, from the notes in the same chapter. */
  private static void checkSense(Document document, List<String> mistakes) {
    String type = first(document, "msgType");
    boolean refers = document.getElementsByTagNameNS(NAMESPACE, "references").getLength() > 0;
    if (refers != List.of("Update", "Cancel").contains(type)) {
      mistakes.add("alert/references " + (refers ? "stands" : "is missing") + " in " + type);
    }
    OffsetDateTime sent = OffsetDateTime.parse(first(document, "sent"));
    NodeList expires = document.getElementsByTagNameNS(NAMESPACE, "expires");
    for (int at = 0; at < expires.getLength(); at++) {
      if (!OffsetDateTime.parse(expires.item(at).getTextContent()).isAfter(sent)) {
        mistakes.add("alert/info/expires is not after sent");
      }
    }
  }

  private static String first(Document document, String name) {
    return document.getElementsByTagNameNS(NAMESPACE, name).item(0).getTextContent();
  }

  private static void check(
      Element parent, String path, Map<String, Part> parts, List<String> mistakes) {
    if (!NAMESPACE.equals(parent.getNamespaceURI()) || parent.getPrefix() != null) {
      mistakes.add(path + " is of " + parent.getNamespaceURI());
    }
    List<Element> children = children(parent);
    List<String> order = List.copyOf(parts.keySet());
    int before = 0;
    for (Element child : children) {
      String name = child.getLocalName();
      int at = order.indexOf(name);
      if (at < before) {
        mistakes.add(path + "/" + name + (at < 0 ? " is not known" : " stands too late"));
      } else {
        before = at;
        checkPart(child, path + "/" + name, List.copyOf(parts.values()).get(at), mistakes);
      }
    }
    parts.forEach(
        (name, part) -> {
          long found = children.stream().filter(one -> one.getLocalName().equals(name)).count();
          if (found < part.count().least || found > part.count().most) {
            mistakes.add(path + "/" + name + " stands " + found + " times");
          }
        });
  }

  private static void checkPart(Element element, String path, Part part, List<String> mistakes) {
    if (!part.parts().isEmpty()) {
      check(element, path, part.parts(), mistakes);
    } else if (!children(element).isEmpty()
        || !part.text().matcher(element.getTextContent()).matches()) {
      mistakes.add(path + " is “" + element.getTextContent() + "”");
    }
  }

  private static List<Element> children(Element parent) {
    return IntStream.range(0, parent.getChildNodes().getLength())
        .mapToObj(parent.getChildNodes()::item)
        .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
        .map(Element.class::cast)
        .toList();
  }

  private static Map.Entry<String, Part> text(String name, Count count, String pattern) {
    return Map.entry(name, new Part(count, Pattern.compile(pattern), Map.of()));
  }

  private static Map.Entry<String, Part> of(String name, Count count, Map<String, Part> parts) {
    return Map.entry(name, new Part(count, Pattern.compile(""), parts));
  }

  @SafeVarargs
  private static Map<String, Part> parts(Map.Entry<String, Part>... parts) {
    Map<String, Part> inOrder = new LinkedHashMap<>();
    for (Map.Entry<String, Part> part : parts) {
      inOrder.put(part.getKey(), part.getValue());
    }
    return inOrder;
  }
}
