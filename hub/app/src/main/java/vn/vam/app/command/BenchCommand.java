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
import vn.vam.sim.bench.Figures;
import vn.vam.sim.bench.IngestBench;
import vn.vam.sim.bench.IngestPlan;
import vn.vam.sim.bench.IngestPlan.Peer;
import vn.vam.sim.bench.Table;

@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures the hub beside others, and troubles it, on this machine alone.",
    subcommands = {
      BenchCommand.IngestCommand.class,
      BenchAlertsCommand.class,
      BenchChatCommand.class,
      BenchSoakCommand.class,
      BenchFaultsCommand.class
    })
final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what: vam bench ingest, alerts, chat, faults, or soak");
  }

  @Command(
      name = "ingest",
      mixinStandardHelpOptions = true,
      description = {
        "How fast queued messages come from Mosquitto into InfluxDB 1.x, and at what cost;",
        "both must be on the PATH. Exit status: 0 all stored, 1 the hub lost something."
      })
  static final class IngestCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    private static final Duration MOST = Duration.ofMinutes(30);

    @Option(names = "--messages", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private int messages = 1_000_000;

    @Option(names = "--devices", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private int devices = 500;

    @Option(
        names = "--peers",
        paramLabel = "P",
        split = ",",
        description =
            "Beside the hub: ${COMPLETION-CANDIDATES}. A route of Camel always runs. Default: all.")
    private List<Peer> peers = Arrays.asList(Peer.values());

    @Mixin private BenchOptions options = new BenchOptions();

    @Override
    public Integer call() throws Exception {
      IngestPlan plan =
          Usage.of(
              spec,
              () ->
                  new IngestPlan(
                      BenchOptions.launcher(),
                      messages,
                      devices,
                      peers,
                      options.javaOptions(),
                      MOST,
                      options.json()));
      List<Figures> figures = new IngestBench(plan, System.err::println).run();
      Table.of(figures).forEach(System.out::println);
      if (plan.json().isPresent()) {
        Table.write(figures, plan.json().get());
      }
      return figures.getFirst().lost() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }
}
