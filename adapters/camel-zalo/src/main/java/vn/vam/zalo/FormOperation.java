package vn.vam.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import vn.vam.zalo.Call.Host;

/**
 * The form for a citizen's own data in a consultation message: {@code POST /v3.0/oa/message/cs}.
 */
final class FormOperation implements Operation {
  private static final String PATH = "/v3.0/oa/message/cs";
  private static final int SUBTITLE = 500;

  @Override
  public String name() {
    return "form";
  }

  @Override
  public Call prepare(Message message) throws InvalidPayloadException {
    FormMessage form = message.getMandatoryBody(FormMessage.class);
    FormMessage composed =
        new FormMessage(
            form.userId(), Texts.nfc(form.title()), Texts.nfc(form.subtitle()), form.image());
    return complaint(composed)
        .map(Call::refused)
        .orElseGet(() -> Call.post(Host.OPEN_API, PATH, json(composed)));
  }

  private static Optional<String> complaint(FormMessage form) {
    return Recipients.complaint(form.userId())
        .or(() -> TextLimits.length("form title", form.title(), TextLimits.TITLE))
        .or(() -> TextLimits.length("form subtitle", form.subtitle(), SUBTITLE))
        .or(() -> form.image().flatMap(image -> TextLimits.web("form image", image)));
  }

  private static ObjectNode json(FormMessage form) {
    ObjectNode root = LimitedJson.object();
    root.putObject("recipient").put("user_id", form.userId());
    ObjectNode element =
        root.putObject("message")
            .putObject("attachment")
            .put("type", "template")
            .putObject("payload")
            .put("template_type", "request_user_info")
            .putArray("elements")
            .addObject()
            .put("title", form.title())
            .put("subtitle", form.subtitle());
    form.image().ifPresent(image -> element.put("image_url", image.toASCIIString()));
    return root;
  }

  @Override
  public ZaloResult read(JsonNode data) {
    return SentAnswer.read(data);
  }
}
