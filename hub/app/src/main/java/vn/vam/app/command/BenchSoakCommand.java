package vn.vam.app.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.vam.sim.bench.SoakBench;
import vn.vam.sim.bench.SoakFigures;
import vn.vam.sim.bench.SoakPlan;
import vn.vam.sim.bench.SoakTable;

@Command(
    name = "soak",
    mixinStandardHelpOptions = true,
    description = {
      "Takes the database away for long under a steady stream, and tells how the hub catches up.",
      "mosquitto and influxd 1.x must be on the PATH.",
      "Exit status: 0 everything acknowledged is stored once and the books balance, 1 not."
    })
final class BenchSoakCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Messages a second, 100 to 10000. Default: ${DEFAULT-VALUE}.")
  private int rate = 2_000;

  @Option(
      names = "--away",
      paramLabel = "T",
      converter = SpanConverter.class,
      description = "How long the database is away. Default: 1h.")
  private Duration away = Duration.ofHours(1);

  @Option(
      names = "--most",
      paramLabel = "T",
      converter = SpanConverter.class,
      description = "How long catching up may take. Default: 1h.")
  private Duration most = Duration.ofHours(1);

  @Mixin private BenchOptions options = new BenchOptions();

  @Override
  public Integer call() throws Exception {
    SoakFigures figures = new SoakBench(plan(), System.err::println).run();
    SoakTable.of(figures).forEach(System.out::println);
    if (options.json().isPresent()) {
      SoakTable.write(figures, options.json().get());
    }
    return figures.isFlawless() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private SoakPlan plan() {
    return Usage.of(
        spec, () -> new SoakPlan(BenchOptions.launcher(), rate, away, most, options.javaOptions()));
  }
}
