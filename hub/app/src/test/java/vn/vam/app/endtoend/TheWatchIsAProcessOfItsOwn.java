package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.sim.zalo.ZaloSimulator;
import vn.vam.testing.ChildProcess;
import vn.vam.testing.Http;

/**
 * {@code vam watch} beside {@code vam run}, each a process: what the one on duty hears, counted.
 */
class TheWatchIsAProcessOfItsOwn {
  private static final String SILENT = "Trạm Vàm không trả lời";
  private static final String BACK = "Trạm Vàm đã hoạt động lại";
  private static final String MUTE = "không gửi được tin Zalo từ";
  private static final String HEARD_AGAIN = "đã gửi được tin Zalo trở lại";

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private Servers servers;
  private HubElsewhere hub;
  private Phone onDuty;

  @BeforeEach
  void somebody_is_on_duty() {
    servers = Servers.startIn(folder, opened);
    hub = opened.add(new HubElsewhere(servers.config(), servers.door()));
    ZaloSimulator account = opened.add(ZaloSimulator.start(WatchYaml.account()));
    onDuty = new Phone(account.baseUri(), "u1");
    onDuty.follow();
    opened.add(watch(WatchYaml.in(folder, servers, account)));
  }

  private ChildProcess watch(Path yaml) {
    Path printed = folder.resolve("watch.log");
    return ChildProcess.start(
        HubElsewhere.command("watch", yaml), printed, () -> isWatching(printed));
  }

  private static boolean isWatching(Path printed) {
    try {
      return Files.readString(printed).contains("watching  http");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void a_hub_that_is_killed_twice_is_told_of_twice_each_time_once() {
    for (int times = 1; times <= 2; times++) {
      hub.kill();
      hears(SILENT, times);
      hub.startAgain();
      hears(BACK, times);
    }

    assertThat(onDuty.messages())
        .satisfiesExactly(
            first -> assertThat(first).startsWith(SILENT),
            second -> assertThat(second).startsWith(BACK),
            third -> assertThat(third).startsWith(SILENT),
            fourth -> assertThat(fourth).startsWith(BACK));
  }

  @Test
  void a_hub_whose_token_is_dead_is_told_of_though_it_cannot_say_it_in_the_chat() {
    servers.phone().asks("độ mặn xuân hòa");
    servers.tokensAreTakenAway();
    servers.phone().say("độ mặn xuân hòa");

    hears(MUTE, 1);

    assertThat(onDuty.messages()).singleElement().asString().contains("vam zalo login");
  }

  @Test
  void a_hub_whose_account_is_blocked_is_told_of_until_a_message_goes_again() {
    platform(
        JsonObject.of("kind", "refuse", "code", -204, "count", 1, "only", "/v3.0/oa/message/cs"));
    servers.phone().say("độ mặn xuân hòa");
    hears(MUTE, 1);

    servers.phone().of("u2").say("độ mặn xuân hòa");
    hears(HEARD_AGAIN, 1);

    assertThat(onDuty.messages())
        .satisfiesExactly(
            told -> assertThat(told).contains(MUTE, "tài khoản OA"),
            over -> assertThat(over).contains(HEARD_AGAIN));
  }

  private void platform(JsonObject fault) {
    var answer =
        Http.post(
            servers.zalo.baseUri().resolve("/_sim/faults"), "application/json", fault.encode());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  private void hears(String words, int times) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(() -> assertThat(heard(words)).hasSize(times));
  }

  private List<String> heard(String words) {
    return onDuty.messagesWith(words);
  }
}
