package vn.vam.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceivingWebhooks {
  private static final String BODY = "{\"event_name\":\"follow\"}";
  private final FakeHub hub = new FakeHub();

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void hands_body_and_signature_on_as_received() {
    List<String> received = new CopyOnWriteArrayList<>();
    hub.webhook =
        (body, signature) -> {
          received.add(new String(body, StandardCharsets.UTF_8));
          received.add(signature);
          return new Webhook.Receipt.Taken();
        };

    Door.Answer answer =
        hub.open().post("/webhooks/zalo", BODY + " Xuân", "X-ZEvent-Signature", "mac=abc");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(received).containsExactly(BODY + " Xuân", "mac=abc");
  }

  @Test
  void is_content_with_an_event_it_has_seen() {
    hub.webhook = (body, signature) -> new Webhook.Receipt.Seen();

    assertThat(hub.open().post("/webhooks/zalo", BODY).status()).isEqualTo(200);
  }

  @Test
  void turns_a_forged_one_away() {
    hub.webhook =
        (body, signature) ->
            signature.isEmpty() ? new Webhook.Receipt.Forged() : new Webhook.Receipt.Taken();

    Door.Answer answer = hub.open().post("/webhooks/zalo", BODY);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.type()).isEqualTo("application/problem+json");
  }

  @Test
  void has_no_use_for_one_it_cannot_read_and_wants_it_no_second_time() {
    hub.webhook = (body, signature) -> new Webhook.Receipt.Unreadable("event_name is missing");

    Door.Answer answer = hub.open().post("/webhooks/zalo", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().getBoolean("taken")).isFalse();
  }

  @Test
  void wants_what_could_not_be_kept_again() {
    hub.webhook =
        (body, signature) -> {
          throw new IllegalStateException("the disk is full");
        };

    Door.Answer answer = hub.open().post("/webhooks/zalo", BODY);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.type()).isEqualTo("application/problem+json");
    assertThat(answer.json().getString("detail")).isEqualTo("It could not be kept; send it again.");
  }

  @Test
  void takes_no_more_than_a_megabyte() {
    Door.Answer answer = hub.open().post("/webhooks/zalo", "x".repeat(1024 * 1024 + 1));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.type()).isEqualTo("application/problem+json");
  }

  @Test
  void answers_503_when_too_many_wait_and_stays_alive() {
    CountDownLatch release = new CountDownLatch(1);
    hub.webhook =
        (body, signature) -> {
          awaitQuietly(release);
          return new Webhook.Receipt.Taken();
        };
    Door door = hub.open();
    List<CompletableFuture<Integer>> answers =
        together(230, () -> door.post("/webhooks/zalo", BODY).status());

    Awaitility.await()
        .until(() -> answers.stream().filter(CompletableFuture::isDone).count() >= 30);
    int alive = door.get("/healthz").status();
    release.countDown();

    assertThat(alive).isEqualTo(200);
    List<Integer> statuses = answers.stream().map(CompletableFuture::join).toList();
    assertThat(statuses).containsOnly(200, 503);
    assertThat(statuses.stream().filter(status -> status == 200)).hasSize(200);
  }

  @Test
  void never_waits_behind_a_slow_store() {
    CountDownLatch release = new CountDownLatch(1);
    hub.store.answer(
        query -> {
          awaitQuietly(release);
          return List.of();
        });
    Door door = hub.open();
    List<CompletableFuture<Integer>> readers =
        together(20, () -> door.get("/api/v1/stations/xuan-hoa/readings").status());
    Awaitility.await().until(() -> hub.store.timesAsked() == 4);

    long began = System.nanoTime();
    int status = door.post("/webhooks/zalo", BODY).status();
    long took = (System.nanoTime() - began) / 1_000_000;
    release.countDown();

    assertThat(status).isEqualTo(200);
    assertThat(took).isLessThan(2_000);
    assertThat(readers).allSatisfy(reader -> assertThat(reader.join()).isEqualTo(200));
  }

  private static List<CompletableFuture<Integer>> together(int count, Supplier<Integer> ask) {
    return IntStream.range(0, count)
        .mapToObj(i -> CompletableFuture.supplyAsync(ask, task -> Thread.ofVirtual().start(task)))
        .toList();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
