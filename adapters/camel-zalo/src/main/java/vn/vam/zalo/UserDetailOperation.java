package vn.vam.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import vn.vam.zalo.Call.Host;

/**
 * Who a citizen is to the Official Account: {@code GET /v3.0/oa/user/detail}. The body is the user
 * id.
 */
final class UserDetailOperation implements Operation {
  private static final String PATH = "/v3.0/oa/user/detail";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  @Override
  public String name() {
    return "userDetail";
  }

  @Override
  public Call prepare(Message message) throws InvalidPayloadException {
    String userId = message.getMandatoryBody(String.class);
    return Recipients.complaint(userId)
        .map(Call::refused)
        .orElseGet(
            () -> Call.get(Host.OPEN_API, PATH, LimitedJson.object().put("user_id", userId)));
  }

  @Override
  public ZaloResult read(JsonNode data) {
    String userId = data.path("user_id").asText("");
    if (userId.isEmpty()) {
      return new ZaloResult.Unclear("success without user_id");
    }
    return new ZaloResult.Answered(
        new UserDetail(
            userId,
            data.path("display_name").asText(""),
            follower(data.path("user_is_follower")),
            day(data.path("user_last_interaction_date").asText("")),
            tags(data.path("tags_and_notes_info").path("tag_names"))));
  }

  private static Optional<Boolean> follower(JsonNode node) {
    return node.isBoolean() || node.isTextual()
        ? Optional.of(Boolean.parseBoolean(node.asText()))
        : Optional.empty();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text, DAY));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  private static List<String> tags(JsonNode names) {
    List<String> tags = new ArrayList<>();
    names.forEach(name -> tags.add(name.asText()));
    return tags;
  }
}
