package vn.vam.app.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.vam.app.config.BadConfig;
import vn.vam.app.config.HubConfig;
import vn.vam.app.history.LogReplay;
import vn.vam.app.hub.Stores;
import vn.vam.core.point.PointStore;
import vn.vam.sqlite.log.KeptLog;

@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "The kept log to the store again, such as after the database was lost. Beside a running hub or without one;",
      "the log is only read, nobody is alerted, and replaying twice changes nothing."
    })
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--config", paramLabel = "FILE", required = true)
  private Path config = Path.of("vam.yaml");

  @Option(
      names = "--from",
      paramLabel = "T",
      required = true,
      converter = TimeConverter.class,
      description = "Readings taken at T or later, such as 2026-03-12T12:00:00+07:00.")
  private Instant from = Instant.MIN;

  @Option(
      names = "--to",
      paramLabel = "T",
      required = true,
      converter = TimeConverter.class,
      description = "Readings taken before T.")
  private Instant to = Instant.MAX;

  @Override
  public Integer call() throws BadConfig, InterruptedException {
    if (!from.isBefore(to)) {
      throw new ParameterException(spec.commandLine(), "--from must be before --to");
    }
    HubConfig settings = Configs.reader().read(config);
    try (PointStore store = Stores.open(settings, Clock.systemUTC())) {
      LogReplay.Result result =
          new LogReplay(from, to)
              .of(new KeptLog(settings.log().directory()), store, System.err::println);
      System.out.printf(
          "%d messages: %d points written, %d refused%n",
          result.messages(), result.written(), result.refused());
      return result.refused() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }
}
