package vn.vam.sim.zalo.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vn.vam.sim.zalo.Secret;

/**
 * Proves that an event comes from the platform: a plain SHA-256 over four pieces in a row, not an
 * HMAC.
 */
final class Signature {
  private final String appId;
  private final Secret oaSecretKey;

  Signature(String appId, Secret oaSecretKey) {
    this.appId = appId;
    this.oaSecretKey = oaSecretKey;
  }

  /** The value of {@code X-ZEvent-Signature}. */
  String of(WebhookEvent event) {
    MessageDigest sha = sha256();
    sha.update(appId.getBytes(StandardCharsets.UTF_8));
    sha.update(event.body().getBytes());
    sha.update(event.timestamp().getBytes(StandardCharsets.UTF_8));
    sha.update(oaSecretKey.value().getBytes(StandardCharsets.UTF_8));
    return "mac=" + HexFormat.of().formatHex(sha.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
