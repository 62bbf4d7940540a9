package vn.vam.payloads.codec.dragino;

import com.google.auto.service.AutoService;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.payloads.codec.Codec;
import vn.vam.payloads.codec.Measurements;
import vn.vam.payloads.codec.Said;

/**
 * WQS-LB, a transmitter for up to a dozen probes in the water. Which ones are connected stands in
 * front as bits: two bytes of them up to firmware 1.3.1, three behind a byte of flags from 1.3.3
 * on. A message tells by its length which it is.
 */
@AutoService(Codec.class)
public final class WqsLb implements Codec {
  private static final int SAMPLE = 2;
  private static final int MEMORY = 3;
  private static final int STATUS = 5;

  /** The next bit said then that a button had been pressed. */
  private static final int PROBES_OF_OLD = 0b0111;

  @Override
  public String name() {
    return "dragino-wqs-lb";
  }

  @Override
  public Said read(int port, ByteBuffer bytes) {
    return switch (port) {
      case SAMPLE -> sample(bytes);
      case MEMORY -> WqsLbMemory.read(bytes);
      case STATUS -> new Said.Other("status");
      default -> new Said.Broken("fPort 2, 3 or 5 of a WQS-LB");
    };
  }

  private static Said sample(ByteBuffer bytes) {
    return probes(bytes.duplicate(), false)
        .or(() -> probes(bytes.duplicate(), true))
        .<Said>map(numbers -> new Said.Samples(List.of(Measurements.now(numbers))))
        .orElseGet(() -> new Said.Broken("the bytes of the probes the header names"));
  }

  /** Nothing where the header names other probes than there are bytes for. */
  private static Optional<Map<String, Double>> probes(ByteBuffer bytes, boolean threeBytes) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("battery_v", (bytes.getShort() & 0x3fff) / 1000.0);
    numbers.put("temperature_c", bytes.getShort() / 10.0);
    if (threeBytes) {
      bytes.get();
    }
    if (bytes.remaining() < (threeBytes ? 3 : 2)) {
      return Optional.empty();
    }
    int third = threeBytes ? bytes.get() : 0;
    int second = bytes.get() & (threeBytes ? 0xff : PROBES_OF_OLD);
    int first = bytes.get();
    if (length(first, second, third) != bytes.remaining()) {
      return Optional.empty();
    }
    read(bytes, first, second, numbers);
    return Optional.of(numbers);
  }

  private static int length(int first, int second, int third) {
    int[] ofFirst = {4, 4, 4, 2, 4, 2, 2, 2};
    int[] ofSecond = {7, 4, 4, 6, 6, 4, 4, 4};
    return sum(first, ofFirst) + sum(second, ofSecond) + ((third & 1) == 1 ? 4 : 0);
  }

  private static int sum(int bits, int[] lengths) {
    int sum = 0;
    for (int bit = 0; bit < lengths.length; bit++) {
      sum += (bits >> bit & 1) == 1 ? lengths[bit] : 0;
    }
    return sum;
  }

  /** Turbidity, oxygen and the like stand between what we keep and are passed over. */
  private static void read(ByteBuffer bytes, int first, int second, Map<String, Double> numbers) {
    skip(bytes, sum(first & 0b0011_1000, new int[] {0, 0, 0, 2, 4, 2}));
    if ((first >> 2 & 1) == 1) {
      conductivity(bytes, 10, numbers);
    }
    if ((first >> 1 & 1) == 1) {
      conductivity(bytes, 1, numbers);
    }
    skip(bytes, sum(first & 0b1100_0001, new int[] {4, 0, 0, 0, 0, 0, 2, 2}));
    skip(bytes, sum(second & 0b0000_0110, new int[] {0, 4, 4}));
    if ((second & 1) == 1) {
      numbers.put("ec25_us_cm", (double) unsigned24(bytes));
      numbers.put("salinity_gl", Short.toUnsignedInt(bytes.getShort()) / 10.0);
    }
  }

  private static void conductivity(ByteBuffer bytes, int factor, Map<String, Double> numbers) {
    numbers.put("ec25_us_cm", (double) Short.toUnsignedInt(bytes.getShort()) * factor);
    bytes.getShort();
  }

  private static int unsigned24(ByteBuffer bytes) {
    return Byte.toUnsignedInt(bytes.get()) << 16 | Short.toUnsignedInt(bytes.getShort());
  }

  private static void skip(ByteBuffer bytes, int count) {
    bytes.position(bytes.position() + count);
  }
}
