package vn.vam.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import vn.vam.zalo.Call.Host;

/** A picture in a consultation message: {@code POST /v3.0/oa/message/cs}. */
final class ImageOperation implements Operation {
  private static final String PATH = "/v3.0/oa/message/cs";

  @Override
  public String name() {
    return "image";
  }

  @Override
  public Call prepare(Message message) throws InvalidPayloadException {
    ImageMessage image = message.getMandatoryBody(ImageMessage.class);
    ImageMessage composed =
        new ImageMessage(image.userId(), Texts.nfc(image.caption()), image.picture());
    return complaint(composed)
        .map(Call::refused)
        .orElseGet(() -> Call.post(Host.OPEN_API, PATH, json(composed)));
  }

  private static Optional<String> complaint(ImageMessage image) {
    return Recipients.complaint(image.userId())
        .or(
            () ->
                image.caption().isEmpty()
                    ? Optional.empty()
                    : TextLimits.length("caption", image.caption(), TextLimits.TEXT))
        .or(() -> complaint(image.picture()));
  }

  private static Optional<String> complaint(ImageMessage.Picture picture) {
    return switch (picture) {
      case ImageMessage.At at -> TextLimits.web("picture address", at.url());
      case ImageMessage.Attachment uploaded ->
          TextLimits.length("attachment id", uploaded.attachmentId(), TextLimits.PAYLOAD);
    };
  }

  private static ObjectNode json(ImageMessage image) {
    ObjectNode root = LimitedJson.object();
    root.putObject("recipient").put("user_id", image.userId());
    ObjectNode message = root.putObject("message");
    if (!image.caption().isEmpty()) {
      message.put("text", image.caption());
    }
    ObjectNode element =
        message
            .putObject("attachment")
            .put("type", "template")
            .putObject("payload")
            .put("template_type", "media")
            .putArray("elements")
            .addObject()
            .put("media_type", "image");
    switch (image.picture()) {
      case ImageMessage.At at -> element.put("url", at.url().toASCIIString());
      case ImageMessage.Attachment uploaded ->
          element.put("attachment_id", uploaded.attachmentId());
    }
    return root;
  }

  @Override
  public ZaloResult read(JsonNode data) {
    return SentAnswer.read(data);
  }
}
