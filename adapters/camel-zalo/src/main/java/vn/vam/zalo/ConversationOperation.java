package vn.vam.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import vn.vam.zalo.Call.Host;
import vn.vam.zalo.Conversation.Line;

/**
 * What was said last between a citizen and the Official Account: {@code GET /v2.0/oa/conversation}.
 * The body is the user id.
 */
final class ConversationOperation implements Operation {
  private static final String PATH = "/v2.0/oa/conversation";

  /** The platform gives no more at once. */
  private static final int MOST = 10;

  private static final int FROM_CITIZEN = 1;

  @Override
  public String name() {
    return "conversation";
  }

  @Override
  public Call prepare(Message message) throws InvalidPayloadException {
    String userId = message.getMandatoryBody(String.class);
    return Recipients.complaint(userId)
        .map(Call::refused)
        .orElseGet(
            () ->
                Call.get(
                    Host.OPEN_API,
                    PATH,
                    LimitedJson.object()
                        .put("user_id", userId)
                        .put("offset", 0)
                        .put("count", MOST)));
  }

  @Override
  public ZaloResult read(JsonNode data) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode row : data) {
      OptionalLong time = Numbers.in(row.path("time"));
      String id = row.path("message_id").asText("");
      if (time.isPresent() && !id.isEmpty()) {
        lines.add(
            new Line(
                row.path("src").asInt(FROM_CITIZEN) != FROM_CITIZEN,
                id,
                row.path("message").asText(""),
                Instant.ofEpochMilli(time.getAsLong())));
      }
    }
    return new ZaloResult.Answered(new Conversation(since(data, lines), lines));
  }

  private static Instant since(JsonNode data, List<Line> lines) {
    if (!data.isArray() || lines.size() < data.size()) {
      return Instant.MAX;
    }
    return lines.size() < MOST
        ? Instant.MIN
        : lines.stream().map(Line::time).min(Instant::compareTo).orElse(Instant.MIN);
  }
}
