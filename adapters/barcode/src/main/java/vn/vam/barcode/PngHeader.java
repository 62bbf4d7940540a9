package vn.vam.barcode;

import java.nio.ByteBuffer;
import vn.vam.barcode.PhotoHeader.Bad;
import vn.vam.barcode.PhotoHeader.Format;

/** The signature and the first chunk, IHDR, of a PNG file (ISO/IEC 15948, 5.2 and 11.2.2). */
final class PngHeader {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int FIRST_CHUNK = Long.BYTES;
  private static final int IHDR = 0x49484452;
  private static final int IHDR_LENGTH = 13;
  private static final int WIDTH = FIRST_CHUNK + 2 * Integer.BYTES;
  private static final int HEIGHT = WIDTH + Integer.BYTES;

  private PngHeader() {}

  static boolean begins(ByteBuffer file) {
    return file.limit() >= Long.BYTES && file.getLong(0) == SIGNATURE;
  }

  static PhotoHeader of(ByteBuffer file) {
    boolean sound =
        file.limit() >= WIDTH + IHDR_LENGTH
            && file.getInt(FIRST_CHUNK) == IHDR_LENGTH
            && file.getInt(FIRST_CHUNK + Integer.BYTES) == IHDR;
    return sound
        ? PhotoHeader.sized(
            Format.PNG,
            Integer.toUnsignedLong(file.getInt(WIDTH)),
            Integer.toUnsignedLong(file.getInt(HEIGHT)))
        : new Bad("expected a PNG file that begins with its size, found none");
  }
}
