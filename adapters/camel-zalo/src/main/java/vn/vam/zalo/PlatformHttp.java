package vn.vam.zalo;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * HTTP to the platform that says precisely how far a request got, and never sends one twice on its
 * own account.
 *
 * <p>The JDK's client repeats a POST on a connection that turned out dead only when the system
 * property {@code jdk.httpclient.enableAllMethodRetry} asks for it, so that property is refused.
 */
final class PlatformHttp implements AutoCloseable {
  static final int MAX_ANSWER = 256 * 1024;

  private static final String TOO_MANY = "too many requests: kept back here";
  private static final String RETRY_PROPERTY = "jdk.httpclient.enableAllMethodRetry";

  private final HttpClient client;
  private final Duration timeout;
  private final RequestDoor door;

  PlatformHttp(ZaloConfiguration configuration) {
    refuseRepeatedPosts();
    timeout = configuration.requestTimeout();
    door = new RequestDoor(configuration.rate(), timeout);
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(configuration.connectTimeout())
            .build();
  }

  /** How far a request got. */
  sealed interface Outcome {
    /** An answer came in full. */
    record Answered(int status, byte[] body, OptionalLong rateRemaining) implements Outcome {}

    /** No connection: the request never left. */
    record NotOpened(String reason) implements Outcome {}

    /** The request may have arrived; its answer did not. */
    record Lost(String reason) implements Outcome {}
  }

  static URI under(URI base, String path) {
    String text = base.toString();
    return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
  }

  /** When its turn has come; not at all while the account rests. */
  Outcome send(HttpRequest.Builder request) {
    return door.pass() ? sent(request) : new Outcome.NotOpened(TOO_MANY);
  }

  /** When its turn has come, even while the account rests: nothing can follow without a token. */
  Outcome sendForTokens(HttpRequest.Builder request) {
    return door.passWhateverWasSaid() ? sent(request) : new Outcome.NotOpened(TOO_MANY);
  }

  /** The platform asked for fewer requests: none leaves for a while. */
  void rest() {
    door.shut();
  }

  /** How long until the next request may leave; zero when one may now. */
  Duration untilFree() {
    return door.untilFree();
  }

  private Outcome sent(HttpRequest.Builder request) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request.timeout(timeout).build(), LimitedBody.ofBytes(MAX_ANSWER));
    try {
      return answered(Uninterrupted.get(answer, timeout));
    } catch (ExecutionException failure) {
      return failed(failure.getCause());
    } catch (TimeoutException late) {
      return new Outcome.Lost("no complete answer within " + timeout);
    } finally {
      answer.cancel(true);
    }
  }

  private static Outcome answered(HttpResponse<byte[]> answer) {
    return new Outcome.Answered(
        answer.statusCode(), answer.body(), number(answer, "X-RateLimit-Remain"));
  }

  private static OptionalLong number(HttpResponse<?> answer, String header) {
    try {
      return answer.headers().firstValueAsLong(header);
    } catch (NumberFormatException unreadable) {
      return OptionalLong.empty();
    }
  }

  // A failed handshake ends a connection before the request is written to it.
  private static Outcome failed(@Nullable Throwable cause) {
    return switch (cause) {
      case ConnectException refused -> new Outcome.NotOpened("connection could not be opened");
      case HttpConnectTimeoutException slow -> new Outcome.NotOpened("connecting took too long");
      case SSLHandshakeException distrust -> new Outcome.NotOpened("TLS handshake failed");
      case HttpTimeoutException late -> new Outcome.Lost("no answer in time");
      case IOException cut -> new Outcome.Lost("connection broke: " + brief(cut));
      case null -> new Outcome.Lost("request failed");
      default -> new Outcome.Lost("request failed: " + cause.getClass().getSimpleName());
    };
  }

  private static String brief(IOException cut) {
    String message = cut.getMessage();
    return message == null ? cut.getClass().getSimpleName() : Texts.printable(message);
  }

  private static void refuseRepeatedPosts() {
    String value = System.getProperty(RETRY_PROPERTY);
    if (value != null && (value.isEmpty() || Boolean.parseBoolean(value))) {
      throw new IllegalStateException(
          RETRY_PROPERTY + " is set: citizens would get messages twice. Remove it.");
    }
  }

  /** Waits for what is in flight, which the request timeout bounds. */
  @Override
  public void close() {
    client.close();
  }
}
