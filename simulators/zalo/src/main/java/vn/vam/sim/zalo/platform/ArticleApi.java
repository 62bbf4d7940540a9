package vn.vam.sim.zalo.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.vam.sim.zalo.Json;
import vn.vam.sim.zalo.choice.Switch;
import vn.vam.sim.zalo.choice.Switches;

/** {@code POST /v2.0/article/create} and {@code …/verify}: an article takes its time. */
final class ArticleApi {
  private static final int KEPT = 1_000;

  private final Clock clock;
  private final Switches switches;
  private final Map<String, Instant> thereFrom = new LinkedHashMap<>();

  ArticleApi(Clock clock, Switches switches) {
    this.clock = clock;
    this.switches = switches;
  }

  void create(RoutingContext call) {
    JsonNode article = body(call);
    Optional<Refusal> refusal =
        tooLong(article, "title", 150)
            .or(() -> tooLong(article, "author", 50))
            .or(() -> tooLong(article, "description", 300))
            .or(() -> incomplete(article));
    refusal.ifPresentOrElse(no -> Answers.refuse(call, no), () -> accept(call));
  }

  private void accept(RoutingContext call) {
    if (thereFrom.size() == KEPT) thereFrom.remove(thereFrom.keySet().iterator().next());
    String token = UUID.randomUUID().toString().replace("-", "");
    thereFrom.put(token, clock.instant().plusMillis(switches.value(Switch.ARTICLE_DELAY_MS)));
    Answers.success(call, Json.object().put("token", token));
  }

  void verify(RoutingContext call) {
    String token = body(call).path("token").asText("");
    Instant from = thereFrom.get(token);
    if (from == null) Answers.refuse(call, Refusal.invalid("token"));
    else if (clock.instant().isBefore(from)) Answers.refuse(call, Refusal.PROCESSING);
    else Answers.success(call, Json.object().put("id", "article-" + token.substring(0, 12)));
  }

  private static Optional<Refusal> tooLong(JsonNode article, String field, int most) {
    String text = article.path(field).asText("");
    if (text.isBlank()) return Optional.of(Refusal.invalid(field));
    return text.codePointCount(0, text.length()) > most
        ? Optional.of(Refusal.overLimit(field, most))
        : Optional.empty();
  }

  private static Optional<Refusal> incomplete(JsonNode article) {
    if (!article.path("type").asText().equals("normal")) return invalid("type");
    if (article.at("/cover/photo_url").asText("").isBlank()) return invalid("cover");
    return article.path("body").isEmpty() ? invalid("body") : Optional.empty();
  }

  private static Optional<Refusal> invalid(String field) {
    return Optional.of(Refusal.invalid(field));
  }

  private static JsonNode body(RoutingContext call) {
    return Json.read(call.body().buffer()).orElseGet(Json::object);
  }
}
