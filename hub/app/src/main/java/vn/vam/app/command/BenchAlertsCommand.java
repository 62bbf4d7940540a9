package vn.vam.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.vam.sim.bench.AlertBench;
import vn.vam.sim.bench.AlertFigures;
import vn.vam.sim.bench.AlertPlan;
import vn.vam.sim.bench.AlertTable;

@Command(
    name = "alerts",
    mixinStandardHelpOptions = true,
    description = {
      "How soon a breach is at the messenger while others publish, and how one alert reaches very many",
      "while a graver one overtakes it. mosquitto and influxd 1.x must be on the PATH. By the platform's",
      "rule of 4,000 requests a minute 100,000 subscribers take 25 minutes; --per-minute allows more.",
      "Exit status: 0 everybody was told once, 1 not."
    })
final class BenchAlertsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--breaches",
      paramLabel = "N",
      description = "The first twenty are not counted. Default: ${DEFAULT-VALUE}.")
  private int breaches = 320;

  @Option(
      names = "--beside",
      paramLabel = "N",
      description = "Messages a second of others meanwhile. Default: ${DEFAULT-VALUE}.")
  private int beside = 5_000;

  @Option(
      names = "--subscribers",
      paramLabel = "N",
      description = "Of one station; 0 for no fan-out. Default: ${DEFAULT-VALUE}.")
  private int subscribers = 100_000;

  @Option(
      names = "--limits",
      paramLabel = "N",
      description =
          "Limits of citizens' own, at the station the others report from. Default: ${DEFAULT-VALUE}.")
  private int limits = 0;

  @Option(
      names = "--per-minute",
      paramLabel = "N",
      description = "Requests the messenger allows. Default: ${DEFAULT-VALUE}.")
  private int perMinute = 4_000;

  @Mixin private BenchOptions options = new BenchOptions();

  @Override
  public Integer call() throws Exception {
    AlertFigures figures = new AlertBench(plan(), System.err::println).run();
    AlertTable.of(figures).forEach(System.out::println);
    if (options.json().isPresent()) {
      AlertTable.write(figures, options.json().get());
    }
    return figures.isFlawless() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private AlertPlan plan() {
    return Usage.of(
        spec,
        () ->
            new AlertPlan(
                BenchOptions.launcher(),
                breaches,
                beside,
                subscribers,
                limits,
                perMinute,
                options.javaOptions(),
                new StateSeed()));
  }
}
