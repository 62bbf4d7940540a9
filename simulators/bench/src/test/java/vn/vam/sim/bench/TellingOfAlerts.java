package vn.vam.sim.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.sim.bench.AlertFigures.Fanout;

class TellingOfAlerts {
  private static final Fanout ALL =
      new Fanout(100_000, 100_000, 0, 1503.2, 3_990, 4_000, 1_000, 15.1, 20);

  @TempDir Path folder;

  private static AlertFigures figures(int missed, Optional<Fanout> fanout) {
    double[] latencies = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();
    return AlertFigures.of(latencies, missed, 5_000, 100_000, fanout, 300);
  }

  @Test
  void half_are_below_the_median_and_one_in_a_hundred_above_the_last_figure() {
    AlertFigures figures = figures(0, Optional.empty());

    assertThat(figures.p50Ms()).isEqualTo(51);
    assertThat(figures.p99Ms()).isEqualTo(100);
    assertThat(figures.breaches()).isEqualTo(100);
  }

  @Test
  void it_is_flawless_when_everybody_was_told_once() {
    assertThat(figures(0, Optional.of(ALL)).isFlawless()).isTrue();
    assertThat(figures(1, Optional.of(ALL)).isFlawless()).isFalse();
    assertThat(figures(0, Optional.of(new Fanout(10, 9, 0, 1, 9, 10, 1, 1, 0))).isFlawless())
        .isFalse();
    assertThat(figures(0, Optional.of(new Fanout(10, 10, 1, 1, 11, 10, 1, 1, 0))).isFlawless())
        .isFalse();
  }

  @Test
  void people_read_a_table_and_programs_json() throws IOException {
    Path json = folder.resolve("alerts.json");
    AlertTable.write(figures(0, Optional.of(ALL)), json);

    assertThat(AlertTable.of(figures(0, Optional.of(ALL))))
        .anyMatch(line -> line.contains("p50 51 ms, p99 100 ms"))
        .anyMatch(line -> line.contains("100,000 limits of citizens' own"))
        .anyMatch(line -> line.contains("100,000 told, 0 twice, in 1503.2 s"));
    assertThat(Files.readString(json)).contains("\"p99_ms\" : 100.0", "\"graver_seconds\" : 15.1");
  }

  private static final class NobodySeeded implements AlertPlan.Seed {
    @Override
    public void subscribe(Path state, List<String> stations, String prefix, int citizens) {
      throw new AssertionError("nothing is to be measured");
    }

    @Override
    public void limits(Path state, String station, String prefix, int citizens) {
      throw new AssertionError("nothing is to be measured");
    }
  }

  @Test
  void what_cannot_be_measured_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AlertPlan(folder, 1, 0, 0, 0, 4_000, "", new NobodySeeded()))
        .withMessageContaining("breaches: 30 to 2000, not 1");
  }

  @Test
  void the_messenger_writes_down_whom_it_was_told_for() throws Exception {
    try (MessengerDesk desk = new MessengerDesk();
        HttpClient http = HttpClient.newHttpClient()) {
      String answer =
          http.send(
                  HttpRequest.newBuilder(URI.create(desk.url() + "/v3.0/oa/message/cs"))
                      .POST(
                          BodyPublishers.ofString(
                              "{\"recipient\":{\"user_id\":\"u1\"},\"message\":{\"text\":\"a\"}}"))
                      .build(),
                  BodyHandlers.ofString())
              .body();

      assertThat(answer).contains("\"error\":0", "message_id");
      assertThat(desk.sentTo("u1"::equals)).hasSize(1);
      assertThat(desk.countTo("u2"::equals)).isZero();
    }
  }
}
