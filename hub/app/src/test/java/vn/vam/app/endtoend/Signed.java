package vn.vam.app.endtoend;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A webhook as the platform posts it, signed here by the platform's rule: SHA-256 of application
 * id, body, the body's timestamp and the account's secret.
 *
 * @param mac empty for none
 */
record Signed(String body, String mac) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  static Signed with(String body, String secret) {
    String timestamp = new JsonObject(body).getString("timestamp");
    return new Signed(body, sha256(Servers.APP_ID + body + timestamp + secret));
  }

  /** A citizen wrote a text that needs no escapes in JSON. */
  static Signed text(String citizen, String messageId, String text) {
    String body =
        """
        {"app_id":"%s","sender":{"id":"%s"},"user_id_by_app":"552177279717587730",\
        "recipient":{"id":"388613280879808645"},"event_name":"user_send_text",\
        "message":{"text":"%s","msg_id":"%s"},"timestamp":"%d"}\
        """
            .formatted(Servers.APP_ID, citizen, text, messageId, Instant.now().toEpochMilli());
    return with(body, Servers.OA_SECRET);
  }

  /**
   * A citizen sent a photo.
   *
   * @param at where the messenger keeps it, as it says
   */
  static Signed photo(String citizen, String messageId, URI at) {
    String body =
        """
        {"app_id":"%s","sender":{"id":"%s"},"user_id_by_app":"552177279717587730",\
        "recipient":{"id":"388613280879808645"},"event_name":"user_send_image",\
        "message":{"attachments":[{"type":"image","payload":{"url":"%s"}}],"msg_id":"%s"},\
        "timestamp":"%d"}\
        """
            .formatted(Servers.APP_ID, citizen, at, messageId, Instant.now().toEpochMilli());
    return with(body, Servers.OA_SECRET);
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /** Returns the status of the answer. */
  int postTo(URI webhook) {
    return postTo(webhook, 0);
  }

  /**
   * Returns the status of the answer.
   *
   * @param retry how often it was posted before
   */
  int postTo(URI webhook, int retry) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(webhook)
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .header("num_retry", Integer.toString(retry))
            .POST(BodyPublishers.ofString(body));
    if (!mac.isEmpty()) {
      request.header("X-ZEvent-Signature", "mac=" + mac);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException nobody) {
      throw new UncheckedIOException(nobody);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while posting a webhook", interrupted);
    }
  }
}
