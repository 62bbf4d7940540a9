package vn.vam.app.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.vam.sim.bench.FaultBench;
import vn.vam.sim.bench.FaultFigures;
import vn.vam.sim.bench.FaultPlan;
import vn.vam.sim.bench.FaultTable;

@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    description = {
      "Kills the hub, ends its broker and its database and troubles its lines, again and again"
          + " under",
      "numbered messages in several formats, and compares who has which. mosquitto and influxd 1.x"
          + " must",
      "be on the PATH; disk needs root, and clock libfaketime.",
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
      description =
          "In turn: ${COMPLETION-CANDIDATES}. Default: all that this machine can do; what it cannot"
              + " is said.")
  private List<FaultPlan.Kind> kinds = List.of();

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Messages a second, 100 to 2000. Default: ${DEFAULT-VALUE}.")
  private int rate = 500;

  @Option(
      names = "--outage",
      paramLabel = "T",
      converter = SpanConverter.class,
      description = "How long the database stays away at the most, up to 1h. Default: 2s.")
  private Duration outage = Duration.ofSeconds(2);

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
    return Usage.of(
        spec,
        () ->
            new FaultPlan(
                BenchOptions.launcher(),
                cycles,
                kinds(),
                rate,
                outage,
                seed,
                options.javaOptions(),
                most));
  }

  private List<FaultPlan.Kind> kinds() {
    kinds.forEach(
        kind ->
            kind.missing()
                .ifPresent(
                    missing -> {
                      throw new IllegalArgumentException("--faults: " + kind + ": " + missing);
                    }));
    return kinds.isEmpty() ? possible() : kinds;
  }

  private static List<FaultPlan.Kind> possible() {
    List<FaultPlan.Kind> possible = new ArrayList<>();
    for (FaultPlan.Kind kind : FaultPlan.Kind.values()) {
      kind.missing()
          .ifPresentOrElse(
              missing -> System.err.println("without " + kind + ": " + missing),
              () -> possible.add(kind));
    }
    return possible;
  }
}
