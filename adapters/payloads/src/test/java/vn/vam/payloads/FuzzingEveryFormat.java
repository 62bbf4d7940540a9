package vn.vam.payloads;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;

/**
 * Whatever bytes arrive on whatever topic, every decoder comes to an outcome. The first byte of an
 * input chooses the format, the second one of its cases, for topic, arrival and configuration; the
 * rest is the payload. Usually the cases' own messages run once; with {@code JAZZER_FUZZ=1} Jazzer
 * goes on from there.
 */
class FuzzingEveryFormat {
  private static final long LONG_RUN = 2_000_000;
  private static final int LONGEST_SEED = 4_000;

  /** A case's message, and what decodes it with the devices, codecs and source it needs. */
  private record Example(Decoder decoder, RawMessage message) {}

  private record Language(List<Example> cases) {}

  private static final List<Language> LANGUAGES = languages();

  static List<Arguments> seeds() {
    List<Arguments> seeds = new ArrayList<>();
    for (int language = 0; language < LANGUAGES.size(); language++) {
      List<Example> cases = LANGUAGES.get(language).cases();
      for (int i = 0; i < Math.min(cases.size(), 256); i++) {
        Payload payload = cases.get(i).message().payload();
        if (payload.size() < LONGEST_SEED) {
          seeds.add(Arguments.of((Object) input(language, i, payload.bytes())));
        }
      }
    }
    return seeds;
  }

  @MethodSource("seeds")
  @FuzzTest(maxExecutions = LONG_RUN, maxDuration = "")
  void any_bytes_come_to_an_outcome(byte[] input) {
    if (input.length < 2) {
      return;
    }
    Language language = LANGUAGES.get(Byte.toUnsignedInt(input[0]) % LANGUAGES.size());
    List<Example> cases = language.cases();
    Example like = cases.get(Byte.toUnsignedInt(input[1]) % cases.size());
    byte[] payload = Arrays.copyOfRange(input, 2, input.length);
    var unused = DecodeReport.of(like.decoder(), with(like.message(), payload));
  }

  private static RawMessage with(RawMessage like, byte[] payload) {
    return new RawMessage(
        like.source(),
        like.connection(),
        like.topic(),
        Payload.of(payload),
        like.retained(),
        like.arrivedAt());
  }

  private static byte[] input(int language, int index, byte[] payload) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(language);
    bytes.write(index);
    bytes.writeBytes(payload);
    return bytes.toByteArray();
  }

  private static List<Language> languages() {
    try {
      Map<String, List<MessageCase>> byFormat =
          MessageCase.all().stream()
              .collect(groupingBy(MessageCase::format, TreeMap::new, toList()));
      List<Language> languages = new ArrayList<>();
      for (Map.Entry<String, List<MessageCase>> each : byFormat.entrySet()) {
        languages.add(language(each.getKey(), each.getValue()));
      }
      return languages;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Language language(String format, List<MessageCase> cases) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (MessageCase each : cases) {
      examples.add(new Example(Formats.of(format, each.context()), each.message()));
    }
    return new Language(examples);
  }
}
