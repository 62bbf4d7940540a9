package vn.vam.sim.zalo.platform;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.vam.sim.zalo.ZaloSimulatorConfig;

/**
 * {@code GET /v4/oa/permission}: the account's owner is asked, says yes, and is sent back with a
 * code.
 */
final class ConsentPage {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private final ZaloSimulatorConfig config;
  private final Consents consents;

  ConsentPage(ZaloSimulatorConfig config, Consents consents) {
    this.config = config;
    this.consents = consents;
  }

  void answer(RoutingContext call) {
    MultiMap query = call.queryParams();
    Optional<String> wrong = complaint(query);
    if (wrong.isPresent()) show(call, 400, "Không mở được trang cấp quyền", wrong.get(), "");
    else if ("allow".equals(query.get("consent"))) sendBack(call, query);
    else ask(call);
  }

  private Optional<String> complaint(MultiMap query) {
    if (!config.appId().equals(query.get("app_id"))) return Optional.of("-14002: app_id lạ.");
    if (!text(query, "code_challenge").matches("[A-Za-z0-9_-]{43}")) {
      return Optional.of("code_challenge phải là SHA-256 dạng base64url, 43 ký tự.");
    }
    boolean known = isLoopback(text(query, "redirect_uri"));
    return known ? Optional.empty() : Optional.of("-14003: redirect_uri phải nằm trên máy này.");
  }

  /** The simulator sends nobody away from this machine. */
  private static boolean isLoopback(String redirect) {
    try {
      URI uri = URI.create(redirect);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return http && uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private void sendBack(RoutingContext call, MultiMap query) {
    String redirect = text(query, "redirect_uri");
    String state = text(query, "state");
    String location =
        redirect
            + (redirect.contains("?") ? "&" : "?")
            + "code="
            + consents.grant(text(query, "code_challenge"))
            + "&oa_id="
            + config.oaId()
            + (state.isEmpty() ? "" : "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8));
    call.response().setStatusCode(302).putHeader("Location", location).end();
  }

  private static void ask(RoutingContext call) {
    String link =
        call.request().uri().replace("&", "&amp;").replace("\"", "%22").replace("<", "%3C");
    show(
        call,
        200,
        "Vàm xin quyền trên Tổng đài tỉnh",
        "Ứng dụng muốn gửi tin nhắn và đọc thông tin người quan tâm thay mặt tài khoản này.",
        "<a class=\"allow\" data-testid=\"allow\" href=\""
            + link
            + "&amp;consent=allow\">Cho phép</a>");
  }

  private static void show(
      RoutingContext call, int status, String title, String text, String link) {
    call.response().setStatusCode(status).putHeader("Content-Type", "text/html; charset=utf-8");
    call.response()
        .end(
            """
            <!doctype html><html lang="vi"><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/consent.css">
            <main><h1>%1$s</h1><p>%2$s</p>%3$s</main></html>
            """
                .formatted(title, text, link));
  }

  private static String text(MultiMap query, String name) {
    return Objects.requireNonNullElse(query.get(name), "");
  }
}
