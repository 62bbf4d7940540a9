package vn.vam.app.command;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.vam.app.demo.Demo;
import vn.vam.app.demo.DemoOptions;

@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Broker, store, hub and the four simulators in one go; ends with the books.")
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--port", description = "The hub's web.")
  private int port = 8080;

  @Option(names = "--mqtt-port", description = "The embedded broker.")
  private int mqttPort = 1883;

  @Option(names = "--zalo-port", description = "The messenger's simulator and the phone.")
  private int zaloPort = 8090;

  @Option(names = "--office-port", description = "The office's simulator.")
  private int officePort = 8091;

  @Option(names = "--town-port", description = "The town's simulator.")
  private int townPort = 8092;

  @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept.")
  private Path data = Path.of("data", "demo");

  @Option(names = "--fresh", description = "Begin with an empty folder.")
  private boolean fresh;

  @Option(names = "--headless", description = "Open no browser.")
  private boolean headless;

  @Option(
      names = "--for",
      paramLabel = "SPAN",
      converter = SpanConverter.class,
      description = "End after this time, such as 60s; until Ctrl-C where not given.")
  private @Nullable Duration length;

  @Option(
      names = "--speed",
      description = "How much faster than life tide and traffic go; timestamps are always real.")
  private double speed = 60;

  @Option(
      names = "--influx",
      paramLabel = "URL",
      description = "A running InfluxDB 1.x; else influxd when it is on the PATH, else SQLite.")
  private @Nullable URI influx;

  @Option(names = "--seed", description = "The same seed gives the same province.")
  private long seed = 1;

  @Override
  public Integer call() {
    Demo demo = new Demo(Usage.of(spec, this::options), System.out);
    try (Stopping stopping = new Stopping(demo::stop)) {
      return demo.run() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private DemoOptions options() {
    return new DemoOptions(
        port,
        mqttPort,
        zaloPort,
        officePort,
        townPort,
        data,
        fresh,
        headless,
        Optional.ofNullable(length),
        speed,
        Optional.ofNullable(influx),
        seed);
  }
}
