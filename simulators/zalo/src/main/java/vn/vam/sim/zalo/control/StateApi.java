package vn.vam.sim.zalo.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import vn.vam.sim.zalo.Json;
import vn.vam.sim.zalo.ZaloSimulatorConfig;
import vn.vam.sim.zalo.chat.Chats;
import vn.vam.sim.zalo.chat.Citizen;
import vn.vam.sim.zalo.fault.Faults;
import vn.vam.sim.zalo.platform.Allowance;
import vn.vam.sim.zalo.platform.RateLimit;
import vn.vam.sim.zalo.platform.Tokens;
import vn.vam.sim.zalo.platform.Uploads;
import vn.vam.sim.zalo.webhook.WebhookQueue;

/**
 * {@code GET /_sim/state}: the whole simulator on one page. Its tokens are its own inventions and
 * open nothing else.
 */
public final class StateApi {
  static final int MOST_USERS = 1000;
  private final ZaloSimulatorConfig config;
  private final Chats chats;
  private final Tokens tokens;
  private final RateLimit rate;
  private final Faults faults;
  private final WebhookQueue webhooks;
  private final Uploads uploads;
  private final Allowance znsDaily;

  public StateApi(
      ZaloSimulatorConfig config,
      Chats chats,
      Tokens tokens,
      RateLimit rate,
      Faults faults,
      WebhookQueue webhooks,
      Uploads uploads,
      Allowance znsDaily) {
    this.uploads = uploads;
    this.znsDaily = znsDaily;
    this.config = config;
    this.chats = chats;
    this.tokens = tokens;
    this.rate = rate;
    this.faults = faults;
    this.webhooks = webhooks;
  }

  public void mount(Router router) {
    router.get("/_sim/state").handler(this::answer);
    router.post("/_sim/webhook/enable").handler(this::enableWebhook);
  }

  private void enableWebhook(RoutingContext call) {
    webhooks.enable();
    answer(call);
  }

  private void answer(RoutingContext call) {
    ObjectNode state = Json.object().put("time", Json.time(config.clock().instant()));
    state.putObject("oa").put("id", config.oaId());
    webhook(state.putObject("webhook"));
    tokens(state.putObject("tokens"));
    quotas(state.putObject("quota"));
    FaultApi.list(faults, state.putArray("faults"));
    state.put("users_known", chats.citizens().size());
    users(state.putArray("users"));
    call.response().putHeader("Content-Type", "application/json").end(Json.write(state));
  }

  private void quotas(ObjectNode json) {
    json.put("per_minute", rate.limit()).put("remaining", rate.remaining());
    allowance(json.putObject("zns_daily"), znsDaily);
    for (Uploads.Door door : Uploads.Door.values()) {
      allowance(
          json.putObject("uploads_" + ChatJson.word(door) + "_monthly"), uploads.allowance(door));
    }
  }

  private static void allowance(ObjectNode json, Allowance allowance) {
    json.put("total", allowance.total()).put("remaining", allowance.remaining());
  }

  private void webhook(ObjectNode json) {
    json.put("enabled", webhooks.enabled())
        .put("waiting", webhooks.counts().waiting())
        .put("delivered", webhooks.counts().delivered())
        .put("retried", webhooks.counts().retried())
        .put("lost", webhooks.counts().lost());
  }

  private void tokens(ObjectNode json) {
    tokens.access().ifPresent(token -> token(json.putObject("access"), token));
    tokens.refresh().ifPresent(token -> token(json.putObject("refresh"), token));
  }

  private static void token(ObjectNode json, Tokens.Token token) {
    json.put("token", token.value().value()).put("until", Json.time(token.until()));
  }

  /** Those who did something last come first. */
  private void users(ArrayNode users) {
    chats.citizens().stream()
        .sorted(
            Comparator.comparing(c -> c.lastInteraction().map(at -> -at.toEpochMilli()).orElse(0L)))
        .limit(MOST_USERS)
        .map((Citizen citizen) -> ChatJson.citizen(citizen, config.clock().instant()))
        .forEach(users::add);
  }
}
