package vn.vam.influxdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** What both directions need of HTTP: limits, credentials in a header, and the path of 1.x. */
final class Wire {
  private static final String V2_WRITE = "/api/v2/write";

  private Wire() {}

  /** Redirects are not followed: nothing the configuration does not name is contacted. */
  static OkHttpClient.Builder client(InfluxConfig config) {
    return new OkHttpClient.Builder()
        .connectTimeout(config.connectTimeout())
        .readTimeout(config.answerTimeout())
        .writeTimeout(config.answerTimeout())
        .callTimeout(config.answerTimeout())
        .followRedirects(false)
        .followSslRedirects(false);
  }

  static OkHttpClient.Builder clientForWrites(OkHttpClient shared, InfluxConfig config) {
    OkHttpClient.Builder builder = shared.newBuilder().addInterceptor(Wire::requireNoContent);
    return switch (config.api()) {
      case InfluxConfig.V1 v1 ->
          builder.addNetworkInterceptor(chain -> chain.proceed(asV1(chain.request(), v1)));
      case InfluxConfig.V2 v2 -> builder;
    };
  }

  /** The value of the Authorization header, where the configuration has credentials. */
  static Optional<String> authorization(InfluxConfig.Api api) {
    return switch (api) {
      case InfluxConfig.V1 v1 -> v1.login().map(Wire::basic);
      case InfluxConfig.V2 v2 -> v2.token().map(token -> "Token " + token.reveal());
    };
  }

  private static String basic(InfluxConfig.Login login) {
    return Credentials.basic(login.user(), login.password().reveal(), StandardCharsets.UTF_8);
  }

  private static Response requireNoContent(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.code() == 204) {
      return response;
    }
    try (response) {
      throw new NotWritten(response.code(), Bodies.reason(response));
    }
  }

  /** Before 1.8 the server knows {@code /write} only; the body is the same. */
  private static Request asV1(Request request, InfluxConfig.V1 v1) {
    HttpUrl url = request.url();
    String path = url.encodedPath().replace(V2_WRITE, "/write");
    HttpUrl.Builder rewritten =
        url.newBuilder().encodedPath(path).query(null).addQueryParameter("db", v1.database());
    v1.retentionPolicy().ifPresent(name -> rewritten.addQueryParameter("rp", name));
    Request.Builder builder =
        request.newBuilder().url(rewritten.addQueryParameter("precision", "ms").build());
    authorization(v1).ifPresent(credentials -> builder.header("Authorization", credentials));
    return builder.build();
  }
}
