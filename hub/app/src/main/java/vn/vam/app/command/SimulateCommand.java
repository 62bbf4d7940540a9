package vn.vam.app.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.vam.sim.fleet.Credentials;
import vn.vam.sim.fleet.Fleet;
import vn.vam.sim.fleet.FleetConfig;
import vn.vam.sim.office.OfficeConfig;
import vn.vam.sim.office.OfficeSimulator;
import vn.vam.sim.town.TownConfig;
import vn.vam.sim.town.TownSimulator;
import vn.vam.sim.zalo.Secret;
import vn.vam.sim.zalo.ZaloSimulator;
import vn.vam.sim.zalo.ZaloSimulatorConfig;

@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "One simulator alone, until Ctrl-C.",
    subcommands = {
      SimulateCommand.FleetCommand.class,
      SimulateCommand.ZaloCommand.class,
      SimulateCommand.OfficeCommand.class,
      SimulateCommand.TownCommand.class
    })
final class SimulateCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say which: fleet, zalo, office or town");
  }

  private static int untilStopped(String told, AutoCloseable simulator) throws Exception {
    CountDownLatch stop = new CountDownLatch(1);
    try (Stopping stopping = new Stopping(stop::countDown);
        simulator) {
      System.out.println(told);
      stop.await();
    }
    return ExitCode.OK;
  }

  @Command(
      name = "fleet",
      mixinStandardHelpOptions = true,
      showDefaultValues = true,
      description = "Sensors, counters and cameras that publish in the native form.")
  static final class FleetCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--broker", paramLabel = "URL")
    private URI broker = URI.create("tcp://127.0.0.1:1883");

    @Option(names = "--speed")
    private double speed = 60;

    @Option(names = "--seed")
    private long seed = 1;

    @Option(
        names = "--faults",
        description = "Share of messages that go wrong as in the field, 0 to 1.")
    private double faults = 0.01;

    @ArgGroup(exclusive = false)
    private @Nullable Login login;

    @Override
    public Integer call() throws Exception {
      FleetConfig config =
          Usage.of(
              spec,
              () -> FleetConfig.at(broker).withSpeed(speed).withSeed(seed).withFaultRate(faults));
      return untilStopped(
          "fleet     publishing to " + broker,
          Fleet.start(login == null ? config : config.withCredentials(login.credentials())));
    }

    /**
     * One account for all devices, as a gateway has it; the broker has to allow it their topics.
     */
    static final class Login {
      @Option(names = "--user", required = true, description = "Account of a gateway.")
      private String user = "";

      @Option(
          names = "--password-file",
          paramLabel = "FILE",
          required = true,
          description = "Holds its password, which would be seen on a command line.")
      private Path passwordFile = Path.of("");

      Credentials credentials() throws IOException {
        return new Credentials(
            user, new vn.vam.sim.fleet.Secret(Files.readString(passwordFile).strip()));
      }
    }
  }

  @Command(
      name = "zalo",
      mixinStandardHelpOptions = true,
      showDefaultValues = true,
      description = {
        "The messenger's platform with a phone page.",
        "Secrets come from the environment: VAM_SIM_APP_SECRET, VAM_SIM_OA_SECRET, VAM_SIM_REFRESH_TOKEN."
      })
  static final class ZaloCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--host", description = "To listen on; 0.0.0.0 is for containers.")
    private String host = "127.0.0.1";

    @Option(names = "--port")
    private int port = 8090;

    @Option(names = "--webhook", paramLabel = "URL")
    private URI webhook = URI.create("http://127.0.0.1:8080/webhooks/zalo");

    @Option(
        names = "--office",
        paramLabel = "URL",
        description = "A simulated office, whose receipts the phone can photograph.")
    private URI office = URI.create("http://127.0.0.1:8091");

    @Option(names = "--app-id")
    private String appId = "36084652489903967";

    @Option(names = "--oa-id")
    private String oaId = "388613280879808645";

    @Override
    public Integer call() throws Exception {
      ZaloSimulator simulator = ZaloSimulator.start(Usage.of(spec, this::config));
      return untilStopped("phone     " + simulator.baseUri() + "/", simulator);
    }

    private ZaloSimulatorConfig config() {
      return ZaloSimulatorConfig.of(
              webhook,
              appId,
              environment("VAM_SIM_APP_SECRET").orElse(new Secret("simulated-app-secret")),
              oaId,
              environment("VAM_SIM_OA_SECRET").orElse(new Secret("simulated-oa-secret")))
          .withAddress(host, port)
          .withOffice(office)
          .withInitialTokens(
              Optional.empty(),
              environment("VAM_SIM_REFRESH_TOKEN")
                  .or(() -> Optional.of(new Secret("simulated-refresh-token"))));
    }

    private static Optional<Secret> environment(String name) {
      @Nullable String value = System.getenv(name);
      return value == null || value.isEmpty() ? Optional.empty() : Optional.of(new Secret(value));
    }
  }

  @Command(
      name = "office",
      mixinStandardHelpOptions = true,
      showDefaultValues = true,
      description = "The one-stop office's dossier system.")
  static final class OfficeCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--host", description = "To listen on; 0.0.0.0 is for containers.")
    private String host = "127.0.0.1";

    @Option(names = "--port")
    private int port = 8091;

    @Option(names = "--seed")
    private long seed = 1;

    @Option(names = "--speed")
    private double speed = 60;

    @Override
    public Integer call() throws Exception {
      OfficeSimulator office =
          OfficeSimulator.start(
              Usage.of(
                  spec,
                  () ->
                      OfficeConfig.standard()
                          .withHost(host)
                          .withPort(port)
                          .withSeed(seed)
                          .withSpeed(speed)));
      return untilStopped("office    http://" + host + ":" + office.port() + "/", office);
    }
  }

  @Command(
      name = "town",
      mixinStandardHelpOptions = true,
      showDefaultValues = true,
      description = "News, buses, sights, schools and sluices to ask for.")
  static final class TownCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--host", description = "To listen on; 0.0.0.0 is for containers.")
    private String host = "127.0.0.1";

    @Option(names = "--port")
    private int port = 8092;

    @Override
    public Integer call() throws Exception {
      TownSimulator town =
          TownSimulator.start(
              Usage.of(spec, () -> TownConfig.standard().withHost(host).withPort(port)));
      return untilStopped("town      " + town.at("/"), town);
    }
  }
}
