package vn.vam.app.command;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.vam.sim.bench.FaultBench;
import vn.vam.sim.bench.FaultFigures;
import vn.vam.sim.bench.FaultPlan;
import vn.vam.sim.bench.FaultTable;

@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    description = {
      "Kills the hub, ends its broker and its database and troubles its lines, again and again under",
      "numbered messages, and compares who has which. mosquitto and influxd 1.x must be on the PATH.",
      "Exit status: 0 nothing that was acknowledged is lost or doubled, 1 something is."
    })
final class BenchFaultsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--cycles", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int cycles = 200;

  @Option(
      names = "--faults",
      paramLabel = "F",
      split = ",",
      description = "In turn: ${COMPLETION-CANDIDATES}. Default: all.")
  private List<FaultPlan.Kind> kinds = Arrays.asList(FaultPlan.Kind.values());

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Messages a second, 100 to 2000. Default: ${DEFAULT-VALUE}.")
  private int rate = 500;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides the instants. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--most",
      paramLabel = "T",
      converter = SpanConverter.class,
      description = "No fault begins after so long, such as 30m. Default: 2h.")
  private Duration most = Duration.ofHours(2);

  @Mixin private BenchOptions options = new BenchOptions();

  @Override
  public Integer call() throws Exception {
    FaultFigures figures = new FaultBench(plan(), System.err::println).run();
    FaultTable.of(figures).forEach(System.out::println);
    if (options.json().isPresent()) {
      FaultTable.write(figures, options.json().get());
    }
    return figures.isFlawless() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private FaultPlan plan() {
    try {
      return new FaultPlan(
          BenchOptions.launcher(), cycles, kinds, rate, seed, options.javaOptions(), most);
    } catch (IllegalArgumentException impossible) {
      throw new ParameterException(spec.commandLine(), impossible.getMessage(), impossible);
    }
  }
}
