package vn.vam.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A real InfluxDB 1.x from the PATH, on free ports of 127.0.0.1, with its data in a folder of the
 * test's. Can be stopped and started again on the same port and data.
 */
public final class InfluxProcess implements AutoCloseable {
  private static final String PROGRAM = "influxd";

  private final int port = FreePort.next();
  private final Path folder;
  private final boolean asksForPasswords;
  private final Path config;
  private ChildProcess child;

  private InfluxProcess(Path folder, boolean asksForPasswords) {
    this.folder = folder;
    this.asksForPasswords = asksForPasswords;
    this.config = writeConfig();
    this.child = launch();
  }

  /** For {@code @EnabledIf}: true where it is installed, or has to be. */
  public static boolean isExpected() {
    return Required.servers() || ChildProcess.program(PROGRAM).isPresent();
  }

  /** Skips the test where no influxd is installed, see {@link Required#server}. */
  public static InfluxProcess startIn(Path folder) {
    return startIn(folder, false);
  }

  /** One that lets nobody in but this administrator. */
  public static InfluxProcess startIn(Path folder, String user, String password) {
    InfluxProcess influx = startIn(folder, true);
    influx.query(
        "", "CREATE USER %s WITH PASSWORD '%s' WITH ALL PRIVILEGES".formatted(user, password));
    return influx;
  }

  private static InfluxProcess startIn(Path folder, boolean asksForPasswords) {
    Required.server(
        ChildProcess.program(PROGRAM).isPresent(),
        "no influxd on the PATH: install InfluxDB 1.x (Debian: apt-get install influxdb)");
    return new InfluxProcess(folder, asksForPasswords);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /**
   * The server's own JSON answer to an InfluxQL query, times in milliseconds.
   *
   * @param database may be empty for statements about the server
   */
  public String query(String database, String influxQl) {
    return post("/query", form(database, influxQl));
  }

  /** As {@link #query(String, String)}, where passwords are asked for. */
  public String query(String database, String influxQl, String user, String password) {
    return post("/query?u=" + encoded(user) + "&p=" + encoded(password), form(database, influxQl));
  }

  public void stop() {
    child.close();
  }

  /** SIGKILL. */
  public void kill() {
    child.kill();
  }

  /** SIGSTOP: it hangs, and refuses nothing. */
  public void freeze() {
    child.signal("STOP");
  }

  /** SIGCONT. */
  public void thaw() {
    child.signal("CONT");
  }

  public void startAgain() {
    child = launch();
  }

  @Override
  public void close() {
    child.close();
  }

  private String post(String path, String form) {
    return Http.post(url().resolve(path), "application/x-www-form-urlencoded", form).body();
  }

  private static String form(String database, String influxQl) {
    return "epoch=ms&db=" + encoded(database) + "&q=" + encoded(influxQl);
  }

  private ChildProcess launch() {
    List<String> command = List.of(PROGRAM, "-config", config.toString());
    return ChildProcess.start(
        command, folder.resolve("influxd.log"), () -> Http.answers(url().resolve("/ping"), 204));
  }

  private Path writeConfig() {
    try {
      return Files.writeString(folder.resolve("influxdb.conf"), config());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private String config() {
    return """
        reporting-disabled = true
        bind-address = "127.0.0.1:%d"
        [meta]
          dir = "%s"
        [data]
          dir = "%s"
          wal-dir = "%s"
        [http]
          bind-address = "127.0.0.1:%d"
          log-enabled = false
          auth-enabled = %b
        """
        .formatted(
            FreePort.next(),
            folder.resolve("meta"),
            folder.resolve("data"),
            folder.resolve("wal"),
            port,
            asksForPasswords);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
