package vn.vam.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import vn.vam.zalo.Call.Host;

/** A consultation message: {@code POST /v3.0/oa/message/cs}. */
final class TextOperation implements Operation {
  private static final String PATH = "/v3.0/oa/message/cs";

  @Override
  public String name() {
    return "text";
  }

  @Override
  public Call prepare(Message message) throws InvalidPayloadException {
    TextMessage text = TextLimits.normalised(textIn(message));
    return TextLimits.complaint(text)
        .map(Call::refused)
        .orElseGet(() -> Call.post(Host.OPEN_API, PATH, json(text)));
  }

  @Override
  public ZaloResult read(JsonNode data) {
    return SentAnswer.read(data);
  }

  private static TextMessage textIn(Message message) throws InvalidPayloadException {
    if (message.getBody() instanceof TextMessage text) {
      return text;
    }
    return TextMessage.of(Recipients.inHeader(message), message.getMandatoryBody(String.class));
  }

  private static ObjectNode json(TextMessage text) {
    ObjectNode root = LimitedJson.object();
    root.putObject("recipient").put("user_id", text.userId());
    ObjectNode message = root.putObject("message").put("text", text.text());
    if (!text.buttons().isEmpty()) {
      ArrayNode buttons =
          message
              .putObject("attachment")
              .put("type", "template")
              .putObject("payload")
              .putArray("buttons");
      text.buttons().forEach(button -> write(button, buttons.addObject()));
    }
    return root;
  }

  private static void write(Button button, ObjectNode json) {
    json.put("title", button.title());
    switch (button) {
      case Button.QueryShown query ->
          json.put("type", "oa.query.show").put("payload", query.payload());
      case Button.QueryHidden query ->
          json.put("type", "oa.query.hide").put("payload", query.payload());
      case Button.OpenUrl open ->
          payload(json, "oa.open.url").put("url", open.url().toASCIIString());
      case Button.OpenPhone call -> payload(json, "oa.open.phone").put("phone_code", call.phone());
      case Button.OpenSms sms ->
          payload(json, "oa.open.sms").put("content", sms.content()).put("phone_code", sms.phone());
    }
  }

  private static ObjectNode payload(ObjectNode json, String type) {
    return json.put("type", type).putObject("payload");
  }
}
