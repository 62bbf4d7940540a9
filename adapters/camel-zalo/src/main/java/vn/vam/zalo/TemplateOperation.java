package vn.vam.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import vn.vam.zalo.Call.Host;

/** A template by user id: {@code POST /v3.0/oa/message/template}. */
final class TemplateOperation implements Operation {
  private static final String PATH = "/v3.0/oa/message/template";

  @Override
  public String name() {
    return "template";
  }

  @Override
  public Call prepare(Message message) throws InvalidPayloadException {
    TemplateMessage template = message.getMandatoryBody(TemplateMessage.class);
    Map<String, String> data = Templates.composed(template.data());
    return Recipients.complaint(template.userId())
        .or(() -> Templates.complaint(template.templateId(), data))
        .map(Call::refused)
        .orElseGet(() -> Call.post(Host.OPEN_API, PATH, json(template, data)));
  }

  private static ObjectNode json(TemplateMessage template, Map<String, String> data) {
    ObjectNode root = LimitedJson.object().put("user_id", template.userId());
    return Templates.write(root, template.templateId(), data);
  }

  @Override
  public ZaloResult read(JsonNode data) {
    return SentAnswer.read(data);
  }
}
