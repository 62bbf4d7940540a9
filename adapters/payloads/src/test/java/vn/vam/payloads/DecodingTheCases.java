package vn.vam.payloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.core.message.Outcome;

class DecodingTheCases {
  static List<MessageCase> cases() throws IOException {
    return MessageCase.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void comes_out_as_expected(MessageCase given) throws IOException {
    Outcome.Decoded outcome = Formats.of(given.format(), given.context()).decode(given.message());
    assertThat(printed(DecodeReport.of(outcome))).isEqualTo(given.expected());
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
