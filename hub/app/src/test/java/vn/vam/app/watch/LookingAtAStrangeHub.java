package vn.vam.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever listens at the hub's address, a look ends in time and takes nothing for a hub. */
class LookingAtAStrangeHub {
  private static final Duration PATIENCE = Duration.ofMillis(700);
  private static final Duration IN_TIME = Duration.ofSeconds(10);
  private static final Look SILENT = new Look.Silent();

  /** What is written to whoever comes, after their request was read. */
  private interface Manners {
    void answer(OutputStream out) throws IOException;
  }

  private ServerSocket door;

  @BeforeEach
  void open() throws IOException {
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    door.close();
  }

  @Test
  void one_that_is_ready_says_so_itself() {
    assertThat(look(out -> write(out, answer(200, "{\"ready\":true}"))))
        .isEqualTo(new Look.Ready());
  }

  @Test
  void one_that_waits_says_what_for() {
    assertThat(look(out -> write(out, answer(503, "{\"ready\":false,\"waiting\":[\"broker\"]}"))))
        .isEqualTo(new Look.Waiting(List.of("broker")));
  }

  @Test
  void one_that_takes_the_call_and_never_answers_is_silent() {
    assertThat(look(LookingAtAStrangeHub::hold)).isEqualTo(SILENT);
  }

  @Test
  void one_that_hangs_up_is_silent() {
    assertThat(look(out -> {})).isEqualTo(SILENT);
  }

  @Test
  void one_that_speaks_no_http_is_silent() {
    assertThat(look(out -> write(out, "SSH-2.0-OpenSSH_9.2\r\n\u0001\u0002"))).isEqualTo(SILENT);
  }

  @Test
  void one_that_says_503_and_nothing_of_use_is_silent() {
    assertThat(look(out -> write(out, answer(503, "<html>Service Unavailable</html>"))))
        .isEqualTo(SILENT);
  }

  @Test
  void one_that_says_200_and_is_no_hub_is_silent() {
    assertThat(look(out -> write(out, answer(200, "It works!")))).isEqualTo(SILENT);
    assertThat(look(out -> write(out, answer(200, "")))).isEqualTo(SILENT);
    assertThat(look(out -> write(out, answer(200, "{\"ready\":false}")))).isEqualTo(SILENT);
  }

  @Test
  void one_whose_head_comes_byte_by_byte_is_not_waited_for() {
    assertThat(look(out -> drip(out, "HTTP/1.1 200 OK\r\nX: " + "x".repeat(4_000))))
        .isEqualTo(SILENT);
  }

  @Test
  void one_whose_body_comes_byte_by_byte_is_not_waited_for() {
    assertThat(
            look(
                out -> {
                  write(out, "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{\"ready\":true");
                  drip(out, " ".repeat(4_000));
                }))
        .isEqualTo(SILENT);
  }

  @Test
  void one_that_promises_a_body_and_stops_is_not_waited_for() {
    assertThat(
            look(
                out -> {
                  write(out, "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{");
                  hold(out);
                }))
        .isEqualTo(SILENT);
  }

  @Test
  void one_whose_body_has_no_end_is_not_read_to_it() {
    assertThat(
            look(
                out -> {
                  write(out, "HTTP/1.1 200 OK\r\n\r\n{\"ready\":true,\"x\":\"");
                  for (String much = "x".repeat(8_192); ; ) {
                    write(out, much);
                  }
                }))
        .isEqualTo(SILENT);
  }

  private Look look(Manners manners) {
    Thread.ofVirtual().start(() -> serve(manners));
    try (Gate gate = new Gate(URI.create("http://127.0.0.1:" + door.getLocalPort()), PATIENCE)) {
      return assertTimeoutPreemptively(IN_TIME, gate::look);
    }
  }

  /** Once; a hang-up at the other end is the end of it. */
  private void serve(Manners manners) {
    try (Socket caller = door.accept()) {
      readHead(caller);
      manners.answer(caller.getOutputStream());
    } catch (IOException gone) {
      assertThat(gone).isNotNull();
    }
  }

  private static void readHead(Socket caller) throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
    assertThat(lines.lines().takeWhile(line -> !line.isEmpty()).findFirst())
        .hasValueSatisfying(asked -> assertThat(asked).startsWith("GET /readyz"));
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String answer(int status, String body) {
    return "HTTP/1.1 %d X\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        .formatted(status, body.length(), body);
  }

  private static void drip(OutputStream out, String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      write(out, text.substring(i, i + 1));
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** Until the other end hangs up. */
  private static void hold(OutputStream out) throws IOException {
    LockSupport.parkNanos(IN_TIME.toNanos());
    write(out, "too late");
  }
}
