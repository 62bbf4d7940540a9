package vn.vam.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Payloads as an edge node of Sparkplug B writes them, by the field numbers of {@code
 * sparkplug_b.proto} and with code of its own: what reads them must not have written them.
 */
public final class SparkplugBody {
  private static final int INT64 = 4;
  private static final int DOUBLE = 10;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private SparkplugBody() {}

  /**
   * @param timestamp milliseconds since 1970
   */
  public static SparkplugBody at(long timestamp) {
    return new SparkplugBody().varint(1, timestamp);
  }

  /** A metric of a birth. */
  public SparkplugBody announces(String name, int alias, double value) {
    return metric(
        new SparkplugBody().text(1, name).varint(2, alias).varint(4, DOUBLE).number(13, value));
  }

  /** A metric that goes by its alias, as data does. */
  public SparkplugBody by(int alias, double value) {
    return metric(new SparkplugBody().varint(2, alias).number(13, value));
  }

  /** The same of a moment in the past. */
  public SparkplugBody historical(int alias, double value, long timestamp) {
    return metric(
        new SparkplugBody().varint(2, alias).varint(3, timestamp).varint(5, 1).number(13, value));
  }

  public SparkplugBody named(String name, double value) {
    return metric(new SparkplugBody().text(1, name).varint(4, DOUBLE).number(13, value));
  }

  public SparkplugBody bdSeq(long number) {
    return metric(new SparkplugBody().text(1, "bdSeq").varint(4, INT64).varint(11, number));
  }

  /** The number comes last. */
  public byte[] seq(int number) {
    return varint(3, number).bytes();
  }

  public byte[] bytes() {
    return bytes.toByteArray();
  }

  private SparkplugBody metric(SparkplugBody metric) {
    return bytes(2, metric.bytes());
  }

  private SparkplugBody text(int field, String text) {
    return bytes(field, text.getBytes(StandardCharsets.UTF_8));
  }

  private SparkplugBody bytes(int field, byte[] content) {
    raw((long) field << 3 | 2);
    raw(content.length);
    bytes.writeBytes(content);
    return this;
  }

  private SparkplugBody varint(int field, long number) {
    raw((long) field << 3);
    raw(number);
    return this;
  }

  private SparkplugBody number(int field, double value) {
    raw((long) field << 3 | 1);
    bytes.writeBytes(
        ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array());
    return this;
  }

  private void raw(long number) {
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      bytes.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }
}
