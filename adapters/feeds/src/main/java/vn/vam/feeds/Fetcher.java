package vn.vam.feeds;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks sources over HTTP: only for what changed, within a deadline, up to a size, following no
 * redirect. Safe for several threads.
 */
final class Fetcher implements AutoCloseable {
  private static final int LONGEST_VERSION = 200;

  private final Duration deadline;
  private final HttpClient client;

  Fetcher(Duration deadline) {
    this.deadline = deadline;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(deadline)
            .build();
  }

  /**
   * Blocks until the deadline at most.
   *
   * @param had the version we have
   * @param most bytes
   */
  Fetched fetch(URI url, Fetched.Version had, int most) {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request(url, had), response -> new LimitedBody(most));
    try {
      return read(exchange.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      return new Fetched.Failed("no whole answer within " + deadline.toMillis() + " ms");
    } catch (ExecutionException broken) {
      return new Fetched.Failed(reason(broken, most));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Fetched.Failed("the hub is stopping");
    } finally {
      exchange.cancel(true);
    }
  }

  private static HttpRequest request(URI url, Fetched.Version had) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url);
    if (!had.etag().isEmpty()) {
      request.header("If-None-Match", had.etag());
    }
    if (!had.lastModified().isEmpty()) {
      request.header("If-Modified-Since", had.lastModified());
    }
    return request.build();
  }

  private static Fetched read(HttpResponse<byte[]> response) {
    return switch (response.statusCode()) {
      case 200 ->
          new Fetched.Content(
              response.body(),
              new Fetched.Version(header(response, "ETag"), header(response, "Last-Modified")));
      case 304 -> new Fetched.Unchanged();
      default -> new Fetched.Failed("status " + response.statusCode());
    };
  }

  /** It is sent back as it came: nothing but what a header may hold. */
  private static String header(HttpResponse<byte[]> response, String name) {
    return response
        .headers()
        .firstValue(name)
        .filter(value -> value.length() <= LONGEST_VERSION && value.matches("[ -~]+"))
        .orElse("");
  }

  private static String reason(ExecutionException broken, int most) {
    Throwable cause = broken.getCause();
    if (cause instanceof LimitedBody.TooLarge) {
      return "the answer is longer than " + most + " bytes";
    }
    return cause instanceof ConnectException
        ? "no connection"
        : "the connection broke, " + (cause == null ? broken : cause).getClass().getSimpleName();
  }

  /** Hangs up on what is under way. */
  @Override
  public void close() {
    client.shutdownNow();
  }
}
