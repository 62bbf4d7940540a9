package vn.vam.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what every operation that sends a message gets back. */
final class SentAnswer {
  private SentAnswer() {}

  static ZaloResult read(JsonNode data) {
    String id = data.path("message_id").asText("");
    OptionalLong time = Numbers.in(data.path("sent_time"));
    if (id.isEmpty() || time.isEmpty()) {
      return new ZaloResult.Unclear("success without message_id or sent_time");
    }
    return new ZaloResult.Sent(
        id, Instant.ofEpochMilli(time.getAsLong()), quota(data.path("quota")));
  }

  private static Optional<Quota> quota(JsonNode quota) {
    if (!quota.isObject()) {
      return Optional.empty();
    }
    return Optional.of(
        new Quota(
            Texts.printable(quota.path("quota_type").asText("")),
            Numbers.in(quota.path("remain")),
            Numbers.in(quota.path("total"))));
  }
}
