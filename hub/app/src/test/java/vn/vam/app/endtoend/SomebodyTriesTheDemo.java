package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.testing.ChildProcess;
import vn.vam.testing.FreePort;
import vn.vam.testing.Required;

/** {@code vam demo} in a terminal of its own. */
class SomebodyTriesTheDemo {
  private static final String ALL_OF_THEM =
      "messages  received # = in hand 0 \\+ queued 0 \\+ stored # \\+ rejected # \\+ ignored # \\+ duplicate #"
          .replace("#", "[0-9]+");
  private static final Duration LONGEST_END = Duration.ofSeconds(50);

  @TempDir Path folder;
  private final Door hub = new Door(FreePort.next());
  private final Phone phone = new Phone(URI.create("http://127.0.0.1:" + FreePort.next()), "u1");
  @AutoClose private ChildProcess demo;

  @BeforeEach
  void start() {
    Required.server(ChildProcess.program("setsid").isPresent(), "no setsid on the PATH");
    demo = ChildProcess.start(command(), folder.resolve("printed"), hub::isReady);
  }

  private List<String> command() {
    return Stream.concat(
            Stream.of("setsid"),
            HubElsewhere.typed(
                "demo",
                "--headless",
                "--data=" + folder.resolve("data"),
                "--port=" + hub.port(),
                "--zalo-port=" + phone.platform().getPort(),
                "--mqtt-port=" + FreePort.next(),
                "--office-port=" + FreePort.next(),
                "--town-port=" + FreePort.next())
                .stream())
        .toList();
  }

  @Test
  void is_told_of_salt_and_at_the_end_of_everything_that_came() {
    phone.hears("0,5 g/l");

    demo.endGroup();

    assertThat(demo.awaitEnd(LONGEST_END)).as(demo.printed()).isPresent();
    assertThat(demo.printed()).doesNotContain("still on their way", "did not");
    assertThat(demo.printed().lines().toList().reversed().subList(0, 3).reversed())
        .satisfiesExactly(
            messages -> assertThat(messages).matches(ALL_OF_THEM),
            points -> assertThat(points).startsWith("points    "),
            alerts -> assertThat(alerts).startsWith("alerts    raised "));
  }
}
