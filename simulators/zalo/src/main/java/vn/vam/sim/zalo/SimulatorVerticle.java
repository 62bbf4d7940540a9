package vn.vam.sim.zalo;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.sim.zalo.chat.ChatMessage;
import vn.vam.sim.zalo.chat.Chats;
import vn.vam.sim.zalo.chat.Photos;
import vn.vam.sim.zalo.choice.Switches;
import vn.vam.sim.zalo.control.ChatJson;
import vn.vam.sim.zalo.control.CitizenApi;
import vn.vam.sim.zalo.control.Deliveries;
import vn.vam.sim.zalo.control.FaultApi;
import vn.vam.sim.zalo.control.InsideApi;
import vn.vam.sim.zalo.control.LiveFeed;
import vn.vam.sim.zalo.control.PhonePage;
import vn.vam.sim.zalo.control.PhotoApi;
import vn.vam.sim.zalo.control.Problem;
import vn.vam.sim.zalo.control.ReceiptApi;
import vn.vam.sim.zalo.control.StateApi;
import vn.vam.sim.zalo.control.SwitchApi;
import vn.vam.sim.zalo.fault.Faults;
import vn.vam.sim.zalo.platform.Allowance;
import vn.vam.sim.zalo.platform.Platform;
import vn.vam.sim.zalo.platform.RateLimit;
import vn.vam.sim.zalo.platform.Tokens;
import vn.vam.sim.zalo.platform.Uploads;
import vn.vam.sim.zalo.webhook.DeliveryState;
import vn.vam.sim.zalo.webhook.Events;
import vn.vam.sim.zalo.webhook.WebhookEvent;
import vn.vam.sim.zalo.webhook.WebhookQueue;

/** Puts the parts together on one event loop and listens. */
final class SimulatorVerticle extends AbstractVerticle {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatorVerticle.class);
  private final ZaloSimulatorConfig config;
  private final Deliveries deliveries = new Deliveries();
  private volatile @Nullable URI baseUri;
  private @Nullable WebhookQueue webhooks;

  SimulatorVerticle(ZaloSimulatorConfig config) {
    this.config = config;
  }

  URI baseUri() {
    return Objects.requireNonNull(baseUri, "not listening yet");
  }

  @Override
  public void start(Promise<Void> listening) {
    vertx
        .createHttpServer(serverOptions())
        .requestHandler(routes())
        .listen(config.port(), config.host())
        .onSuccess(this::remember)
        .<Void>mapEmpty()
        .onComplete(listening);
  }

  @Override
  public void stop() {
    if (webhooks != null) webhooks.close();
  }

  private void remember(HttpServer server) {
    String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
    baseUri = URI.create("http://" + host + ":" + server.actualPort());
    LOG.info("Zalo simulator listens address={}", baseUri);
  }

  private Router routes() {
    Faults faults = new Faults();
    LiveFeed live = new LiveFeed(vertx);
    Chats chats = new Chats(config.clock(), message -> tell(live, message));
    Tokens tokens = new Tokens(config);
    Switches switches = new Switches();
    RateLimit rate = new RateLimit(config.clock(), config.requestsPerMinute(), switches);
    Events events =
        new Events(config.appId(), config.oaId(), config.clock(), this::baseUri, switches);
    WebhookQueue webhooks =
        new WebhookQueue(
            vertx, config, faults, switches, (event, state) -> note(live, event, state));
    this.webhooks = webhooks;

    Photos photos = new Photos();
    Uploads uploads = new Uploads(config.clock(), photos, switches);
    Allowance znsDaily = Allowance.znsDaily(config.clock(), switches);
    Router router = Router.router(vertx);
    new Platform(config, tokens, rate, faults, chats, events, webhooks, uploads, switches, znsDaily)
        .mount(router);
    new CitizenApi(config.clock(), chats, photos, events, webhooks, live, switches).mount(router);
    new PhotoApi(photos, faults).mount(router);
    new SwitchApi(switches).mount(router);
    new FaultApi(faults).mount(router);
    new InsideApi(chats, deliveries, live).mount(router);
    new StateApi(config, chats, tokens, rate, faults, webhooks, uploads, znsDaily).mount(router);
    new ReceiptApi(vertx, config.office()).mount(router);
    new PhonePage().mount(router);
    Map.of(
            400,
            "this is no request",
            404,
            "nothing is here",
            405,
            "this path takes another method",
            413,
            "the body is larger than this path takes",
            500,
            "the simulator could not do this")
        .forEach(
            (status, words) -> router.errorHandler(status, call -> failed(call, status, words)));
    return router;
  }

  private void tell(LiveFeed live, ChatMessage message) {
    if (!message.shown()) return;
    live.tell(
        "message", OptionalLong.of(message.n()), ChatJson.line(message, DeliveryState.WAITING));
  }

  private void note(LiveFeed live, WebhookEvent event, DeliveryState state) {
    if (event.name().startsWith("user_send_")) deliveries.note(event.messageId(), state);
    live.tell(
        "delivery",
        OptionalLong.empty(),
        Json.object()
            .put("user", event.user())
            .put("event", event.name())
            .put("message_id", event.messageId())
            .put("state", ChatJson.word(state)));
  }

  private static void failed(RoutingContext call, int status, String words) {
    if (status == 500) LOG.error("Zalo simulator failed", call.failure());
    Problem.answer(call, status, words);
  }

  private static HttpServerOptions serverOptions() {
    return new HttpServerOptions()
        .setHttp2ClearTextEnabled(false)
        .setMaxInitialLineLength(8192)
        .setMaxHeaderSize(16 * 1024)
        .setMaxFormAttributeSize(8192)
        .setIdleTimeout(120)
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        .setCompressionSupported(false);
  }
}
