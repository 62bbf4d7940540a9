package vn.vam.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.vam.app.config.BadConfig;
import vn.vam.app.config.ConfigReader.RulesOnly;
import vn.vam.app.history.Backtest;

@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = "Tries rules before they go live.",
    subcommands = RulesCommand.TestCommand.class)
final class RulesCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what: vam rules test");
  }

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = "Which alerts these rules would have raised on that history, a line a change.")
  static final class TestCommand implements Callable<Integer> {
    @Option(
        names = "--config",
        paramLabel = "FILE",
        required = true,
        description = "Needs stations and rules alone.")
    private Path config = Path.of("vam.yaml");

    @Option(
        names = "--data",
        paramLabel = "FILE.csv",
        required = true,
        description = "time,station,quantity,value")
    private Path data = Path.of("data.csv");

    @Override
    public Integer call() throws BadConfig, IOException {
      RulesOnly rules = Configs.reader().readRules(config);
      try (BufferedReader csv = Files.newBufferedReader(data)) {
        Backtest.of(rules.rules(), rules.registry(), data, csv).run(System.out::println);
      }
      return ExitCode.OK;
    }
  }
}
