package vn.vam.barcode;

import java.nio.ByteBuffer;
import vn.vam.barcode.PhotoHeader.Bad;
import vn.vam.barcode.PhotoHeader.Format;

/** The markers of a JPEG file (ITU-T T.81, annex B), each segment skipped by its own length. */
final class JpegHeader {
  private static final int START = 0xFFD8;
  private static final int START_OF_SCAN = 0xDA;
  private static final int END = 0xD9;
  private static final Bad CUT = new Bad("expected a whole JPEG file, found one that is cut");

  private JpegHeader() {}

  static boolean begins(ByteBuffer file) {
    return file.limit() >= Integer.BYTES
        && Short.toUnsignedInt(file.getShort(0)) == START
        && file.get(2) == (byte) 0xFF;
  }

  static PhotoHeader of(ByteBuffer file) {
    int at = 2;
    while (at + 4 <= file.limit()) {
      int marker = Byte.toUnsignedInt(file.get(at + 1));
      if (file.get(at) != (byte) 0xFF) {
        return new Bad("expected JPEG markers, found something else");
      }
      if (isFrame(marker)) {
        return frame(file, at + 4);
      }
      if (marker == START_OF_SCAN || marker == END) {
        return new Bad("expected a JPEG file that begins with its size, found none");
      }
      at = marker == 0xFF ? at + 1 : at + 2 + lengthAt(file, at + 2);
    }
    return CUT;
  }

  /** SOF0 to SOF15; among them stand DHT, JPG and DAC. */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static PhotoHeader frame(ByteBuffer file, int at) {
    if (at + 5 > file.limit()) {
      return CUT;
    }
    if (scans(file, at) > PhotoHeader.MOST_SCANS) {
      return new Bad("expected at most %d scans".formatted(PhotoHeader.MOST_SCANS));
    }
    return PhotoHeader.sized(Format.JPEG, lengthAt(file, at + 3), lengthAt(file, at + 1));
  }

  /** Counted over the bytes as they are: nobody can hide one, a few too many do no harm. */
  private static int scans(ByteBuffer file, int from) {
    int scans = 0;
    for (int at = from; at + 1 < file.limit(); at++) {
      if (file.get(at) == (byte) 0xFF && file.get(at + 1) == (byte) START_OF_SCAN) {
        scans++;
      }
    }
    return scans;
  }

  private static int lengthAt(ByteBuffer file, int at) {
    return Short.toUnsignedInt(file.getShort(at));
  }
}
