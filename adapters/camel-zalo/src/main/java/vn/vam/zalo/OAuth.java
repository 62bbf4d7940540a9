package vn.vam.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.vam.zalo.PlatformHttp.Outcome;

/** Asks for tokens: {@code POST /v4/oa/access_token}, for a first code as for a refresh. */
final class OAuth {
  private static final String PATH = "/v4/oa/access_token";
  private static final int UNKNOWN_REFRESH_TOKEN = -14014;
  private static final int LONGEST_LIFE = 31 * 24 * 3600;

  private final ZaloConfiguration configuration;
  private final PlatformHttp http;
  private final Clock clock;

  OAuth(ZaloConfiguration configuration, PlatformHttp http, Clock clock) {
    this.configuration = configuration;
    this.http = http;
    this.clock = clock;
  }

  Grant exchange(Secret code, Secret verifier) {
    return ask(
        Map.of(
            "code", code.reveal(),
            "code_verifier", verifier.reveal(),
            "grant_type", "authorization_code"));
  }

  Grant refresh(Secret refreshToken) {
    return ask(Map.of("refresh_token", refreshToken.reveal(), "grant_type", "refresh_token"));
  }

  private Grant ask(Map<String, String> fields) {
    Map<String, String> form = new TreeMap<>(fields);
    form.put("app_id", configuration.appId());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(PlatformHttp.under(configuration.oauth(), PATH))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("secret_key", configuration.appSecret().reveal())
            .POST(BodyPublishers.ofString(encoded(form)));
    return switch (http.sendForTokens(request)) {
      case Outcome.NotOpened(String reason) -> new Grant.Failed(reason);
      case Outcome.Lost(String reason) -> new Grant.Failed(reason);
      case Outcome.Answered answer -> read(answer);
    };
  }

  // An already used refresh token was seen to be answered with HTTP 200 and nothing at all.
  private Grant read(Outcome.Answered answer) {
    if (answer.body().length == 0 && answer.status() == 200) {
      return new Grant.Gone("the platform answered with an empty body, as it does for used tokens");
    }
    try {
      return read(answer.status(), LimitedJson.read(answer.body()));
    } catch (IOException unreadable) {
      return unreadable(answer.status());
    }
  }

  private Grant read(int status, JsonNode json) {
    OptionalInt error = Numbers.smallIn(json.path("error"));
    if (error.isPresent() && error.getAsInt() != 0) {
      return declined(error.getAsInt(), Texts.printable(json.path("error_name").asText("")));
    }
    return status == 200 ? granted(json) : unreadable(status);
  }

  private static Grant declined(int code, String name) {
    String reason = "the platform answered %d %s".formatted(code, name).strip();
    return code == UNKNOWN_REFRESH_TOKEN ? new Grant.Gone(reason) : new Grant.Failed(reason);
  }

  private Grant granted(JsonNode json) {
    String access = json.path("access_token").asText("");
    String refresh = json.path("refresh_token").asText("");
    int seconds = Numbers.smallIn(json.path("expires_in")).orElse(0);
    boolean complete =
        Secret.isAcceptable(access)
            && Secret.isAcceptable(refresh)
            && seconds > 0
            && seconds <= LONGEST_LIFE;
    Instant now = clock.instant();
    return complete
        ? new Grant.Granted(
            TokenPair.granted(Secret.of(access), Secret.of(refresh), now, now.plusSeconds(seconds)))
        : unreadable(200);
  }

  private static Grant unreadable(int status) {
    return new Grant.Failed("HTTP %d without readable tokens".formatted(status));
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
