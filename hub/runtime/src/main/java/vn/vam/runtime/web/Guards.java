package vn.vam.runtime.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** What every answer says to browsers, and which requests of other sites are turned away. */
final class Guards {
  private static final Map<String, String> HEADERS =
      Map.of(
          "content-security-policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
              + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "x-content-type-options",
          "nosniff",
          "referrer-policy",
          "no-referrer",
          "cross-origin-opener-policy",
          "same-origin",
          "cross-origin-resource-policy",
          "same-origin");

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private Guards() {}

  static void mount(Router router) {
    router.route().handler(Guards::addHeaders);
    router.route("/api/*").handler(Guards::refuseOtherSites);
  }

  private static void addHeaders(RoutingContext context) {
    context.response().headers().addAll(HEADERS);
    context.next();
  }

  /** A page of another site must not press buttons here in the name of whoever reads it. */
  private static void refuseOtherSites(RoutingContext context) {
    if (isOfAnotherSite(context.request())) {
      Problem.ofStatus(403, "Only the console itself may ask for changes from a browser.")
          .send(context.response());
      return;
    }
    context.next();
  }

  private static boolean isOfAnotherSite(HttpServerRequest request) {
    String origin = request.getHeader("origin");
    return origin != null
        && !READING.contains(request.method())
        && !authorityOf(origin).equals(request.getHeader("host"));
  }

  private static String authorityOf(String origin) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException notAnAddress) {
      return "";
    }
  }
}
