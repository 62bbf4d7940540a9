package vn.vam.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTimeSpans {

  @ParameterizedTest
  @CsvSource({
    "250ms, PT0.25S",
    "0s, PT0S",
    "90s, PT1M30S",
    "30m, PT30M",
    "2h, PT2H",
    "7d, PT168H",
    "' 5s ', PT5S"
  })
  void as_people_do(String text, Duration span) {
    assertThat(Durations.parse(text)).contains(span);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "-5s", "1.5h", "5 s", "5S", "1h30m", "PT5S", "9999999999s"})
  void otherwise_is_no_span(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }
}
