package vn.vam.zalo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.vam.zalo.Platform.SENT;
import static vn.vam.zalo.Platform.TEXT;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.zalo.FakePlatform.Reply;
import vn.vam.zalo.ZaloResult.NotSent;
import vn.vam.zalo.ZaloResult.Sent;
import vn.vam.zalo.ZaloResult.Unclear;

class WhenTheAnswerDoesNotCome {
  private final Hub hub = new Hub();

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void a_connection_cut_after_the_request_is_unclear_and_the_request_went_out_once() {
    hub.platform.on(TEXT, Reply.cut(), SENT);

    assertThat(hub.send("một lần")).isInstanceOf(Unclear.class);

    stays(1);
  }

  @Test
  void a_kept_connection_cut_after_its_second_request_is_unclear_and_nothing_is_repeated() {
    hub.platform.on(TEXT, SENT, Reply.cut(), SENT);
    hub.send("thứ nhất");

    assertThat(hub.send("thứ hai")).isInstanceOf(Unclear.class);

    stays(2);
    assertThat(hub.platform.connections()).isEqualTo(1);
  }

  @Test
  void on_kept_connections_that_the_platform_has_closed_no_message_goes_out_twice() {
    for (int i = 0; i < 50; i++) {
      hub.platform.on(TEXT, SENT.thenHangUp());
    }

    long sent = 0;
    for (int i = 0; i < 50; i++) {
      sent += hub.send("số " + i + ".") instanceof Sent ? 1 : 0;
    }

    var bodies = hub.platform.requests(TEXT).stream().map(FakePlatform.Request::body).toList();
    assertThat(bodies).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo((int) sent);
  }

  @Test
  void silence_is_unclear() {
    hub.platform.on(TEXT, Reply.silence());

    assertThat(hub.send("xin chào")).isInstanceOf(Unclear.class);

    stays(1);
  }

  @Test
  void an_answer_that_trickles_without_end_is_unclear_within_the_time_limit() {
    hub.platform.on(TEXT, Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"));
    long start = System.nanoTime();

    assertThat(hub.send("xin chào")).isInstanceOf(Unclear.class);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void an_answer_beyond_the_size_limit_is_unclear() {
    hub.platform.on(TEXT, Reply.json("\"" + "x".repeat(PlatformHttp.MAX_ANSWER) + "\""));

    assertThat(hub.send("xin chào"))
        .isInstanceOfSatisfying(
            Unclear.class, unclear -> assertThat(unclear.reason()).contains("longer than"));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 404, 429, 500, 502, 503})
  void a_page_instead_of_an_answer_is_unclear_and_not_asked_for_again(int status) {
    hub.platform.on(
        TEXT,
        Reply.http(status, "text/html", "<html>", "Retry-After: 0\r\nLocation: " + TEXT + "\r\n"),
        SENT);

    assertThat(hub.send("xin chào"))
        .isEqualTo(new Unclear("HTTP %d without a readable answer".formatted(status)));
    stays(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"error\":null}",
        "{\"error\":0}",
        "{\"error\":0.5}",
        "{\"error\":0,\"data\":{\"message_id\":\"m\"}}",
        "{\"error\":99999999999}",
        "{\"error\":0} trailing"
      })
  void an_answer_nobody_can_read_is_unclear(String body) {
    hub.platform.on(TEXT, Reply.json(body));

    assertThat(hub.send("xin chào")).isInstanceOf(Unclear.class);
  }

  @Test
  void success_under_a_server_error_is_unclear() {
    hub.platform.on(
        TEXT,
        Reply.http(
            500,
            "application/json",
            "{\"error\":0,\"data\":{\"message_id\":\"m\",\"sent_time\":\"1\"}}",
            ""));

    assertThat(hub.send("xin chào")).isInstanceOf(Unclear.class);
  }

  @Test
  void a_platform_nobody_listens_at_certainly_got_nothing() throws IOException {
    try (Socket taken = new Socket()) {
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      URI nobody = URI.create("http://127.0.0.1:" + taken.getLocalPort());
      try (Hub alone = Hub.at(nobody)) {
        assertThat(alone.send("xin chào")).isEqualTo(new NotSent("connection could not be opened"));
        assertThat(alone.observed)
            .singleElement()
            .returns("not_sent", ZaloObserver.Observation::outcome);
      }
    }
  }

  @Test
  void a_host_that_does_not_speak_tls_certainly_got_nothing() {
    var http = new PlatformHttp(Platform.configuration(hub.platform));
    var secure = URI.create(hub.platform.base().toString().replace("http:", "https:") + TEXT);

    var outcome =
        http.send(HttpRequest.newBuilder(secure).POST(HttpRequest.BodyPublishers.ofString("{}")));

    assertThat(outcome).isInstanceOf(PlatformHttp.Outcome.NotOpened.class);
    assertThat(hub.platform.requests(TEXT)).isEmpty();
    http.close();
  }

  @Test
  void a_machine_set_up_to_repeat_posts_is_refused_at_the_start() {
    var configuration = Platform.configuration(hub.platform);
    System.setProperty("jdk.httpclient.enableAllMethodRetry", "true");
    try {
      assertThatThrownBy(() -> new PlatformHttp(configuration))
          .hasMessageContaining("jdk.httpclient.enableAllMethodRetry");
    } finally {
      System.clearProperty("jdk.httpclient.enableAllMethodRetry");
    }
  }

  private void stays(int requests) {
    Awaitility.await()
        .during(Duration.ofMillis(300))
        .atMost(Duration.ofSeconds(2))
        .until(() -> hub.platform.requests(TEXT).size() == requests);
  }
}
