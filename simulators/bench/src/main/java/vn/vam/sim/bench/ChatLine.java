package vn.vam.sim.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** The messenger's webhooks: what citizens type, signed as the platform signs it. */
final class ChatLine implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;

  private final URI webhook;
  private final UnaryOperator<String> photos;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicLong number = new AtomicLong();

  /**
   * @param photos where the one of a dossier's receipt lies
   */
  ChatLine(URI webhook, UnaryOperator<String> photos) {
    this.webhook = webhook;
    this.photos = photos;
  }

  /** Whether the hub took it. */
  boolean say(String citizen, Utterance utterance) {
    String timestamp = Long.toString(System.currentTimeMillis());
    byte[] body = event(citizen, utterance, timestamp).toString().getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(webhook)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("X-ZEvent-Signature", "mac=" + mac(body, timestamp))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException gone) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private ObjectNode event(String citizen, Utterance utterance, String timestamp) {
    ObjectNode event =
        JSON.createObjectNode().put("app_id", ChatHub.APP_ID).put("timestamp", timestamp);
    event.putObject("sender").put("id", citizen);
    event.putObject("recipient").put("id", "388613280878808645");
    ObjectNode message = event.putObject("message").put("msg_id", "b" + number.incrementAndGet());
    switch (utterance) {
      case Utterance.Words words -> {
        event.put("event_name", "user_send_text");
        message.put("text", words.text());
      }
      case Utterance.Photo photo -> {
        event.put("event_name", "user_send_image");
        String url = photos.apply(photo.code());
        message
            .putArray("attachments")
            .addObject()
            .put("type", "image")
            .putObject("payload")
            .put("thumbnail", url)
            .put("url", url);
      }
    }
    return event;
  }

  private static String mac(byte[] body, String timestamp) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(ChatHub.APP_ID.getBytes(StandardCharsets.UTF_8));
      sha.update(body);
      sha.update(timestamp.getBytes(StandardCharsets.UTF_8));
      sha.update(ChatHub.OA_SECRET.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
