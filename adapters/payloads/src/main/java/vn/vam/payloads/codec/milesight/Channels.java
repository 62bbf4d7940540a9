package vn.vam.payloads.codec.milesight;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.vam.payloads.codec.Said;

/**
 * The channels a device may send. What the device says of itself (serial number, versions, its last
 * reset) is known of every one; the first channel nobody knows ends the reading, since its length
 * is not told.
 */
final class Channels {
  private static final Map<Integer, Integer> OF_THE_DEVICE =
      Map.of(
          0xff01, 1, 0xff09, 2, 0xff0a, 2, 0xff0b, 1, 0xff0f, 1, 0xff16, 8, 0xff1f, 4, 0xfffe, 1,
          0xffff, 2);

  private final Map<Integer, Consumer<ByteBuffer>> channels = new HashMap<>();

  /**
   * @param key id and type: {@code 0x0175}
   * @param reader takes exactly the value's bytes
   */
  Channels with(int key, Consumer<ByteBuffer> reader) {
    channels.put(key, reader);
    return this;
  }

  /** Whether anything was read; else what came instead. */
  Said read(ByteBuffer bytes, Supplier<Said> understood) {
    ByteBuffer little = bytes.order(ByteOrder.LITTLE_ENDIAN);
    boolean measured = false;
    boolean known = true;
    while (known && little.hasRemaining()) {
      int key = Byte.toUnsignedInt(little.get()) << 8 | Byte.toUnsignedInt(little.get());
      Consumer<ByteBuffer> reader = channels.get(key);
      Integer length = OF_THE_DEVICE.get(key);
      if (reader != null) {
        reader.accept(little);
        measured = true;
      } else if (length != null) {
        little.get(new byte[length]);
      } else {
        known = false;
      }
    }
    return measured
        ? understood.get()
        : known ? new Said.Other("status") : new Said.Broken("channels of this device");
  }

  static int unsigned8(ByteBuffer bytes) {
    return Byte.toUnsignedInt(bytes.get());
  }

  static int unsigned16(ByteBuffer bytes) {
    return Short.toUnsignedInt(bytes.getShort());
  }

  static long unsigned32(ByteBuffer bytes) {
    return Integer.toUnsignedLong(bytes.getInt());
  }

  static void skip(ByteBuffer bytes, int count) {
    bytes.get(new byte[count]);
  }
}
