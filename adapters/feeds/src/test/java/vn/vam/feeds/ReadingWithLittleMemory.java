package vn.vam.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All that {@link Floods} lets loose is read by one process that has 128 MB. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingWithLittleMemory {
  private static final Duration LONG = Duration.ofSeconds(30);

  /** What became of one, and how long it took. */
  private record Outcome(String said, Duration took) {}

  private final Map<String, Outcome> outcomes = new HashMap<>();

  @BeforeAll
  void read() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Floods.class.getName());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    said.lines()
        .map(line -> line.split("\t", -1))
        .filter(parts -> parts.length == 3)
        .forEach(
            parts ->
                outcomes.put(
                    parts[0], new Outcome(parts[1], Duration.ofMillis(Long.parseLong(parts[2])))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          features without end       | JSON deeper than 24, or of more than 1000000 parts
          numbers as features        | JSON deeper than 24, or of more than 1000000 parts
          a corner without end       | JSON deeper than 24, or of more than 1000000 parts
          names without end          | JSON deeper than 24, or of more than 1000000 parts
          an area of 200,000 corners | read
          elements without end       | neither RSS nor Atom, with a document type, or of more than 20000 elements
          items without end          | neither RSS nor Atom, with a document type, or of more than 20000 elements
          attributes without end     | neither RSS nor Atom, with a document type, or of more than 20000 elements
          a title without end        | read
          columns without end        | stops.txt: line 1 is no CSV
          commas without end         | stops.txt: line 1 is no CSV
          a quote without end        | stops.txt: no CSV
          ids without end            | more than 20000000 characters to be kept
          trips without end          | stop_times.txt: more than 40000 trips or stops
          stops without end          | stop_times.txt: more than 40000 trips or stops
          a header without end       | timetable: line 1 is no CSV
          departures without end     | timetable, line 8: more than 20000 buses or 200000 halts
          vehicles without end       | no GTFS-realtime
          updates without end        | no GTFS-realtime
          alerts without end         | no GTFS-realtime
          groups without end         | no GTFS-realtime
          """)
  void what_would_take_all_memory_is_refused(String flood, String said) {
    Outcome outcome = outcomes.getOrDefault(flood, new Outcome("it never ended", LONG));

    assertThat(outcome.said()).isEqualTo(said);
    assertThat(outcome.took()).isLessThan(LONG);
  }

  @Test
  void all_of_them_are_looked_at_here() {
    assertThat(outcomes).hasSize(21);
  }
}
