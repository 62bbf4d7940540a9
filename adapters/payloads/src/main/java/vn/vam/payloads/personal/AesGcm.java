package vn.vam.payloads.personal;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256 in Galois/Counter Mode (NIST SP 800-38D), with a tag of 128 bits. */
final class AesGcm {
  static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;

  AesGcm(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  byte[] encrypt(byte[] nonce, byte[] context, byte[] plain) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java platform has AES in GCM", impossible);
    }
  }

  /** Nothing where key, context or a single bit is another. */
  Optional<byte[]> decrypt(byte[] nonce, byte[] context, byte[] secret) {
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(secret));
    } catch (AEADBadTagException another) {
      return Optional.empty();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java platform has AES in GCM", impossible);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context);
    return cipher;
  }
}
