package vn.vam.runtime.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LoggingMistakes {
  @Test
  void tells_what_and_where_and_quotes_nothing() {
    Exception mistake = new IllegalStateException("63A-123.45", new NumberFormatException("63A"));

    assertThat(printed(Unquoted.of(mistake)))
        .contains("java.lang.IllegalStateException", "LoggingMistakes.java")
        .doesNotContain("63A");
  }

  private static String printed(Throwable mistake) {
    StringWriter text = new StringWriter();
    mistake.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
