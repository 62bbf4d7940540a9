package vn.vam.sim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process' garbage collector wrote: of Java with {@code -Xlog:gc} (JEP 271), of Go with
 * {@code GODEBUG=gctrace=1} (package {@code runtime}).
 */
final class GcLog {
  /** {@code GC(7) Pause Young (Normal) (G1 Evacuation Pause) 153M->21M(256M) 3.456ms}. */
  private static final Pattern JAVA =
      Pattern.compile("GC\\(\\d+\\) Pause .* (\\d+)M->\\d+M\\(\\d+M\\) ([0-9.]+)ms");

  /** {@code gc 7 @1.2s 3%: 0.018+1.3+0.076 ms clock, … 4->5->2 MB}: the world stops twice. */
  private static final Pattern GO =
      Pattern.compile(
          "^gc \\d+ @.*?: ([0-9.]+)\\+[0-9.]+\\+([0-9.]+) ms clock.* \\d+->(\\d+)->\\d+ MB");

  private static final String FILE = "gc.log";

  private GcLog() {}

  /** For Java, to write it into the folder. */
  static String javaOption(Path folder) {
    return "-Xlog:gc:file=" + folder.resolve(FILE);
  }

  static Collected ofJavaIn(Path folder) throws IOException {
    return in(folder.resolve(FILE));
  }

  /**
   * @param heap at its fullest when it was collected, MB
   * @param paused how long everything stood still, in all
   */
  record Collected(long heap, Duration paused) {
    private static final Collected NOTHING = new Collected(0, Duration.ZERO);

    private Collected and(Collected other) {
      return new Collected(Math.max(heap, other.heap), paused.plus(other.paused));
    }
  }

  /** Nothing where there is no such file. */
  static Collected in(Path file) throws IOException {
    return Files.exists(file) ? of(Files.readAllLines(file)) : Collected.NOTHING;
  }

  static Collected of(List<String> lines) {
    return lines.stream().flatMap(GcLog::read).reduce(Collected.NOTHING, Collected::and);
  }

  private static Stream<Collected> read(String line) {
    Matcher java = JAVA.matcher(line);
    if (java.find()) {
      return Stream.of(collected(java.group(1), Double.parseDouble(java.group(2))));
    }
    Matcher go = GO.matcher(line);
    return go.find()
        ? Stream.of(
            collected(
                go.group(3), Double.parseDouble(go.group(1)) + Double.parseDouble(go.group(2))))
        : Stream.empty();
  }

  private static Collected collected(String megabytes, double millis) {
    return new Collected(
        Long.parseLong(megabytes), Duration.ofNanos(Math.round(millis * 1_000_000)));
  }
}
