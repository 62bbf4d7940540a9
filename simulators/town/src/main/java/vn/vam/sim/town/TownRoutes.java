package vn.vam.sim.town;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** What the town answers. Everything has an ETag, and is sent again only when it changed. */
final class TownRoutes {
  private static final int LARGEST_ORDER = 4_096;
  private static final int SLOW_MS = 30_000;

  private final Newsroom newsroom;
  private final Gatehouse gatehouse;
  private final BusLines buses = new BusLines();
  private final Clock clock;
  private final Supplier<String> base;
  private final Faults faults = new Faults();
  private final Map<String, Integer> asked = new HashMap<>();

  /**
   * @param base the town's own address
   */
  TownRoutes(Clock clock, Supplier<String> base) {
    this.base = base;
    this.clock = clock;
    this.newsroom = new Newsroom(clock);
    this.gatehouse = new Gatehouse(clock);
  }

  void mountOn(Router router) {
    serve(router, "/tin/rss.xml", "application/rss+xml", () -> bytes(newsroom.rss(base.get())));
    router.getWithRegex("/tin/anh/(?<number>\\d{1,6})\\.png").handler(TownRoutes::picture);
    serve(router, "/tin/atom.xml", "application/atom+xml", () -> bytes(newsroom.atom()));
    serve(router, "/cong.geojson", "application/geo+json", () -> bytes(gatehouse.geoJson()));
    serve(router, "/xebuyt/gtfs.zip", "application/zip", () -> buses.gtfs());
    serve(router, "/xebuyt/bang-gio.csv", "text/csv", () -> bytes(buses.csv()));
    serve(router, "/xebuyt/cap-nhat.pb", "application/x-protobuf", this::tripUpdates);
    serve(router, "/xebuyt/vi-tri.pb", "application/x-protobuf", this::vehicles);
    serve(router, "/xebuyt/thong-bao.pb", "application/x-protobuf", this::alert);
    serve(router, "/diadiem.geojson", "application/geo+json", () -> resource("sights.geojson"));
    serve(router, "/truonghoc.geojson", "application/geo+json", () -> resource("schools.geojson"));
    router.post("/_sim/*").handler(BodyHandler.create(false).setBodyLimit(LARGEST_ORDER));
    router.post("/_sim/faults").handler(this::order);
    router.post("/_sim/articles").handler(this::publish);
    router.post("/_sim/sluices").handler(this::turn);
    router.get("/_sim/asked").handler(context -> context.json(new JsonObject(Map.copyOf(asked))));
  }

  private static void picture(RoutingContext context) {
    answer(context, "image/png", NewsPicture.of(Integer.parseInt(context.pathParam("number"))));
  }

  private byte[] tripUpdates() {
    return Realtime.updates(buses.lateTrips(), buses.cancelledTrips(), clock.instant());
  }

  private byte[] vehicles() {
    return Realtime.vehicles(buses.standing(clock.instant()), clock.instant());
  }

  private byte[] alert() {
    return Realtime.alert(clock.instant());
  }

  private void serve(Router router, String path, String type, Supplier<byte[]> content) {
    router
        .get(path)
        .handler(
            context -> {
              asked.merge(path, 1, Integer::sum);
              faults
                  .next(path)
                  .ifPresentOrElse(
                      fault -> fail(context, fault, type, content),
                      () -> answer(context, type, content.get()));
            });
  }

  private static void answer(RoutingContext context, String type, byte[] body) {
    String etag = "\"" + Integer.toHexString(Arrays.hashCode(body)) + "\"";
    context.response().putHeader("ETag", etag);
    if (etag.equals(context.request().getHeader("If-None-Match"))) {
      context.response().setStatusCode(304).end();
    } else {
      context.response().putHeader("Content-Type", type).end(Buffer.buffer(body));
    }
  }

  private static void fail(
      RoutingContext context, Faults.Fault fault, String type, Supplier<byte[]> content) {
    switch (fault.kind()) {
      case DOWN -> context.request().connection().close();
      case HTTP_500 -> context.response().setStatusCode(500).end();
      case GARBAGE -> context.response().end("<html>Bảo trì</html>");
      case SLOW ->
          context
              .vertx()
              .setTimer(
                  Math.max(1, fault.ms()),
                  timer -> {
                    if (!context.response().closed()) {
                      answer(context, type, content.get());
                    }
                  });
    }
  }

  private void order(RoutingContext context) {
    Optional<JsonObject> order = body(context);
    Optional<Faults.Kind> kind =
        order.map(json -> json.getString("kind", "")).flatMap(Faults.Kind::named);
    int count = order.map(json -> json.getInteger("count", 1)).orElse(-1);
    if (kind.isEmpty() || count < 0 || count > Faults.MOST) {
      refuse(
          context,
          "Expected {\"kind\":\"down|slow|http-500|garbage\",\"path\":\"/tin\",\"count\":0 to 100000,\"ms\":30000}");
      return;
    }
    int ms = order.map(json -> json.getInteger("ms", SLOW_MS)).orElse(SLOW_MS);
    String path = order.map(json -> json.getString("path", "/")).orElse("/");
    faults.order(path, new Faults.Fault(kind.get(), ms), count);
    context.json(new JsonObject().put("ordered", count));
  }

  private void publish(RoutingContext context) {
    Optional<JsonObject> article = body(context).filter(json -> json.containsKey("title"));
    if (article.isEmpty()) {
      refuse(context, "Expected {\"title\":\"…\",\"category\":\"…\"}");
      return;
    }
    newsroom.publish(
        article.get().getString("title"), article.get().getString("category", "Tin tức"));
    context.json(new JsonObject().put("published", true));
  }

  private void turn(RoutingContext context) {
    JsonObject order = body(context).orElseGet(JsonObject::new);
    String state = order.getString("state", "");
    if (List.of("open", "closed", "unknown").contains(state)
        && gatehouse.turn(order.getString("name", ""), state)) {
      context.json(new JsonObject().put("turned", true));
    } else {
      refuse(context, "Expected {\"name\":\"Cống Xuân Hòa\",\"state\":\"open|closed|unknown\"}");
    }
  }

  private static Optional<JsonObject> body(RoutingContext context) {
    try {
      return Optional.ofNullable(context.body().asJsonObject());
    } catch (DecodeException | ClassCastException notAnObject) {
      return Optional.empty();
    }
  }

  private static void refuse(RoutingContext context, String expected) {
    context
        .response()
        .setStatusCode(400)
        .putHeader("Content-Type", "application/problem+json")
        .end(new JsonObject().put("title", "Unknown order").put("detail", expected).encode());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] resource(String name) {
    try (InputStream in = TownRoutes.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
