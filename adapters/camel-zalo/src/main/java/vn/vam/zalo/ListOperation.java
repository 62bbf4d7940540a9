package vn.vam.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import vn.vam.zalo.Call.Host;

/** A list in a consultation message: {@code POST /v3.0/oa/message/cs}. */
final class ListOperation implements Operation {
  private static final String PATH = "/v3.0/oa/message/cs";
  private static final int ROWS = 5;
  private static final int SUBTITLE = 500;

  @Override
  public String name() {
    return "list";
  }

  @Override
  public Call prepare(Message message) throws InvalidPayloadException {
    ListMessage list = message.getMandatoryBody(ListMessage.class);
    List<ListMessage.Row> rows = list.rows().stream().map(ListOperation::composed).toList();
    ListMessage composed = new ListMessage(list.userId(), rows);
    return complaint(composed)
        .map(Call::refused)
        .orElseGet(() -> Call.post(Host.OPEN_API, PATH, json(composed)));
  }

  private static ListMessage.Row composed(ListMessage.Row row) {
    return new ListMessage.Row(
        Texts.nfc(row.title()), Texts.nfc(row.subtitle()), row.image(), row.link());
  }

  private static Optional<String> complaint(ListMessage list) {
    int count = list.rows().size();
    return Recipients.complaint(list.userId())
        .or(
            () ->
                TextLimits.complain(
                    count < 1 || count > ROWS,
                    "a list has 1 to %d rows, not %d".formatted(ROWS, count)))
        .or(() -> TextLimits.length("first subtitle", list.rows().getFirst().subtitle(), SUBTITLE))
        .or(
            () ->
                list.rows().stream()
                    .map(ListOperation::complaint)
                    .flatMap(Optional::stream)
                    .findFirst());
  }

  private static Optional<String> complaint(ListMessage.Row row) {
    return TextLimits.length("row title", row.title(), TextLimits.TITLE)
        .or(
            () ->
                row.subtitle().isEmpty()
                    ? Optional.empty()
                    : TextLimits.length("subtitle", row.subtitle(), SUBTITLE))
        .or(
            () ->
                Stream.of(row.image(), row.link())
                    .flatMap(Optional::stream)
                    .flatMap(address -> TextLimits.web("row address", address).stream())
                    .findFirst());
  }

  private static ObjectNode json(ListMessage list) {
    ObjectNode root = LimitedJson.object();
    root.putObject("recipient").put("user_id", list.userId());
    ArrayNode elements =
        root.putObject("message")
            .putObject("attachment")
            .put("type", "template")
            .putObject("payload")
            .put("template_type", "list")
            .putArray("elements");
    list.rows().forEach(row -> write(row, elements.addObject()));
    return root;
  }

  private static void write(ListMessage.Row row, ObjectNode element) {
    element.put("title", row.title());
    if (!row.subtitle().isEmpty()) {
      element.put("subtitle", row.subtitle());
    }
    row.image().ifPresent(image -> element.put("image_url", image.toASCIIString()));
    row.link()
        .ifPresent(
            link ->
                element
                    .putObject("default_action")
                    .put("type", "oa.open.url")
                    .put("url", link.toASCIIString()));
  }

  @Override
  public ZaloResult read(JsonNode data) {
    return SentAnswer.read(data);
  }
}
