package vn.vam.payloads.codec;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.payloads.Mutants;
import vn.vam.testing.LevelHeap;

/**
 * Whatever a device sends, its codec comes to an answer. The first byte of an input chooses the
 * codec, the second is the port, the rest what was sent.
 */
class FuzzingEveryCodec {
  private static final long LONG_RUN = 2_000_000;

  private record Uplink(int port, String hex) {}

  private static final List<Uplink> UPLINKS =
      List.of(
          new Uplink(2, "0e10011c0100001c6d0028011c"),
          new Uplink(2, "0e10011c0100012000d2001c6d0028011c"),
          new Uplink(2, "0c80ffec000205850119"),
          new Uplink(3, "00001c6d0028010069b2101000001b580026010069b21394"),
          new Uplink(5, "3c013101ff0e10"),
          new Uplink(85, "01756403671901046873057ff000"),
          new Uplink(85, "20ce1010b269f00019017616"),
          new Uplink(85, "01756403821e0083e9f005640002"),
          new Uplink(85, "03d2ac86010004d2b882010005cc0c000700"),
          new Uplink(85, "20ce1010b2693c01090020ce1010b269050c000700"));

  static Stream<Arguments> seeds() {
    return IntStream.range(0, Codecs.names().size())
        .boxed()
        .flatMap(codec -> UPLINKS.stream().map(uplink -> Arguments.of(input(codec, uplink))));
  }

  @MethodSource("seeds")
  @FuzzTest(maxExecutions = LONG_RUN, maxDuration = "")
  void any_bytes_come_to_an_answer(byte[] input) {
    if (input.length < 2) {
      return;
    }
    List<String> names = Codecs.names();
    Codec codec = Codecs.find(names.get(Byte.toUnsignedInt(input[0]) % names.size())).orElseThrow();
    byte[] sent = Arrays.copyOfRange(input, 2, input.length);
    look(Codecs.read(codec, Byte.toUnsignedInt(input[1]), sent), sent.length);
  }

  @Test
  void and_nothing_of_it_stays_behind() {
    Random random = new Random(20260312);
    Mutants mutants = new Mutants(random);
    List<byte[]> inputs = seeds().map(seed -> (byte[]) seed.get()[0]).toList();
    LevelHeap.whileReading(
        "device codecs",
        i -> any_bytes_come_to_an_answer(mutants.of(inputs.get(random.nextInt(inputs.size())))));
  }

  /** No number is endless, and no bytes tell more samples than there are of them. */
  private static void look(Said said, int bytes) {
    if (said instanceof Said.Samples samples) {
      List<Double> numbers =
          samples.samples().stream().flatMap(each -> each.numbers().values().stream()).toList();
      if (numbers.isEmpty()
          || numbers.size() > bytes
          || !numbers.stream().allMatch(Double::isFinite)) {
        throw new IllegalStateException("%d numbers of %d bytes".formatted(numbers.size(), bytes));
      }
    }
  }

  private static byte[] input(int codec, Uplink uplink) {
    byte[] sent = HexFormat.of().parseHex(uplink.hex());
    return ByteBuffer.allocate(2 + sent.length)
        .put((byte) codec)
        .put((byte) uplink.port())
        .put(sent)
        .array();
  }
}
