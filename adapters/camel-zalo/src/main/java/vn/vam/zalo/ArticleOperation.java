package vn.vam.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import vn.vam.zalo.Call.Host;

/** A new article: {@code POST /v2.0/article/create}. */
final class ArticleOperation implements Operation {
  private static final String PATH = "/v2.0/article/create";
  private static final int TITLE = 150;
  private static final int AUTHOR = 50;
  private static final int DESCRIPTION = 300;
  private static final int PARAGRAPH = 20_000;

  @Override
  public String name() {
    return "article";
  }

  @Override
  public Call prepare(Message message) throws InvalidPayloadException {
    Article article = message.getMandatoryBody(Article.class);
    return complaint(article)
        .map(Call::refused)
        .orElseGet(() -> Call.post(Host.OPEN_API, PATH, json(article)));
  }

  private static Optional<String> complaint(Article article) {
    return TextLimits.length("title", Texts.nfc(article.title()), TITLE)
        .or(() -> TextLimits.length("author", Texts.nfc(article.author()), AUTHOR))
        .or(() -> TextLimits.length("description", Texts.nfc(article.description()), DESCRIPTION))
        .or(() -> TextLimits.web("cover address", article.cover()))
        .or(() -> TextLimits.complain(article.paragraphs().isEmpty(), "no paragraph"))
        .or(
            () ->
                article.paragraphs().stream()
                    .flatMap(
                        text -> TextLimits.length("paragraph", Texts.nfc(text), PARAGRAPH).stream())
                    .findFirst());
  }

  private static ObjectNode json(Article article) {
    ObjectNode root =
        LimitedJson.object()
            .put("type", "normal")
            .put("title", Texts.nfc(article.title()))
            .put("author", Texts.nfc(article.author()))
            .put("description", Texts.nfc(article.description()))
            .put("status", "show")
            .put("comment", "hide");
    root.putObject("cover")
        .put("cover_type", "photo")
        .put("photo_url", article.cover().toASCIIString())
        .put("status", "show");
    ArrayNode body = root.putArray("body");
    article
        .paragraphs()
        .forEach(text -> body.addObject().put("type", "text").put("content", Texts.nfc(text)));
    return root;
  }

  @Override
  public ZaloResult read(JsonNode data) {
    String token = data.path("token").asText("");
    return token.isEmpty()
        ? new ZaloResult.Unclear("success without token")
        : new ZaloResult.Answered(new ArticleState.Accepted(token));
  }
}
