package vn.vam.zalo.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.vam.zalo.LimitedJson;
import vn.vam.zalo.Secret;

/**
 * Tells a genuine webhook from one anybody could post: {@code X-ZEvent-Signature: mac=} and SHA-256
 * of application id, raw body, the body's own timestamp and the account's secret key, joined as
 * they are (not an HMAC).
 *
 * @param appId the application's id
 * @param oaSecretKey the secret key on the console's webhook page; not the application's secret
 */
public record WebhookSignature(String appId, Secret oaSecretKey) {
  public static final String HEADER = "X-ZEvent-Signature";

  /** In bytes; a longer body is not looked at. */
  public static final int MAX_SIGNED = 1024 * 1024;

  /** Where a body is no JSON that anybody reads, it may still be the platform's. */
  private static final Pattern TIMESTAMP =
      Pattern.compile("\"timestamp\"\\s{0,9}:\\s{0,9}\"?(\\d{1,20})");

  private static final int MOST_TIMESTAMPS = 4;
  private static final String PREFIX = "mac=";
  private static final int HEX_LENGTH = 64;

  /**
   * @param rawBody exactly as received
   * @param header of the request; {@code mac=} may be missing
   * @return whether the platform sent this body; false too for a longer one than {@link
   *     #MAX_SIGNED}, and where no timestamp can be found in it
   */
  public boolean verify(byte[] rawBody, @Nullable String header) {
    Optional<byte[]> claimed = mac(header);
    return claimed.isPresent()
        && rawBody.length <= MAX_SIGNED
        && timestamps(rawBody)
            .anyMatch(
                timestamp -> MessageDigest.isEqual(claimed.get(), expected(rawBody, timestamp)));
  }

  private byte[] expected(byte[] rawBody, String timestamp) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(appId.getBytes(StandardCharsets.UTF_8));
      digest.update(rawBody);
      digest.update(timestamp.getBytes(StandardCharsets.UTF_8));
      digest.update(oaSecretKey.reveal().getBytes(StandardCharsets.UTF_8));
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  private static Optional<byte[]> mac(@Nullable String header) {
    if (header == null) {
      return Optional.empty();
    }
    String trimmed = header.strip();
    String hex = trimmed.startsWith(PREFIX) ? trimmed.substring(PREFIX.length()) : trimmed;
    try {
      return hex.length() == HEX_LENGTH
          ? Optional.of(HexFormat.of().parseHex(hex))
          : Optional.empty();
    } catch (IllegalArgumentException notHex) {
      return Optional.empty();
    }
  }

  private static Stream<String> timestamps(byte[] rawBody) {
    if (rawBody.length > WebhookEvents.MAX_BODY) {
      return found(rawBody);
    }
    try {
      JsonNode timestamp = LimitedJson.read(rawBody).path("timestamp");
      boolean written = timestamp.isTextual() || timestamp.isIntegralNumber();
      return written ? Stream.of(timestamp.asText()) : Stream.empty();
    } catch (IOException unreadable) {
      return found(rawBody);
    }
  }

  private static Stream<String> found(byte[] rawBody) {
    return TIMESTAMP
        .matcher(new String(rawBody, StandardCharsets.ISO_8859_1))
        .results()
        .limit(MOST_TIMESTAMPS)
        .map(each -> each.group(1));
  }
}
