package vn.vam.runtime.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vam.core.notify.Doubt;
import vn.vam.core.notify.Evidence;

class SettlingDoubts {
  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger woken = new AtomicInteger();
  private Post post;

  @BeforeEach
  void open() throws Exception {
    post = new Post();
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    post.close();
  }

  @Test
  void the_messenger_is_asked_and_what_it_shows_is_heard() throws Exception {
    post.town.inDoubt.add(new Doubt(1, "u1", "Nước mặn", Town.NOON));
    deploy();

    await()
        .untilAsserted(
            () ->
                assertThat(post.town.heard)
                    .containsExactly(new Evidence.Sent("u1", "m-1", "Nước mặn", Town.NOON)));
    assertThat(woken).hasValue(0);
  }

  @Test
  void what_is_due_a_second_time_wakes_the_outbox() throws Exception {
    post.archive = text -> "something else";
    post.town.inDoubt.add(new Doubt(1, "u1", "Nước mặn", Town.NOON));
    deploy();

    await().untilAsserted(() -> assertThat(woken).hasValue(1));
  }

  @Test
  void what_the_messenger_does_not_show_is_looked_at_as_missing() throws Exception {
    post.archive = text -> "something else";
    Doubt doubt = new Doubt(1, "u1", "Nước mặn", Town.NOON);
    post.town.inDoubt.add(doubt);
    deploy();

    await().untilAsserted(() -> assertThat(post.town.missed).containsExactly(doubt));
  }

  @Test
  void a_messenger_that_cannot_be_asked_leaves_it_to_time() throws Exception {
    post.archive =
        text -> {
          throw new IllegalStateException("the wire broke");
        };
    post.town.inDoubt.add(new Doubt(1, "u1", "Nước mặn", Town.NOON));
    deploy();

    await().untilAsserted(() -> assertThat(woken).hasValue(1));
    assertThat(post.town.heard).isEmpty();
  }

  private void deploy() throws Exception {
    vertx
        .deployVerticle(
            new DoubtVerticle(post.town, post.routes(), post.clock, woken::incrementAndGet))
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }
}
