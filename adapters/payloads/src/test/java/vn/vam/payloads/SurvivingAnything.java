package vn.vam.payloads;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.payloads.format.DecoderContext;
import vn.vam.testing.LevelHeap;

/** Nothing that arrives makes a decoder throw, and what it accepts can be made into points. */
class SurvivingAnything {
  private static final int MUTANTS = 40_000;
  private static final int LONGEST_SEED = 4_000;

  /** A case's message, and what decodes it with the devices and the source it needs. */
  private record Seed(Decoder decoder, RawMessage message) {}

  static List<String> formats() {
    return Formats.names();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void bytes_without_meaning(String format) throws IOException {
    Random random = new Random(20260312);
    MessageCase any = casesOf(format).getFirst();
    Decoder decoder = decoder(format);
    for (int i = 0; i < MUTANTS / 4; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      survives(decoder, any.message(), bytes, i);
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void messages_with_a_few_bytes_changed(String format) throws IOException {
    Random random = new Random(20260312);
    Mutants mutants = new Mutants(random);
    List<Seed> seeds = seeds(format);
    for (int i = 0; i < MUTANTS; i++) {
      Seed seed = seeds.get(random.nextInt(seeds.size()));
      byte[] bytes = mutants.of(seed.message().payload().bytes());
      survives(seed.decoder(), seed.message(), bytes, i);
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void and_nothing_of_it_stays_behind(String format) throws IOException {
    Random random = new Random(20260312);
    Mutants mutants = new Mutants(random);
    List<Seed> seeds = seeds(format);
    LevelHeap.whileReading(
        format,
        i -> {
          Seed seed = seeds.get(random.nextInt(seeds.size()));
          byte[] bytes = mutants.of(seed.message().payload().bytes());
          survives(seed.decoder(), seed.message(), bytes, i);
        });
  }

  @ParameterizedTest
  @MethodSource("formats")
  void topics_with_a_few_characters_changed(String format) throws IOException {
    Random random = new Random(20260312);
    Mutants mutants = new Mutants(random);
    List<Seed> seeds = seeds(format);
    for (int i = 0; i < MUTANTS / 4; i++) {
      Seed seed = seeds.get(random.nextInt(seeds.size()));
      byte[] topic = mutants.of(seed.message().topic().getBytes(StandardCharsets.UTF_8));
      survives(seed.decoder(), on(seed.message(), new String(topic, StandardCharsets.UTF_8)), i);
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void topics_whose_levels_go_on_and_on(String format) throws IOException {
    int round = 0;
    for (Seed seed : seeds(format)) {
      for (String level : seed.message().topic().split("/", -1)) {
        String longer = seed.message().topic().replace(level, level + "x".repeat(300));
        survives(seed.decoder(), on(seed.message(), longer), round++);
      }
    }
  }

  private static RawMessage on(RawMessage like, String topic) {
    return new RawMessage(
        like.source(), like.connection(), topic, like.payload(), false, like.arrivedAt());
  }

  private static void survives(Decoder decoder, RawMessage like, byte[] bytes, int round) {
    survives(
        decoder,
        new RawMessage(
            like.source(),
            like.connection(),
            like.topic(),
            Payload.of(bytes),
            false,
            like.arrivedAt()),
        round);
  }

  private static void survives(Decoder decoder, RawMessage message, int round) {
    assertThatCode(() -> look(decoder, message)).as("round %d", round).doesNotThrowAnyException();
  }

  private static void look(Decoder decoder, RawMessage message) {
    var unused = DecodeReport.of(decoder, message);
  }

  private static Decoder decoder(String format) {
    return Formats.of(format, DecoderContext.withoutConfig());
  }

  private static List<Seed> seeds(String format) throws IOException {
    List<Seed> seeds = new ArrayList<>();
    for (MessageCase each : casesOf(format)) {
      if (each.bytes().length < LONGEST_SEED) {
        seeds.add(new Seed(Formats.of(format, each.context()), each.message()));
      }
    }
    return seeds;
  }

  private static List<MessageCase> casesOf(String format) throws IOException {
    return MessageCase.all().stream().filter(each -> each.format().equals(format)).toList();
  }
}
