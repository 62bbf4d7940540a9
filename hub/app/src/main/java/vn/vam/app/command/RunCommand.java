package vn.vam.app.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import vn.vam.app.config.BadConfig;
import vn.vam.app.config.ConfigReader;
import vn.vam.app.config.HubConfig;
import vn.vam.app.hub.Hub;

@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "The hub alone, against real servers.")
final class RunCommand implements Callable<Integer> {
  @Option(names = "--config", paramLabel = "FILE", required = true)
  private Path config = Path.of("vam.yaml");

  @Override
  public Integer call() throws BadConfig, InterruptedException {
    ConfigReader reader = Configs.reader();
    HubConfig settings = reader.read(config);
    CountDownLatch stop = new CountDownLatch(1);
    try (Stopping stopping = new Stopping(stop::countDown);
        Hub hub = Hub.start(settings, Clock.systemUTC(), stop)) {
      hub.watch(config, reader);
      System.out.printf("console   http://%s:%d/%n", settings.console().host(), hub.port());
      stop.await();
    }
    return ExitCode.OK;
  }
}
