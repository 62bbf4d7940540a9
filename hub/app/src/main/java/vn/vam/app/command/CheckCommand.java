package vn.vam.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import vn.vam.app.config.BadConfig;
import vn.vam.app.config.Complaint;
import vn.vam.app.config.HubConfig;
import vn.vam.dossier.OfficeConfig;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "All mistakes of a configuration at once. Of what it names, only the office's database or"
            + " files are opened, to be read.")
final class CheckCommand implements Callable<Integer> {
  @Option(names = "--config", paramLabel = "FILE", required = true)
  private Path config = Path.of("vam.yaml");

  @Option(
      names = "--offline",
      description = "Opens nothing: for a machine that cannot reach the office.")
  private boolean offline;

  @Override
  public Integer call() throws BadConfig {
    HubConfig settings = Configs.reader().read(config);
    if (!offline) {
      tryOffice(settings);
    }
    System.out.printf(
        "%s: good: %d sources, %d stations, %d rules%n",
        config,
        settings.sources().size(),
        settings.registry().stations().size(),
        settings.rules().size());
    return ExitCode.OK;
  }

  private void tryOffice(HubConfig settings) throws BadConfig {
    List<Complaint> complaints =
        settings.dossier().map(OfficeConfig::check).orElse(List.of()).stream()
            .map(one -> new Complaint("dossier." + one.key(), one.expected(), one.example()))
            .toList();
    if (!complaints.isEmpty()) {
      throw new BadConfig(config, complaints);
    }
  }
}
