package vn.vam.sim.zalo.platform;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import vn.vam.sim.zalo.ZaloSimulatorConfig;
import vn.vam.sim.zalo.chat.Chats;
import vn.vam.sim.zalo.choice.Switches;
import vn.vam.sim.zalo.fault.Faults;
import vn.vam.sim.zalo.webhook.Events;
import vn.vam.sim.zalo.webhook.WebhookQueue;

/** The platform's paths; its three hosts are one here, for no path is on two of them. */
public final class Platform {
  private static final long MOST_BODY = 64L * 1024;
  private final Gate gate;
  private final OAuthApi oauth;
  private final ConsentPage consent;
  private final MessageApi messages;
  private final PeopleApi people;
  private final UploadApi uploading;
  private final ArticleApi articles;
  private final ZnsApi zns;

  public Platform(
      ZaloSimulatorConfig config,
      Tokens tokens,
      RateLimit rate,
      Faults faults,
      Chats chats,
      Events events,
      WebhookQueue webhooks,
      Uploads uploads,
      Switches switches,
      Allowance znsDaily) {
    Consents consents = new Consents(config.clock());
    gate = new Gate(rate, faults, tokens, switches);
    oauth = new OAuthApi(config, tokens, consents, switches);
    consent = new ConsentPage(config, consents);
    messages =
        new MessageApi(config.oaId(), config.clock(), chats, events, webhooks, uploads, switches);
    people = new PeopleApi(config.oaId(), chats, events, switches);
    uploading = new UploadApi(uploads);
    articles = new ArticleApi(config.clock(), switches);
    zns = new ZnsApi(config.clock(), chats, events, webhooks, switches, znsDaily);
  }

  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(MOST_BODY);
    router.get("/v4/oa/permission").handler(consent::answer);
    router
        .post("/v4/oa/access_token")
        .handler(body)
        .handler(gate::admitToOAuth)
        .handler(oauth::answer);
    router
        .post("/v3.0/oa/message/cs")
        .handler(body)
        .handler(gate::admit)
        .handler(messages::consult);
    router
        .post("/v3.0/oa/message/template")
        .handler(body)
        .handler(gate::admit)
        .handler(messages::template);
    router
        .post("/v2.0/oa/message")
        .handler(body)
        .handler(gate::admit)
        .handler(messages::consultByV2);
    router
        .postWithRegex("/v2\\.0/oa/upload/(?<door>image|gif|file)")
        .handler(gate::admit)
        .handler(uploading::take);
    router
        .post("/v2.0/article/create")
        .handler(body)
        .handler(gate::admit)
        .handler(articles::create);
    router
        .post("/v2.0/article/verify")
        .handler(body)
        .handler(gate::admit)
        .handler(articles::verify);
    router.post("/message/template").handler(body).handler(gate::admit).handler(zns::send);
    router.get("/message/quota").handler(gate::admit).handler(zns::quota);
    router.get("/message/status").handler(gate::admit).handler(zns::state);
    router.post("/v3.0/oa/quota/message").handler(body).handler(gate::admit).handler(people::quota);
    router.get("/v3.0/oa/user/detail").handler(gate::admit).handler(people::detail);
    router.get("/v2.0/oa/conversation").handler(gate::admit).handler(people::conversation);
  }
}
