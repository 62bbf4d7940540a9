package vn.vam.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import vn.vam.app.config.BadConfig;
import vn.vam.app.config.HubConfig;
import vn.vam.app.history.Import;
import vn.vam.app.hub.Stores;
import vn.vam.core.point.PointStore;

@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "History into the store, never alerting. All or nothing of a file: mistakes are named with their line first.",
      "Its points carry the device '"
          + Import.DEVICE
          + "' and quality 2 (not evaluated); importing twice changes nothing."
    })
final class ImportCommand implements Callable<Integer> {
  @Option(names = "--config", paramLabel = "FILE", required = true)
  private Path config = Path.of("vam.yaml");

  @Option(
      names = "--data",
      paramLabel = "FILE.csv",
      required = true,
      description = "time,station,quantity,value")
  private Path data = Path.of("data.csv");

  @Override
  public Integer call() throws BadConfig, IOException, InterruptedException {
    HubConfig settings = Configs.reader().read(config);
    Import history = new Import(data, settings.registry());
    List<String> complaints = history.complaints();
    if (!complaints.isEmpty()) {
      complaints.forEach(System.err::println);
      System.err.println("vam: nothing was imported");
      return ExitCode.SOFTWARE;
    }
    try (PointStore store = Stores.open(settings, Clock.systemUTC())) {
      Import.Result result = history.into(store, System.err::println);
      System.out.printf(
          "%d rows: %d points written, %d refused%n",
          result.rows(), result.written(), result.refused());
      return result.refused() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }
}
