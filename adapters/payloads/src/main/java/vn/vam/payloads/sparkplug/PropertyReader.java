package vn.vam.payloads.sparkplug;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Of a metric's properties, what is understood here: {@code Quality} and {@code engUnit}. */
final class PropertyReader {
  private static final String QUALITY = "Quality";
  private static final String UNIT = "engUnit";
  private static final long GOOD = 192;
  private static final int KEYS = 1;
  private static final int VALUES = 2;
  private static final int INT_VALUE = 3;
  private static final int LONG_VALUE = 4;
  private static final int STRING_VALUE = 8;

  private record Property(Optional<Long> number, Optional<String> text) {}

  private final CodedInputStream in;
  private final int longestName;
  private final int longestText;
  private boolean isGood = true;
  private Optional<String> unit = Optional.empty();

  PropertyReader(CodedInputStream in, int longestName, int longestText) {
    this.in = in;
    this.longestName = longestName;
    this.longestText = longestText;
  }

  boolean isGood() {
    return isGood;
  }

  Optional<String> unit() {
    return unit;
  }

  /** The property set at which the stream stands. */
  void read() throws IOException {
    int outer = in.pushLimit(in.readRawVarint32());
    List<String> keys = new ArrayList<>();
    List<Property> values = new ArrayList<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case KEYS << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED ->
            keys.add(Texts.read(in, longestName));
        case VALUES << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED -> values.add(property());
        default -> Texts.skip(in, tag);
      }
    }
    in.popLimit(outer);
    for (int i = 0; i < Math.min(keys.size(), values.size()); i++) {
      take(keys.get(i), values.get(i));
    }
  }

  private void take(String key, Property value) {
    if (key.equals(QUALITY)) {
      isGood = value.number().map(number -> number == GOOD).orElse(isGood);
    } else if (key.equals(UNIT)) {
      unit = value.text().map(String::strip).filter(text -> !text.isEmpty());
    }
  }

  private Property property() throws IOException {
    int outer = in.pushLimit(in.readRawVarint32());
    Optional<Long> number = Optional.empty();
    Optional<String> text = Optional.empty();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case INT_VALUE << 3 | WireFormat.WIRETYPE_VARINT,
            LONG_VALUE << 3 | WireFormat.WIRETYPE_VARINT ->
            number = Optional.of(in.readUInt64());
        case STRING_VALUE << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED ->
            text = Optional.of(Texts.read(in, longestText));
        default -> Texts.skip(in, tag);
      }
    }
    in.popLimit(outer);
    return new Property(number, text);
  }
}
