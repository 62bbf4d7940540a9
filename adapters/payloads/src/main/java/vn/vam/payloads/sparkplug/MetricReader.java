package vn.vam.payloads.sparkplug;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads one metric; used once. Of a field that comes twice the last counts, as protobuf has it. */
final class MetricReader {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final CodedInputStream in;
  private final int longestName;
  private final int longestText;
  private final PropertyReader properties;
  private Optional<String> name = Optional.empty();
  private OptionalLong alias = OptionalLong.empty();
  private OptionalLong timestamp = OptionalLong.empty();
  private OptionalInt datatype = OptionalInt.empty();
  private OptionalLong whole = OptionalLong.empty();
  private @Nullable JsonNode value;
  private boolean isHistorical;
  private boolean isNull;

  MetricReader(CodedInputStream in, int longestName, int longestText) {
    this.in = in;
    this.longestName = longestName;
    this.longestText = longestText;
    this.properties = new PropertyReader(in, longestName, longestText);
  }

  /** Up to the end of the stream, or of the part of it that is open. */
  Metric read(ByteString bytes) throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      take(tag);
    }
    return new Metric(
        name,
        alias,
        timestamp,
        datatype,
        isHistorical,
        isNull ? JSON.nullNode() : value(),
        properties.isGood(),
        properties.unit(),
        bytes);
  }

  private JsonNode value() {
    if (whole.isPresent()) {
      return Datatypes.whole(whole.getAsLong(), datatype);
    }
    return value == null ? JSON.nullNode() : value;
  }

  private void take(int tag) throws IOException {
    switch (tag) {
      case Metric.NAME << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED ->
          name = Optional.of(Texts.read(in, longestName)).filter(text -> !text.isEmpty());
      case Metric.ALIAS << 3 | WireFormat.WIRETYPE_VARINT ->
          alias = OptionalLong.of(in.readUInt64());
      case Metric.TIMESTAMP << 3 | WireFormat.WIRETYPE_VARINT ->
          timestamp = OptionalLong.of(in.readUInt64());
      case Metric.DATATYPE << 3 | WireFormat.WIRETYPE_VARINT ->
          datatype = OptionalInt.of(in.readUInt32());
      case Metric.HISTORICAL << 3 | WireFormat.WIRETYPE_VARINT -> isHistorical = in.readBool();
      case Metric.NULL << 3 | WireFormat.WIRETYPE_VARINT -> isNull = in.readBool();
      case Metric.PROPERTIES << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED -> properties.read();
      default -> takeValue(tag);
    }
  }

  private void takeValue(int tag) throws IOException {
    switch (tag) {
      case Metric.INT_VALUE << 3 | WireFormat.WIRETYPE_VARINT,
          Metric.LONG_VALUE << 3 | WireFormat.WIRETYPE_VARINT ->
          whole = OptionalLong.of(in.readUInt64());
      case Metric.FLOAT_VALUE << 3 | WireFormat.WIRETYPE_FIXED32 -> keep(decimal(in.readFloat()));
      case Metric.DOUBLE_VALUE << 3 | WireFormat.WIRETYPE_FIXED64 ->
          keep(JSON.numberNode(in.readDouble()));
      case Metric.BOOLEAN_VALUE << 3 | WireFormat.WIRETYPE_VARINT ->
          keep(JSON.booleanNode(in.readBool()));
      case Metric.STRING_VALUE << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED ->
          keep(JSON.textNode(Texts.read(in, longestText)));
      default -> skip(tag);
    }
  }

  /** 4.2 of 32 bits is the decimal 4.2, not 4.199999809265137. */
  private static JsonNode decimal(float number) {
    return JSON.numberNode(Double.parseDouble(Float.toString(number)));
  }

  private void keep(JsonNode read) {
    whole = OptionalLong.empty();
    value = read;
  }

  private void skip(int tag) throws IOException {
    if (WireFormat.getTagFieldNumber(tag) > Metric.STRING_VALUE) {
      keep(Datatypes.unreadable());
    }
    Texts.skip(in, tag);
  }
}
