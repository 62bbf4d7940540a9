package vn.vam.zalo.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vam.zalo.LimitedJson;
import vn.vam.zalo.webhook.Fields.Crooked;
import vn.vam.zalo.webhook.WebhookEvent.Echoed;
import vn.vam.zalo.webhook.WebhookEvent.FileReceived;
import vn.vam.zalo.webhook.WebhookEvent.Followed;
import vn.vam.zalo.webhook.WebhookEvent.ImageReceived;
import vn.vam.zalo.webhook.WebhookEvent.InfoSubmitted;
import vn.vam.zalo.webhook.WebhookEvent.LocationReceived;
import vn.vam.zalo.webhook.WebhookEvent.MessageReceived;
import vn.vam.zalo.webhook.WebhookEvent.MessageSeen;
import vn.vam.zalo.webhook.WebhookEvent.Other;
import vn.vam.zalo.webhook.WebhookEvent.TextReceived;
import vn.vam.zalo.webhook.WebhookEvent.Unfollowed;
import vn.vam.zalo.webhook.WebhookEvent.Withdrawn;
import vn.vam.zalo.webhook.WebhookReading.Malformed;
import vn.vam.zalo.webhook.WebhookReading.Understood;

/** Reads the body of a webhook, once its signature has been verified. */
public final class WebhookEvents {
  /** In bytes; a longer body is not looked at. */
  public static final int MAX_BODY = 256 * 1024;

  private WebhookEvents() {}

  public static WebhookReading read(byte[] body) {
    if (body.length > MAX_BODY) {
      return new Malformed("", "longer than %d bytes".formatted(MAX_BODY));
    }
    try {
      JsonNode root = LimitedJson.read(body);
      return root.isObject()
          ? new Understood(event(new Fields(root)))
          : new Malformed("", "not a JSON object");
    } catch (IOException unreadable) {
      return new Malformed("", "not JSON, or nested deeper than " + LimitedJson.MAX_DEPTH);
    } catch (Crooked crooked) {
      return crooked.malformed();
    }
  }

  private static WebhookEvent event(Fields fields) throws Crooked {
    String name = fields.id("event_name");
    return switch (name) {
      case "follow" -> new Followed(Origins.byFollower(fields));
      case "unfollow" -> new Unfollowed(Origins.byFollower(fields));
      case "user_send_text" -> text(fields);
      case "user_send_image" -> image(fields);
      case "user_send_file" -> file(fields);
      case "user_send_location" -> location(fields);
      case "user_received_message" -> received(fields);
      case "user_seen_message" -> seen(fields);
      case "user_submit_info" ->
          new InfoSubmitted(Origins.bySender(fields), fields.optionalId("info.phone"));
      case "user_withdraw" -> new Withdrawn(Origins.bySomebody(fields));
      default ->
          name.startsWith("oa_send_") ? echoed(fields) : new Other(Origins.byAnybody(fields));
    };
  }

  private static TextReceived text(Fields fields) throws Crooked {
    return new TextReceived(
        Origins.bySender(fields),
        fields.id("message.msg_id"),
        fields.text("message.text"),
        fields.optionalId("message.quote_msg_id"));
  }

  private static ImageReceived image(Fields fields) throws Crooked {
    return new ImageReceived(
        Origins.bySender(fields),
        fields.id("message.msg_id"),
        attachments(fields),
        fields.optionalText("message.text"));
  }

  private static FileReceived file(Fields fields) throws Crooked {
    return new FileReceived(
        Origins.bySender(fields), fields.id("message.msg_id"), attachments(fields));
  }

  private static List<URI> attachments(Fields fields) throws Crooked {
    List<URI> addresses = new ArrayList<>();
    for (String attachment : fields.each("message.attachments")) {
      addresses.add(fields.address(attachment + ".payload.url"));
    }
    if (addresses.isEmpty()) {
      throw new Crooked("message.attachments", "missing or empty");
    }
    return addresses;
  }

  // Seen in two shapes; neither is officially the right one.
  private static LocationReceived location(Fields fields) throws Crooked {
    String place =
        fields.at("message.location").isObject()
            ? "message.location"
            : "message.attachments.0.payload.coordinates";
    return new LocationReceived(
        Origins.bySender(fields),
        fields.id("message.msg_id"),
        fields.degrees(place + ".latitude", 90),
        fields.degrees(place + ".longitude", 180));
  }

  private static MessageReceived received(Fields fields) throws Crooked {
    return new MessageReceived(
        Origins.byRecipient(fields),
        fields.id("message.msg_id"),
        fields.optionalId("message.tracking_id"));
  }

  private static MessageSeen seen(Fields fields) throws Crooked {
    List<String> ids = new ArrayList<>();
    for (String path : fields.each("message.msg_ids")) {
      ids.add(fields.id(path));
    }
    Optional<String> single = fields.optionalId("message.msg_id");
    single.ifPresent(ids::add);
    if (ids.isEmpty()) {
      throw new Crooked("message.msg_ids", "missing or empty");
    }
    return new MessageSeen(Origins.byRecipient(fields), ids);
  }

  private static Echoed echoed(Fields fields) throws Crooked {
    return new Echoed(
        Origins.byRecipient(fields),
        fields.id("message.msg_id"),
        fields.optionalText("message.text"),
        fields.optionalId("sender.admin_id").isPresent());
  }
}
