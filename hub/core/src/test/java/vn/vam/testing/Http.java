package vn.vam.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The few calls tests make beside the code under test. */
public final class Http {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private Http() {}

  public static HttpResponse<String> get(URI uri) {
    return send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build());
  }

  public static byte[] bytes(URI uri) {
    return send(
            HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build(),
            BodyHandlers.ofByteArray())
        .body();
  }

  public static HttpResponse<String> post(URI uri, String contentType, String body) {
    return post(uri, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  public static HttpResponse<String> post(URI uri, String contentType, byte[] body) {
    return send(
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(body))
            .build());
  }

  /** Whether anything answers with that status. */
  public static boolean answers(URI uri, int status) {
    try {
      return get(uri).statusCode() == status;
    } catch (UncheckedIOException nobody) {
      return false;
    }
  }

  /** Whatever it asks, headers of its own included. */
  public static HttpResponse<String> send(HttpRequest request) {
    return send(request, BodyHandlers.ofString());
  }

  private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return CLIENT.send(request, body);
    } catch (IOException nobody) {
      throw new UncheckedIOException(nobody);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + request.uri(), interrupted);
    }
  }
}
