package vn.vam.payloads.codec.milesight;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import vn.vam.payloads.codec.Said;

/**
 * The channels a device may send. What the device says of itself (serial number, versions, its last
 * reset) is known of every one; the first channel nobody knows ends the reading, since its length
 * is not told: a reply to a command says nothing measured, anything else is left out and counted.
 */
final class Channels {
  private static final Map<Integer, Integer> OF_THE_DEVICE =
      Map.of(
          0xff01, 1, 0xff09, 2, 0xff0a, 2, 0xff0b, 1, 0xff0f, 1, 0xff16, 8, 0xff1f, 4, 0xfffe, 1,
          0xffff, 2);

  /** Ids under which devices repeat the settings they were sent. */
  private static final Set<Integer> REPLIES = Set.of(0xf8, 0xf9, 0xfe, 0xff);

  private final Map<Integer, Consumer<ByteBuffer>> channels = new HashMap<>();

  /**
   * @param key id and type: {@code 0x0175}
   * @param reader takes exactly the value's bytes
   */
  Channels with(int key, Consumer<ByteBuffer> reader) {
    channels.put(key, reader);
    return this;
  }

  /**
   * @param understood what was read, and how much beside it was left out
   */
  Said read(ByteBuffer bytes, IntFunction<Said> understood) {
    ByteBuffer little = bytes.order(ByteOrder.LITTLE_ENDIAN);
    boolean measured = false;
    while (little.hasRemaining()) {
      int key = unsigned8(little) << 8 | unsigned8(little);
      if (!read(key, little)) {
        return measured ? understood.apply(isReply(key) ? 0 : 1) : unknown(key);
      }
      measured |= channels.containsKey(key);
    }
    return measured ? understood.apply(0) : new Said.Other("status");
  }

  private boolean read(int key, ByteBuffer little) {
    Integer length = OF_THE_DEVICE.get(key);
    Consumer<ByteBuffer> reader = channels.get(key);
    if (reader != null) {
      reader.accept(little);
    } else if (length != null) {
      skip(little, length);
    }
    return reader != null || length != null;
  }

  private static Said unknown(int key) {
    return isReply(key) ? new Said.Other("reply") : new Said.Broken("channels of this device");
  }

  private static boolean isReply(int key) {
    return REPLIES.contains(key >> 8);
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
