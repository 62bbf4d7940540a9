package vn.vam.payloads.sparkplug;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/** Texts within limits, and what is passed over. */
final class Texts {
  private Texts() {}

  static String read(CodedInputStream in, int longest) throws IOException {
    ByteString bytes = in.readBytes();
    if (bytes.size() > longest) {
      throw new TooLong("expected texts of at most %d bytes".formatted(longest));
    }
    if (!bytes.isValidUtf8()) {
      throw new IOException("expected texts in UTF-8");
    }
    return bytes.toStringUtf8();
  }

  /** Groups are a way of nesting that Sparkplug does not have. */
  static void skip(CodedInputStream in, int tag) throws IOException {
    int wireType = WireFormat.getTagWireType(tag);
    if (wireType == WireFormat.WIRETYPE_START_GROUP || !in.skipField(tag)) {
      throw new IOException("expected no groups");
    }
  }
}
