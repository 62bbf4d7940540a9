package vn.vam.sim.zalo.control;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The phone at {@code /}; its few files are read once, at start. */
public final class PhonePage {
  private static final List<String> FILES =
      List.of(
          "index.html",
          "phone.css",
          "layout.css",
          "consent.css",
          "icon.svg",
          "app.js",
          "api.js",
          "view.js",
          "people.js",
          "time.js",
          "backstage.js",
          "words.js",
          "map.js",
          "receipts.js",
          "light.js",
          "picker.css",
          "side.html",
          "side.js",
          "waves.svg");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  /** Nothing is fetched from outside this machine, pictures the account names included. */
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data: blob: http://127.0.0.1:* http://localhost:*; object-src 'none'; base-uri 'none'; frame-ancestors 'self'";

  public void mount(Router router) {
    FILES.forEach(file -> serve(router, "/" + file, file));
    serve(router, "/", "index.html");
  }

  private static void serve(Router router, String path, String file) {
    Buffer content = read(file);
    String type = TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "text/plain");
    router.get(path).handler(call -> answer(call, content, type));
  }

  private static void answer(RoutingContext call, Buffer content, String type) {
    call.response()
        .putHeader("Content-Type", type)
        .putHeader("Cache-Control", "no-cache")
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .end(content);
  }

  private static Buffer read(String file) {
    try (InputStream stream =
        PhonePage.class.getResourceAsStream("/vn/vam/sim/zalo/phone/" + file)) {
      if (stream == null) throw new IllegalStateException("the phone page lacks " + file);
      return Buffer.buffer(stream.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
