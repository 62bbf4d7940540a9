package vn.vam.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real PostgreSQL on a free port of 127.0.0.1; it does not run as root, so that root lends it.
 */
public final class PostgresProcess implements AutoCloseable {
  public static final String USER = "vam";
  public static final String PASSWORD = "only-for-tests";
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

  private final int port = FreePort.next();
  private final Path folder;
  private final Path data;
  private final ChildProcess server;

  private PostgresProcess(Path programs, Path folder) {
    this.folder = folder.toAbsolutePath();
    this.data = folder.toAbsolutePath().resolve("data");
    Path password = this.folder.resolve("password");
    write(password, PASSWORD);
    if (ROOT) {
      run(List.of("chown", "-R", "postgres", folder.toString()));
    }
    run(
        asOwner(
            programs.resolve("initdb").toString(),
            "-D",
            data.toString(),
            "-U",
            USER,
            "--pwfile=" + password,
            "-A",
            "scram-sha-256",
            "-E",
            "UTF8",
            "--no-locale",
            "--no-sync"));
    server =
        ChildProcess.start(
            asOwner(
                programs.resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off"),
            folder.resolve("postgres.log"),
            this::accepts);
  }

  /** Skips the test where PostgreSQL is not installed, see {@link Required#server}. */
  public static PostgresProcess startIn(Path folder) {
    Optional<Path> programs = programs();
    Required.server(programs.isPresent(), "no PostgreSQL (Debian: apt-get install postgresql)");
    return new PostgresProcess(programs.orElseThrow(), folder);
  }

  private static Optional<Path> programs() {
    if (!Files.isDirectory(DEBIAN)) {
      return ChildProcess.program("initdb").map(Path::getParent);
    }
    try (Stream<Path> versions = Files.list(DEBIAN)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public int port() {
    return port;
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), USER, PASSWORD);
  }

  /** SIGSTOP to the server and every one of its processes. */
  public void freeze() {
    signalAll("STOP");
  }

  public void thaw() {
    signalAll("CONT");
  }

  private void signalAll(String name) {
    List<String> pids = new ArrayList<>(List.of(Long.toString(server.pid())));
    ProcessHandle.of(server.pid())
        .ifPresent(own -> own.children().forEach(child -> pids.add(Long.toString(child.pid()))));
    List<String> kill = new ArrayList<>(List.of("kill", "-" + name));
    kill.addAll(pids);
    run(kill);
  }

  @Override
  public void close() {
    server.signal("INT"); // its fast way to end
    server.close();
  }

  private boolean accepts() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
    } catch (IOException nobody) {
      return false;
    }
    try (Connection ready = connect()) {
      return ready.isValid(5);
    } catch (SQLException starting) {
      return false;
    }
  }

  private List<String> asOwner(String... command) {
    List<String> whole = new ArrayList<>();
    if (ROOT) {
      whole.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
      whole.addAll(
          List.of("env", "--chdir=" + folder)); // it must be able to come back to where it was
    }
    whole.addAll(List.of(command));
    return whole;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static void run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError(command + " failed");
      }
    } catch (IOException notStarted) {
      throw new UncheckedIOException(notStarted);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
