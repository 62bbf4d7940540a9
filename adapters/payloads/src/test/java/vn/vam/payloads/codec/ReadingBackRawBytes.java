package vn.vam.payloads.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What was put into a device's bytes comes out again, for thousands of made-up messages. */
class ReadingBackRawBytes {
  private static final int MESSAGES = 10_000;
  private static final int[] LOW_PROBES = {4, 4, 4, 2, 4, 2, 2, 2};

  private final Random random = new Random(20260312);

  @Test
  void a_wqs_lb_tells_what_its_probes_measured_whatever_else_is_connected() {
    for (int i = 0; i < MESSAGES; i++) {
      int others = random.nextInt(256) & 0b1111_1001;
      int conductivity = random.nextInt(1 << 24);
      int salinity = random.nextInt(1 << 16);
      int temperature = random.nextInt(1000) - 200;
      byte[] sent = wqsLb(others, conductivity, salinity, temperature, random.nextBoolean());

      Map<String, Double> numbers = only(said("dragino-wqs-lb", 2, sent)).numbers();

      assertThat(numbers.get("ec25_us_cm")).as("message %d", i).isEqualTo(conductivity);
      assertThat(numbers.get("salinity_gl")).isCloseTo(salinity / 10.0, within(1e-9));
      assertThat(numbers.get("temperature_c")).isCloseTo(temperature / 10.0, within(1e-9));
    }
  }

  private byte[] wqsLb(int others, int conductivity, int salinity, int temperature, boolean newer) {
    ByteBuffer bytes = ByteBuffer.allocate(64);
    bytes.putShort((short) 3600).putShort((short) temperature);
    if (newer) {
      bytes.put((byte) random.nextInt(2)).put((byte) 0);
    }
    bytes.put((byte) 1).put((byte) others);
    for (int bit = 0; bit < LOW_PROBES.length; bit++) {
      bytes.put(noise((others >> bit & 1) * LOW_PROBES[bit]));
    }
    bytes.put((byte) (conductivity >> 16)).putShort((short) conductivity);
    bytes.putShort((short) salinity).putShort((short) random.nextInt());
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  @Test
  void a_wqs_lb_remembers_what_it_measured_when() {
    for (int i = 0; i < MESSAGES; i++) {
      int conductivity = random.nextInt(1 << 24);
      long second = random.nextLong(1L << 32);
      ByteBuffer bytes = ByteBuffer.allocate(12).putInt(conductivity).putShort((short) 40);
      bytes.putShort((short) (1 << 8)).putInt((int) second);

      Measurements told = only(said("dragino-wqs-lb", 3, bytes.array()));

      assertThat(told.memory()).contains(Instant.ofEpochSecond(second));
      assertThat(told.numbers())
          .containsEntry("ec25_us_cm", (double) conductivity)
          .containsEntry("salinity_gl", 4.0);
    }
  }

  @Test
  void a_vs133_tells_each_lines_counts_in_any_order_of_its_channels() {
    for (int i = 0; i < MESSAGES; i++) {
      int line = random.nextInt(4);
      long total = random.nextLong(1L << 32);
      int in = random.nextInt(1 << 16);
      int out = random.nextInt(1 << 16);
      byte[] totals = channel(0x03 + 3 * line, 0xd2, (int) total);
      byte[] periods = channel(0x05 + 3 * line, 0xcc, out << 16 | in);
      byte[] sent = random.nextBoolean() ? joined(totals, periods) : joined(periods, totals);

      List<Measurements> told = said("milesight-vs133", 85, sent).samples();

      assertThat(told).hasSize(2);
      assertThat(told.getFirst().labels())
          .isEqualTo(Map.of("lane", Integer.toString(line + 1), "direction", "in"));
      assertThat(told.getFirst().numbers())
          .isEqualTo(Map.of("count", (double) in, "count_total", (double) total));
      assertThat(told.getLast().numbers()).isEqualTo(Map.of("count", (double) out));
    }
  }

  @Test
  void counts_probes_that_failed_and_what_nobody_knows() {
    assertThat(said("milesight-em500-smtc", 85, hex("0367ffff057ff000")).leftOut()).isEqualTo(1);
    assertThat(said("milesight-em500-smtc", 85, hex("036719017788")).leftOut()).isEqualTo(1);
    assertThat(said("milesight-em500-smtc", 85, hex("03671901fe10ff")).leftOut()).isZero();
    assertThat(said("milesight-em500-udl", 85, hex("20ce1010b269ffff0382f005")).leftOut())
        .isEqualTo(1);
  }

  private static Said.Samples said(String codec, int port, byte[] sent) {
    return (Said.Samples) Codecs.read(Codecs.find(codec).orElseThrow(), port, sent);
  }

  private static Measurements only(Said.Samples samples) {
    assertThat(samples.samples()).hasSize(1);
    return samples.samples().getFirst();
  }

  private byte[] noise(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] channel(int id, int type, int value) {
    return ByteBuffer.allocate(6)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) id)
        .put((byte) type)
        .putInt(value)
        .array();
  }

  private static byte[] joined(byte[] one, byte[] other) {
    return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
  }

  private static byte[] hex(String written) {
    return HexFormat.of().parseHex(written);
  }
}
