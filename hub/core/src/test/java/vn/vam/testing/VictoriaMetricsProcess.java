package vn.vam.testing;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A real VictoriaMetrics from the PATH on a free port of 127.0.0.1: a server that takes {@code
 * /api/v2/write}. A field becomes the series {@code measurement_field}; text is left out.
 */
public final class VictoriaMetricsProcess implements AutoCloseable {
  private static final String PROGRAM = "victoria-metrics";

  private final URI url = URI.create("http://127.0.0.1:" + FreePort.next());
  private final ChildProcess child;

  private VictoriaMetricsProcess(Path folder) {
    List<String> command =
        List.of(
            PROGRAM,
            "-httpListenAddr=" + url.getAuthority(),
            "-storageDataPath=" + folder.resolve("data"),
            "-retentionPeriod=100y",
            "-memory.allowedBytes=256MB");
    child =
        ChildProcess.start(
            command,
            folder.resolve("victoria-metrics.log"),
            () -> Http.answers(url.resolve("/health"), 200));
  }

  /** For {@code @EnabledIf}: true where it is installed, or has to be. */
  public static boolean isExpected() {
    return Required.servers() || ChildProcess.program(PROGRAM).isPresent();
  }

  /** Skips the test where it is not installed, see {@link Required#server}. */
  public static VictoriaMetricsProcess startIn(Path folder) {
    Required.server(
        ChildProcess.program(PROGRAM).isPresent(),
        "no victoria-metrics on the PATH (Debian: apt-get install victoria-metrics)");
    return new VictoriaMetricsProcess(folder);
  }

  public URI url() {
    return url;
  }

  /** One JSON object a line, each a series with its values and times. */
  public String export(String selector) {
    Http.get(url.resolve("/internal/force_flush"));
    String match = URLEncoder.encode(selector, StandardCharsets.UTF_8);
    return Http.get(url.resolve("/api/v1/export?match%5B%5D=" + match)).body();
  }

  @Override
  public void close() {
    child.close();
  }
}
