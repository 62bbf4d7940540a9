package vn.vam.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import vn.vam.zalo.Call.Host;

/**
 * Whether an article is there yet: {@code POST /v2.0/article/verify}. The body is its token; while
 * it is looked at, the platform refuses with -214.
 */
final class ArticleStateOperation implements Operation {
  private static final String PATH = "/v2.0/article/verify";

  @Override
  public String name() {
    return "articleState";
  }

  @Override
  public Call prepare(Message message) throws InvalidPayloadException {
    String token = message.getMandatoryBody(String.class);
    return TextLimits.length("token", token, TextLimits.TEXT)
        .map(Call::refused)
        .orElseGet(() -> Call.post(Host.OPEN_API, PATH, LimitedJson.object().put("token", token)));
  }

  @Override
  public ZaloResult read(JsonNode data) {
    String id = data.path("id").asText("");
    return id.isEmpty()
        ? new ZaloResult.Unclear("success without id")
        : new ZaloResult.Answered(new ArticleState.Published(id));
  }
}
