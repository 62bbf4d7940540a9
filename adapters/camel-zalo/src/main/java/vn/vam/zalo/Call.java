package vn.vam.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import vn.vam.zalo.ZaloResult.Refused;

/** What an operation makes of a message: a request without its token yet, or the reason why not. */
sealed interface Call {
  /** Which of the platform's hosts is asked. */
  enum Host {
    OPEN_API,
    BUSINESS;

    URI base(ZaloConfiguration configuration) {
      return switch (this) {
        case OPEN_API -> configuration.openApi();
        case BUSINESS -> configuration.business();
      };
    }
  }

  /** Fails a limit the platform is known to have, so it is not even asked. */
  record Unsendable(Refused refusal) implements Call {}

  record Get(Host host, String path) implements Call, Sendable {
    @Override
    public HttpRequest.Builder request(ZaloConfiguration configuration) {
      return HttpRequest.newBuilder(PlatformHttp.under(host.base(configuration), path)).GET();
    }
  }

  record Post(Host host, String path, String contentType, byte[] body) implements Call, Sendable {
    @Override
    public HttpRequest.Builder request(ZaloConfiguration configuration) {
      return HttpRequest.newBuilder(PlatformHttp.under(host.base(configuration), path))
          .header("Content-Type", contentType)
          .POST(BodyPublishers.ofByteArray(body));
    }
  }

  /** What {@link Get} and {@link Post} have in common. */
  interface Sendable {
    HttpRequest.Builder request(ZaloConfiguration configuration);
  }

  /** The platform's way of asking: one query parameter {@code data} that holds JSON. */
  static Call get(Host host, String path, JsonNode data) {
    String json = new String(LimitedJson.write(data), StandardCharsets.UTF_8);
    return new Get(host, path + "?data=" + URLEncoder.encode(json, StandardCharsets.UTF_8));
  }

  static Call post(Host host, String path, JsonNode json) {
    return new Post(host, path, "application/json", LimitedJson.write(json));
  }

  static Call refused(String reason) {
    return new Unsendable(Refused.locally(reason));
  }
}
