package vn.vam.sqlite.log;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Text of any length as bytes: {@link DataOutputStream#writeUTF} ends at 65,535 bytes, and a device
 * that sends more would keep its whole batch, and all behind it, from the disk. Half a surrogate
 * pair, which is no text, becomes a question mark.
 */
final class Texts {
  private Texts() {}

  static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * @throws EOFException when the text ends too early
   */
  static String read(DataInputStream in) throws IOException {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  /** The bytes behind their length. */
  static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new EOFException("expected " + length + " bytes, there are " + in.available());
    }
    return in.readNBytes(length);
  }
}
