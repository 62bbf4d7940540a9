package vn.vam.runtime.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * The console's files and the API's description, all from the class path and kept in memory: what a
 * browser still has by its tag is not sent again.
 */
final class Assets {
  private static final List<String> CONSOLE =
      List.of(
          "app.js",
          "api.js",
          "alerts.js",
          "books.js",
          "chart.js",
          "console.css",
          "deliveries.js",
          "desk.js",
          "detail.js",
          "details.js",
          "dom.js",
          "favicon.svg",
          "format.js",
          "levels.js",
          "live.js",
          "rejected.js",
          "river.js",
          "series.js",
          "stations.js",
          "state.js",
          "summary.js",
          "words.js");
  private static final String UPLOT = "META-INF/maven/org.webjars.npm/uplot/pom.properties";

  private Assets() {}

  static void mount(Router router) {
    serve(router, "/", "web/index.html", "text/html; charset=utf-8");
    serve(router, "/api/v1/openapi.yaml", "openapi/openapi.yaml", "application/yaml");
    CONSOLE.forEach(file -> serve(router, "/console/" + file, "web/" + file, typeOf(file)));
    String uplot = "META-INF/resources/webjars/uplot/" + uplotVersion() + "/dist/";
    serve(router, "/console/uplot.js", uplot + "uPlot.esm.js", typeOf(".js"));
    serve(router, "/console/uplot.css", uplot + "uPlot.min.css", typeOf(".css"));
  }

  private static void serve(Router router, String path, String resource, String type) {
    byte[] bytes = bytesOf(resource);
    Buffer body = Buffer.buffer(bytes);
    String tag = tagOf(bytes);
    router
        .route(path)
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(context -> answer(context, type, tag, body));
  }

  private static void answer(RoutingContext context, String type, String tag, Buffer body) {
    HttpServerResponse response =
        context.response().putHeader("etag", tag).putHeader("cache-control", "no-cache");
    if (tag.equals(context.request().getHeader("if-none-match"))) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader("content-type", type).end(body);
  }

  private static String typeOf(String file) {
    return switch (file.substring(file.lastIndexOf('.'))) {
      case ".js" -> "text/javascript; charset=utf-8";
      case ".css" -> "text/css; charset=utf-8";
      default -> "image/svg+xml";
    };
  }

  /** A weak tag: the same file may leave compressed. */
  private static String tagOf(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }

  private static String uplotVersion() {
    Properties properties = new Properties();
    try (InputStream in = open(UPLOT)) {
      properties.load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties.getProperty("version");
  }

  private static byte[] bytesOf(String resource) {
    try (InputStream in = open(resource)) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource);
    if (in == null) {
      throw new IOException("not on the class path: " + resource);
    }
    return in;
  }
}
