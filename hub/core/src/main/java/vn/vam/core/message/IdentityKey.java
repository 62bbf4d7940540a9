package vn.vam.core.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The first 128 bits of a SHA-256 over what identifies a message; small enough to keep a million in
 * memory.
 */
public record IdentityKey(long high, long low) {

  public static IdentityKey of(RawMessage message, Identity identity) {
    MessageDigest digest = Payload.sha256();
    digest.update(message.source().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    switch (identity) {
      case Identity.SourceId own -> digest.update(own.id().getBytes(StandardCharsets.UTF_8));
      case Identity.DeviceTime time -> addContent(message, digest);
      case Identity.None none -> addContent(message, digest);
    }
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    return new IdentityKey(hash.getLong(), hash.getLong());
  }

  private static void addContent(RawMessage message, MessageDigest digest) {
    digest.update(message.topic().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    message.payload().addTo(digest);
  }
}
