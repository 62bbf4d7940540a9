package vn.vam.payloads.codec.dragino;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vam.payloads.codec.Measurements;
import vn.vam.payloads.codec.Said;

/**
 * What a WQS-LB had kept while nobody heard it: records of twelve bytes, each with room for the
 * first three numbers of the connected probes, the bits that name them, and the second since 1970.
 */
final class WqsLbMemory {
  private static final int RECORD = 12;
  private static final int ROOM = 3;

  /** In the order in which numbers stand in a record; the bit of each. */
  private static final int[] ORDER = {5, 4, 3, 2, 1, 0, 6, 7, 9, 10};

  private static final int K10 = 2;
  private static final int K1 = 1;
  private static final int FOUR_ELECTRODES = 8;

  private WqsLbMemory() {}

  static Said read(ByteBuffer bytes) {
    if (bytes.remaining() == 0 || bytes.remaining() % RECORD != 0) {
      return new Said.Broken("records of 12 bytes");
    }
    List<Measurements> samples = new ArrayList<>();
    while (bytes.hasRemaining()) {
      ByteBuffer record = bytes.slice(bytes.position(), RECORD);
      bytes.position(bytes.position() + RECORD);
      Map<String, Double> numbers = numbers(record);
      if (!numbers.isEmpty()) {
        samples.add(Measurements.then(time(record), numbers));
      }
    }
    return samples.isEmpty() ? new Said.Other("datalog") : new Said.Samples(samples);
  }

  private static Instant time(ByteBuffer record) {
    return Instant.ofEpochSecond(Integer.toUnsignedLong(record.getInt(8)));
  }

  private static Map<String, Double> numbers(ByteBuffer record) {
    int bits = record.getShort(6) & 0x3fff;
    Map<String, Double> numbers = new LinkedHashMap<>();
    int place = 0;
    for (int bit : ORDER) {
      if ((bits >> bit & 1) == 1 && place < ROOM) {
        take(bit, Short.toUnsignedInt(record.getShort(2 * place)), numbers);
        place++;
      }
    }
    if ((bits >> FOUR_ELECTRODES & 1) == 1 && place == 0) {
      numbers.put("ec25_us_cm", (double) (record.getInt(0) & 0xffffff));
      numbers.put("salinity_gl", Short.toUnsignedInt(record.getShort(4)) / 10.0);
    }
    return numbers;
  }

  private static void take(int bit, int value, Map<String, Double> numbers) {
    if (bit == K10) {
      numbers.put("ec25_us_cm", value * 10.0);
    } else if (bit == K1) {
      numbers.put("ec25_us_cm", (double) value);
    }
  }
}
