package vn.vam.app.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.vam.sim.bench.ChatBench;
import vn.vam.sim.bench.ChatFigures;
import vn.vam.sim.bench.ChatPlan;
import vn.vam.sim.bench.ChatTable;

@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    description = {
      "How soon citizens who all talk at once have their answers, and how soon the messenger has its 200.",
      "mosquitto and influxd 1.x must be on the PATH. Exit status: 0 every message was answered once and 99 in 100 webhooks within 200 ms, 1 not."
    })
final class BenchChatCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--citizens", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int citizens = 1_000;

  @Option(
      names = "--each",
      paramLabel = "N",
      description = "Messages of each citizen. Default: ${DEFAULT-VALUE}.")
  private int each = 3;

  @Option(
      names = "--within",
      paramLabel = "T",
      converter = SpanConverter.class,
      description = "They say all of it in so long. Default: 60s.")
  private Duration within = Duration.ofMinutes(1);

  @Option(
      names = "--per-minute",
      paramLabel = "N",
      description = "Requests the messenger allows. Default: ${DEFAULT-VALUE}.")
  private int perMinute = 4_000;

  @Option(
      names = "--office-delay",
      paramLabel = "T",
      converter = SpanConverter.class,
      description = "So long the office thinks about each dossier. Default: 0s.")
  private Duration officeDelay = Duration.ZERO;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides who says what, and when. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Mixin private BenchOptions options = new BenchOptions();

  @Override
  public Integer call() throws Exception {
    ChatFigures figures = new ChatBench(plan(), System.err::println).run();
    ChatTable.of(figures).forEach(System.out::println);
    if (options.json().isPresent()) {
      ChatTable.write(figures, options.json().get());
    }
    return figures.isFlawless() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private ChatPlan plan() {
    return Usage.of(
        spec,
        () ->
            new ChatPlan(
                BenchOptions.launcher(),
                citizens,
                each,
                within,
                perMinute,
                officeDelay,
                seed,
                options.javaOptions()));
  }
}
