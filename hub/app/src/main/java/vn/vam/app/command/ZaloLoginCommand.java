package vn.vam.app.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import vn.vam.app.config.BadConfig;
import vn.vam.app.config.Complaint;
import vn.vam.app.config.HubConfig;
import vn.vam.app.config.ZaloSettings;
import vn.vam.app.hub.ZaloLogin;
import vn.vam.app.login.ConsentDoor;

@Command(
    name = "login",
    mixinStandardHelpOptions = true,
    description = {
      "Lets the hub into the official account: prints a link for an administrator of the account,",
      "receives what comes back, and keeps the tokens in the hub's state. A running hub receives it,",
      "else this command does, at the same address. Exit status: 0 let in, 1 not."
    })
final class ZaloLoginCommand implements Callable<Integer> {
  @Option(names = "--config", paramLabel = "FILE", required = true)
  private Path config = Path.of("vam.yaml");

  @Option(
      names = "--wait",
      paramLabel = "T",
      converter = SpanConverter.class,
      description = "How long to wait for the administrator, at most 30m. Default: 10m.")
  private Duration wait = Duration.ofMinutes(10);

  @Override
  public Integer call() throws BadConfig, InterruptedException {
    HubConfig hub = Configs.reader().read(config);
    ZaloSettings zalo =
        hub.zalo()
            .orElseThrow(
                () ->
                    wrong(
                        "zalo",
                        "expected the account to be let into, found nothing",
                        "zalo: { app_id: …, app_secret: ${ZALO_APP_SECRET} }"));
    int port = hub.console().port();
    if (port == 0) {
      throw wrong(
          "console.port", "expected a port the messenger can come back to, found 0", "port: 8080");
    }
    ConsentDoor door = new ConsentDoor(port);
    if (door.isOpen()) {
      return login(door);
    }
    try (ZaloLogin here = ZaloLogin.start(hub, zalo, Clock.systemUTC())) {
      return login(door);
    }
  }

  private BadConfig wrong(String path, String expected, String example) {
    return new BadConfig(config, List.of(new Complaint(path, expected, example)));
  }

  private int login(ConsentDoor door) throws InterruptedException {
    ConsentDoor.Link link = door.ask();
    System.out.printf(
        """
        Open this link as an administrator of the official account, within %d minutes:

          %s

        It leads back to %s, which the developer console has to know.
        The console's code_challenge, if it asks: %s
        """,
        wait.toMinutes(), link.address(), link.callback(), link.challenge());
    CountDownLatch stop = new CountDownLatch(1);
    try (Stopping stopping = new Stopping(stop::countDown)) {
      ConsentDoor.Outcome outcome = door.await(link, wait, stop);
      System.out.println(outcome.words());
      return outcome.letIn() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }
}
