package vn.vam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.ConfigReader;
import vn.vam.app.endtoend.HubHere;
import vn.vam.app.hub.Hub;
import vn.vam.sim.zalo.Secret;
import vn.vam.sim.zalo.ZaloSimulator;
import vn.vam.sim.zalo.ZaloSimulatorConfig;
import vn.vam.sqlite.state.StateDatabase;
import vn.vam.sqlite.state.TokenTable;
import vn.vam.testing.FreePort;

/** {@code vam zalo login}, with the simulator's own consent page as the messenger's. */
class LettingTheHubIn {
  private static final Pattern LINK = Pattern.compile("(?m)^ {2}(http\\S+)$");

  @TempDir Path folder;
  @AutoClose private ZaloSimulator zalo;
  private final int port = FreePort.next();
  private Path config;

  @BeforeEach
  void an_account_nobody_has_let_in() throws IOException {
    zalo =
        ZaloSimulator.start(
            ZaloSimulatorConfig.of(
                    URI.create("http://127.0.0.1:" + port + "/webhooks/zalo"),
                    "1001",
                    new Secret("app-secret"),
                    "2002",
                    new Secret("oa-secret"))
                .withAddress("127.0.0.1", 0)
                .withInitialTokens(Optional.empty(), Optional.empty()));
    config = Files.writeString(folder.resolve("vam.yaml"), yaml("app-secret"));
  }

  private String yaml(String appSecret) throws IOException {
    Files.writeString(folder.resolve("app"), appSecret);
    Files.writeString(folder.resolve("oa"), "oa-secret");
    return """
    sources: [ { id: native, broker: "tcp://127.0.0.1:1", format: native, filters: [vam/v1/salinity/+] } ]
    stations: [ { id: xuan-hoa, name: Xuân Hòa, kind: salinity } ]
    state: { directory: "%1$s/state" }
    zalo:
      oauth_url: %2$s
      openapi_url: %2$s
      business_url: %2$s
      app_id: '1001'
      app_secret: ${file:%1$s/app}
      oa_secret: ${file:%1$s/oa}
    console: { port: %3$d }
    """
        .formatted(folder, zalo.baseUri(), port);
  }

  @Test
  void keeps_tokens_in_the_state_when_no_hub_is_running() throws Exception {
    Asking asking = Asking.login(config);

    HttpResponse<String> page = opened(asking.link() + "&consent=allow");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Đã kết nối với Zalo");
    assertThat(asking.status()).isZero();
    assertThat(asking.out()).contains("let in", "http://127.0.0.1:" + port + "/zalo/callback");
    assertThat(asking.out()).doesNotContain("code_verifier");
    try (StateDatabase state = StateDatabase.open(folder.resolve("state/state.db"))) {
      assertThat(new TokenTable(state).load()).isPresent();
    }
  }

  @Test
  void goes_through_the_hub_that_runs_which_then_answers_at_once() throws Exception {
    try (Hub hub =
        HubHere.begin(
            new ConfigReader(Set.of("native"), Set.of(), Map.of()).read(config),
            Clock.systemUTC())) {
      Asking asking = Asking.login(config);

      assertThat(opened(asking.link() + "&consent=allow").statusCode()).isEqualTo(200);
      assertThat(asking.status()).isZero();
      post("/_sim/users/u1/follow");

      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> opened(zalo.baseUri() + "/_sim/messages").body().contains("Xin chào"));
      assertThat(hub.deliveries().undeliverable()).isZero();
    }
  }

  @Test
  void takes_no_answer_to_another_link() throws Exception {
    Asking asking = Asking.login(config);
    String link = asking.link();

    HttpResponse<String> page =
        opened(link.replaceAll("state=[^&]+", "state=another") + "&consent=allow");

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("Đường dẫn này đã cũ").doesNotContain("another");
    assertThat(opened(link + "&consent=allow").statusCode()).isEqualTo(200);
    assertThat(asking.status()).isZero();
  }

  @Test
  void says_what_the_messenger_did_not_like() throws Exception {
    Files.writeString(folder.resolve("app"), "another-secret");
    Asking asking = Asking.login(config);

    HttpResponse<String> page = opened(asking.link() + "&consent=allow");

    assertThat(page.statusCode()).isEqualTo(502);
    assertThat(asking.status()).isEqualTo(1);
    assertThat(asking.out()).contains("not let in", "-14004");
  }

  @Test
  void gives_up_when_nobody_comes_back() throws Exception {
    Asking asking = Asking.login(config, "--wait", "1s");

    assertThat(asking.status()).isEqualTo(1);
    assertThat(asking.out()).contains("run the command again");
  }

  private void post(String path) throws Exception {
    send(HttpRequest.newBuilder(zalo.baseUri().resolve(path)).POST(body()));
  }

  private static HttpRequest.BodyPublisher body() {
    return HttpRequest.BodyPublishers.ofString("{}");
  }

  private static HttpResponse<String> opened(String address) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(address)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient browser = HttpClient.newBuilder().followRedirects(Redirect.ALWAYS).build()) {
      return browser.send(request.build(), BodyHandlers.ofString());
    }
  }

  /** The command while it waits. */
  private record Asking(Typing typing, CompletableFuture<Integer> ended) {
    static Asking login(Path config, String... more) {
      Typing typing = Typing.begin();
      String[] line = new String[4 + more.length];
      System.arraycopy(
          new String[] {"zalo", "login", "--config", config.toString()}, 0, line, 0, 4);
      System.arraycopy(more, 0, line, 4, more.length);
      return new Asking(typing, CompletableFuture.supplyAsync(() -> typing.run(line)));
    }

    String link() {
      Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> matcher().find());
      Matcher found = matcher();
      return found.find() ? found.group(1) : "";
    }

    private Matcher matcher() {
      return LINK.matcher(typing.out());
    }

    int status() {
      return ended.orTimeout(30, TimeUnit.SECONDS).join();
    }

    String out() {
      return typing.out();
    }
  }
}
