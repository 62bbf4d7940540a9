package vn.vam.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import vn.vam.zalo.Call.Host;

/** A template by phone number: {@code POST /message/template} of the business host. */
final class ZnsOperation implements Operation {
  private static final String PATH = "/message/template";
  private static final int TRACKING = 48;

  @Override
  public String name() {
    return "zns";
  }

  @Override
  public ErrorCodes errorCodes() {
    return ErrorCodes.BUSINESS;
  }

  @Override
  public Call prepare(Message message) throws InvalidPayloadException {
    ZnsMessage zns = message.getMandatoryBody(ZnsMessage.class);
    String phone = phone(zns.phone());
    Map<String, String> data = Templates.composed(zns.data());
    return TextLimits.complain(!phone.matches("84\\d{9}"), "phone must be 84 and nine digits")
        .or(() -> Templates.complaint(zns.templateId(), data))
        .or(() -> zns.trackingId().flatMap(id -> TextLimits.length("tracking id", id, TRACKING)))
        .map(Call::refused)
        .orElseGet(() -> Call.post(Host.BUSINESS, PATH, json(zns, phone, data)));
  }

  private static String phone(String written) {
    String digits = written.replaceAll("[ .-]", "");
    return digits.startsWith("+")
        ? digits.substring(1)
        : digits.startsWith("0") ? "84" + digits.substring(1) : digits;
  }

  private static ObjectNode json(ZnsMessage zns, String phone, Map<String, String> data) {
    ObjectNode root = LimitedJson.object().put("phone", phone);
    Templates.write(root, zns.templateId(), data);
    zns.trackingId().ifPresent(id -> root.put("tracking_id", id));
    if (zns.development()) {
      root.put("mode", "development");
    }
    return root;
  }

  @Override
  public ZaloResult read(JsonNode data) {
    String id = data.path("msg_id").asText("");
    OptionalLong time = Numbers.in(data.path("sent_time"));
    if (id.isEmpty() || time.isEmpty()) {
      return new ZaloResult.Unclear("success without msg_id or sent_time");
    }
    return new ZaloResult.Sent(
        id, Instant.ofEpochMilli(time.getAsLong()), quota(data.path("quota")));
  }

  private static Optional<Quota> quota(JsonNode quota) {
    return quota.isObject()
        ? Optional.of(
            new Quota(
                "daily",
                Numbers.in(quota.path("remainingQuota")),
                Numbers.in(quota.path("dailyQuota"))))
        : Optional.empty();
  }
}
