package vn.vam.payloads.personal;

import java.util.HexFormat;
import vn.vam.core.message.Payload;

/**
 * What is kept of a message that may not be kept: its length, what kind of bytes it was, and a mark
 * by which a copy is recognised. Of a picture the mark is its SHA-256. A text could be guessed from
 * its hash (there are few plates), so that its mark is keyed by a number that ends with the
 * process.
 */
final class Heads {
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

  private final Hmac ofThisRun = new Hmac(Hmac.randomKey());

  Payload of(Payload payload) {
    String kind = kind(payload);
    return head(payload, kind, kind.equals("text") ? mark(payload) : payload.fingerprint());
  }

  /** Of what holds nothing personal: its mark outlives the process, whatever its kind. */
  static Payload withHash(Payload payload) {
    return head(payload, kind(payload), payload.fingerprint());
  }

  private static Payload head(Payload payload, String kind, String mark) {
    return Payload.ofText(
        "{\"bytes\":%d,\"kind\":\"%s\",\"mark\":\"%s\"}".formatted(payload.size(), kind, mark));
  }

  private String mark(Payload payload) {
    return HexFormat.of().formatHex(ofThisRun.of(payload.bytes()), 0, 16);
  }

  private static String kind(Payload payload) {
    if (begins(payload, JPEG)) {
      return "jpeg";
    }
    return begins(payload, PNG) ? "png" : payload.text().isPresent() ? "text" : "binary";
  }

  private static boolean begins(Payload payload, byte[] magic) {
    for (int i = 0; i < magic.length; i++) {
      if (payload.size() <= i || payload.at(i) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
