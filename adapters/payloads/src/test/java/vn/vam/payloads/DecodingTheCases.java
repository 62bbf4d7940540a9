package vn.vam.payloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Outcome;
import vn.vam.core.point.LineProtocol;
import vn.vam.core.point.Points;
import vn.vam.core.reading.Hint;

class DecodingTheCases {
  static List<MessageCase> cases() throws IOException {
    return MessageCase.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void comes_out_as_expected(MessageCase given) throws IOException {
    Decoder decoder = Formats.of(given.format(), given.context());
    assertThat(printed(DecodeReport.of(decoder, given.message()))).isEqualTo(given.expected());
  }

  static List<MessageCase> casesThatHint() throws IOException {
    List<MessageCase> hinting = new ArrayList<>();
    for (MessageCase each : MessageCase.all()) {
      if (each.hints().isPresent()) {
        hinting.add(each);
      }
    }
    return hinting;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("casesThatHint")
  void hints_as_expected(MessageCase given) throws IOException {
    Outcome.Decoded outcome = Formats.of(given.format(), given.context()).decode(given.message());
    assertThat(outcome).isInstanceOf(Outcome.Ignored.class);
    assertThat(printed(((Outcome.Ignored) outcome).hints())).isEqualTo(given.hints().orElseThrow());
  }

  private static String printed(List<Hint> hints) {
    return String.join("\n", hints.stream().map(DecodingTheCases::printed).toList());
  }

  private static String printed(Hint hint) {
    return switch (hint) {
      case Hint.LastKnown last ->
          "last known: " + LineProtocol.of(Points.of(List.of(last.reading())).getFirst());
      case Hint.Presence presence ->
          "%s of %s: %s since %s"
              .formatted(
                  presence.device(),
                  presence.station(),
                  presence.online() ? "there" : "gone",
                  presence.at());
    };
  }

  @Test
  void every_format_has_cases() throws IOException {
    assertThat(cases().stream().map(MessageCase::format).distinct())
        .containsExactlyInAnyOrderElementsOf(Formats.names());
  }

  private static String printed(DecodeReport report) {
    return String.join(
        "\n",
        Stream.concat(report.standardOutput().stream(), report.standardError().stream()).toList());
  }
}
