package vn.vam.payloads.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SurvivingAnyBytes {
  private static final int MESSAGES = 20_000;
  private static final List<Integer> BEGINNINGS =
      List.of(0x01, 0x03, 0x04, 0x05, 0x0f, 0x10, 0x20, 0xff);
  private static final List<Integer> TYPES = List.of(0x75, 0x67, 0x82, 0xd2, 0xcc, 0xce, 0xe3);

  static List<String> codecs() {
    return Codecs.names();
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void every_codec_says_something_of_bytes_without_meaning(String name) {
    Codec codec = Codecs.find(name).orElseThrow();
    Random random = new Random(20260312);
    for (int i = 0; i < MESSAGES; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      if (bytes.length > 1 && random.nextBoolean()) {
        bytes[0] = BEGINNINGS.get(random.nextInt(BEGINNINGS.size())).byteValue();
        bytes[1] = TYPES.get(random.nextInt(TYPES.size())).byteValue();
      }
      assertThat(Codecs.read(codec, 1 + random.nextInt(6), bytes)).as("message %d", i).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void a_codec_is_found_by_the_name_of_a_device_profile(String name) {
    String model = Codecs.find(name).orElseThrow().model();
    String profile = model.toUpperCase(Locale.ROOT).replace('-', ' ') + " (AS923)";

    assertThat(Codecs.forProfile(profile)).map(Codec::name).contains(name);
  }
}
