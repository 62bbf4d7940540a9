package vn.vam.app.command;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every measurement can be told. */
final class BenchOptions {
  @Option(
      names = "--java-options",
      paramLabel = "O",
      description = "Of the hub. Default: ${DEFAULT-VALUE}.")
  private String javaOptions = "-Xmx256m";

  @Option(names = "--json", paramLabel = "FILE", description = "The figures for programs.")
  private @Nullable Path json;

  String javaOptions() {
    return javaOptions;
  }

  Optional<Path> json() {
    return Optional.ofNullable(json);
  }

  /** What starts the hub as anybody starts it. */
  static Path launcher() {
    return Path.of(System.getProperty("vam.home", "."), "vam").toAbsolutePath();
  }
}
