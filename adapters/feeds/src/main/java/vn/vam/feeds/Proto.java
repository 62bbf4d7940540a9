package vn.vam.feeds;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.time.Instant;

/**
 * Walks over the fields of a protobuf message, after its .proto, without classes made from it:
 * those that are published for GTFS-realtime were made for a protobuf of old whose parsing can be
 * made to take all memory.
 */
final class Proto {
  private static final long LATEST = 0xFF_FFFF_FFFFL;

  private Proto() {}

  /** What a field's bytes are read by. */
  interface Field {
    /**
     * @return false for a field that is passed over
     */
    boolean read(int number, CodedInputStream in) throws IOException;
  }

  static boolean within(CodedInputStream in, Field field) throws IOException {
    int outer = in.pushLimit(in.readRawVarint32());
    fields(in, field);
    in.popLimit(outer);
    return true;
  }

  static void fields(CodedInputStream in, Field field) throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (!field.read(WireFormat.getTagFieldNumber(tag), in) && !in.skipField(tag)) {
        throw new IOException("a group that ends without a beginning");
      }
    }
  }

  /**
   * @param seconds since 1970, whatever a stranger wrote there
   */
  static Instant instant(long seconds) {
    return Instant.ofEpochSecond(Math.clamp(seconds, 0, LATEST));
  }
}
