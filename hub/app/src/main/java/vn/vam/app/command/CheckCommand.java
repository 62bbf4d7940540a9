package vn.vam.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import vn.vam.app.config.BadConfig;
import vn.vam.app.config.HubConfig;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "All mistakes of a configuration at once; connects to nothing.")
final class CheckCommand implements Callable<Integer> {
  @Option(names = "--config", paramLabel = "FILE", required = true)
  private Path config = Path.of("vam.yaml");

  @Override
  public Integer call() throws BadConfig {
    HubConfig settings = Configs.reader().read(config);
    System.out.printf(
        "%s: good: %d sources, %d stations, %d rules%n",
        config,
        settings.sources().size(),
        settings.registry().stations().size(),
        settings.rules().size());
    return ExitCode.OK;
  }
}
