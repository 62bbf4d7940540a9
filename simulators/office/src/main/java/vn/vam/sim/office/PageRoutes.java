package vn.vam.sim.office;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;

/** The page and what it needs, all from the class path. */
final class PageRoutes {

  private final Register register;
  private final Clock clock;

  PageRoutes(Register register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  void mountOn(Router router) {
    router.get("/").handler(this::page);
    asset(router, "/office.css", "text/css");
    asset(router, "/office.js", "text/javascript");
  }

  private void page(RoutingContext context) {
    answer(context, "text/html", OfficePage.of(register.all(), clock.instant()));
  }

  private static void asset(Router router, String path, String type) {
    String text = resource(path.substring(1));
    router.get(path).handler(context -> answer(context, type, text));
  }

  private static void answer(RoutingContext context, String type, String text) {
    context
        .response()
        .putHeader("Content-Type", type + "; charset=utf-8")
        .putHeader("Content-Security-Policy", "default-src 'self'; img-src data:")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Cache-Control", "no-store")
        .end(text);
  }

  private static String resource(String name) {
    try (InputStream in = PageRoutes.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
