package vn.vam.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.vam.app.config.BadConfig;
import vn.vam.app.config.ConfigReader.RulesOnly;
import vn.vam.app.config.HubConfig;
import vn.vam.app.history.Backtest;
import vn.vam.app.history.CaseRun;
import vn.vam.app.history.Difference;
import vn.vam.app.history.Firings;
import vn.vam.app.history.LogHistory;
import vn.vam.app.history.StoreHistory;
import vn.vam.app.hub.Stores;
import vn.vam.core.point.PointStore;
import vn.vam.sqlite.log.KeptLog;

@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Which alerts these rules would have raised, a line a change: on a file, on what the store",
      "holds, on what a hub heard, or in a file of cases with what is expected of each."
    })
final class RulesTestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "Needs stations and rules alone, unless the store is asked.")
  private Path config = Path.of("vam.yaml");

  @Option(
      names = "--data",
      paramLabel = "FILE.csv",
      description =
          "time,station,quantity,value; a camera's event stands as quantity, such as flood.")
  private @Nullable Path data;

  @Option(
      names = "--cases",
      paramLabel = "FILE.yaml",
      description = "Series and the changes expected of them; a line a case, ok or failed.")
  private @Nullable Path cases;

  @Option(
      names = "--from",
      paramLabel = "T",
      converter = TimeConverter.class,
      description = "What the store holds from here on.")
  private @Nullable Instant from;

  @Option(
      names = "--to",
      paramLabel = "T",
      converter = TimeConverter.class,
      description = "What the store holds before T; up to now where not given.")
  private @Nullable Instant to;

  @Option(
      names = "--log",
      paramLabel = "FOLDER",
      description =
          "What a hub heard, from the folder of its log: what came late comes late again. Only"
              + " read.")
  private @Nullable Path log;

  @Option(
      names = "--expect",
      paramLabel = "FILE",
      description =
          "The lines that must come, and no others: what differs is told instead, exit 1.")
  private @Nullable Path expect;

  @Option(
      names = "--explain",
      description = "Tells of every rule at every station why it did not fire.")
  private boolean explain;

  @Option(
      names = "--summary",
      description = "Tells how often each would have fired, when and for how long.")
  private boolean summary;

  @Override
  public Integer call() throws BadConfig, IOException {
    if (Stream.of(data, cases, from, log).filter(source -> source != null).count() != 1) {
      throw new ParameterException(
          spec.commandLine(), "say on what: --data, --cases, --from or --log");
    }
    Path casesFile = cases;
    return casesFile != null ? testCases(casesFile) : test(history());
  }

  private int testCases(Path file) throws BadConfig {
    RulesOnly rules = Configs.reader().readRules(config);
    List<CaseRun> runs =
        Configs.reader().readCases(file, rules).stream()
            .map(one -> CaseRun.of(one, rules.rules(), rules.registry()))
            .toList();
    for (CaseRun run : runs) {
      run.written().forEach(System.out::println);
      tell(run.result(), "  ");
    }
    return runs.stream().allMatch(run -> run.difference().isNone())
        ? ExitCode.OK
        : ExitCode.SOFTWARE;
  }

  private Backtest history() throws BadConfig, IOException {
    Path csvFile = data;
    Path logFolder = log;
    Instant since = from;
    if (csvFile != null) {
      RulesOnly rules = Configs.reader().readRules(config);
      return Backtest.of(rules.rules(), rules.registry(), csvFile);
    }
    if (logFolder != null) {
      RulesOnly rules = Configs.reader().readRules(config);
      return Backtest.of(
          rules.rules(),
          rules.registry(),
          new LogHistory(new KeptLog(logFolder), System.err::println),
          Optional.empty());
    }
    return stored(since == null ? Instant.EPOCH : since, to == null ? Instant.now() : to);
  }

  private Backtest stored(Instant since, Instant until) throws BadConfig {
    if (!since.isBefore(until)) {
      throw new ParameterException(spec.commandLine(), "--from must be before --to");
    }
    HubConfig settings = Configs.reader().read(config);
    try (PointStore store = Stores.open(settings, Clock.systemUTC())) {
      return Backtest.of(
          settings.rules(),
          settings.registry(),
          new StoreHistory(store, settings.registry(), since, until).of(settings.rules()),
          Optional.of(until));
    }
  }

  private int test(Backtest backtest) throws IOException {
    Path expected = expect;
    if (expected == null) {
      tell(backtest.run(System.out::println), "");
      return ExitCode.OK;
    }
    Backtest.Result result = backtest.run(line -> {});
    List<String> lines =
        Files.readAllLines(expected).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    Difference difference = Difference.between(lines, result.lines());
    difference.written(result).forEach(System.out::println);
    tell(result, "");
    return difference.isNone() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void tell(Backtest.Result result, String indent) {
    if (explain) {
      result
          .explanations()
          .forEach(
              one ->
                  System.out.println(indent + one.rule() + " " + one.place() + " " + one.words()));
    }
    if (summary) {
      result.firings().stream()
          .map(Firings::written)
          .forEach(line -> System.out.println(indent + line));
    }
  }
}
