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
import vn.vam.payloads.format.DecoderContext;

/**
 * Whatever bytes arrive on whatever topic, every decoder comes to an outcome. The first byte of an
 * input chooses the format, the second one of its cases, for topic and arrival; the rest is the
 * payload. Usually the cases' own messages run once; with {@code JAZZER_FUZZ=1} Jazzer goes on from
 * there.
 */
class FuzzingEveryFormat {
  private static final long LONG_RUN = 2_000_000;
  private static final int LONGEST_SEED = 4_000;

  private record Language(Decoder decoder, List<RawMessage> cases) {}

  private static final List<Language> LANGUAGES = languages();

  static List<Arguments> seeds() {
    List<Arguments> seeds = new ArrayList<>();
    for (int language = 0; language < LANGUAGES.size(); language++) {
      List<RawMessage> cases = LANGUAGES.get(language).cases();
      for (int i = 0; i < Math.min(cases.size(), 256); i++) {
        if (cases.get(i).payload().size() < LONGEST_SEED) {
          seeds.add(Arguments.of((Object) input(language, i, cases.get(i).payload().bytes())));
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
    List<RawMessage> cases = language.cases();
    RawMessage like = cases.get(Byte.toUnsignedInt(input[1]) % cases.size());
    byte[] payload = Arrays.copyOfRange(input, 2, input.length);
    var unused = DecodeReport.of(language.decoder().decode(with(like, payload)));
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
    List<RawMessage> messages = new ArrayList<>();
    for (MessageCase each : cases) {
      messages.add(each.message());
    }
    return new Language(Formats.of(format, DecoderContext.withoutConfig()), messages);
  }
}
