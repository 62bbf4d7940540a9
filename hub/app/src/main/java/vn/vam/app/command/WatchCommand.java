package vn.vam.app.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import vn.vam.app.config.BadConfig;
import vn.vam.app.config.WatchConfig;
import vn.vam.app.watch.Watch;

@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description = {
      "The hub's watchman, a process of its own, best on another machine:",
      "looks at /readyz and tells the people on duty when the hub stays away, or the messenger",
      "takes nothing of it any more, and when that is over."
    })
final class WatchCommand implements Callable<Integer> {
  @Option(names = "--config", paramLabel = "FILE", required = true)
  private Path config = Path.of("vam.yaml");

  @Override
  public Integer call() throws BadConfig, InterruptedException {
    WatchConfig settings = Configs.reader().readWatch(config);
    CountDownLatch stop = new CountDownLatch(1);
    try (Stopping stopping = new Stopping(stop::countDown);
        Watch watch = new Watch(settings, Clock.systemUTC(), System.out::println)) {
      System.out.printf(
          "watching  %s, people to tell: %d%n", settings.hub(), settings.people().size());
      watch.keep(stop);
    }
    return ExitCode.OK;
  }
}
