package vn.vam.runtime.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vam.core.notify.Delivery;
import vn.vam.core.rule.Severity;
import vn.vam.runtime.flow.Signal;

class EmptyingTheOutbox {
  private final Vertx vertx = Vertx.vertx();
  private final Signal grew = new Signal();
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
  void before_anything_is_sent_what_a_kill_left_is_recovered() throws Exception {
    deploy();

    assertThat(post.town.timesRecovered()).isEqualTo(1);
  }

  @Test
  void what_is_due_is_sent_in_order() throws Exception {
    post.town.isDue(Town.message(1, "one"));
    post.town.isDue(Town.message(2, "two"));
    deploy();

    await().untilAsserted(() -> assertThat(post.sent).containsExactly("one", "two"));
    await().untilAsserted(() -> assertThat(post.town.fates()).containsOnlyKeys(1L, 2L));
  }

  @Test
  void a_change_is_told_before_anything_else_waits() throws Exception {
    post.town.agreed.put("u1", Town.XUAN_HOA);
    post.town.notices.add(Town.notice(1, Town.raised(Severity.WATCH)));
    deploy();

    await().untilAsserted(() -> assertThat(post.town.texts()).containsExactly("words for A-1"));
  }

  @Test
  void a_send_without_an_answer_is_unclear_counted_and_not_sent_again() throws Exception {
    post.messenger = text -> new Delivery.Unclear("no answer");
    post.town.isDue(Town.message(1, "one"));
    deploy();

    await().until(() -> !post.town.fates().isEmpty());
    post.town.isDue(Town.message(2, "two"));
    grew.raise();
    await().until(() -> post.town.fates().size() == 2);

    assertThat(post.sent).containsExactly("one", "two");
    assertThat(post.counted("unclear")).isEqualTo(2);
  }

  @Test
  void a_send_that_fails_on_the_way_is_unclear_too_and_holds_up_no_other() throws Exception {
    post.messenger =
        text -> {
          if (text.equals("one")) {
            throw new IllegalStateException("the wire broke");
          }
          return new Delivery.Delivered("m-1");
        };
    post.town.isDue(Town.message(1, "one"));
    post.town.isDue(Town.message(2, "two"));
    deploy();

    await().until(() -> post.town.fates().size() == 2);
    assertThat(post.town.fates().get(1L)).isInstanceOf(Delivery.Unclear.class);
    assertThat(post.town.fates().get(2L)).isInstanceOf(Delivery.Delivered.class);
    assertThat(post.sent).containsExactly("one", "two");
  }

  @Test
  void a_change_that_cannot_be_told_holds_up_neither_changes_nor_messages() throws Exception {
    post.town.agreed.put("u1", Town.XUAN_HOA);
    post.town.notices.add(Town.notice(13, Town.raised(Severity.WATCH)));
    post.town.notices.add(Town.notice(14, Town.raised(Severity.DANGER)));
    post.town.isDue(Town.message(1, "one"));
    deploy();

    await().untilAsserted(() -> assertThat(post.town.texts()).containsExactly("words for A-14"));
    await().untilAsserted(() -> assertThat(post.sent).containsExactly("one"));
    assertThat(post.town.nextNotice(0))
        .hasValueSatisfying(notice -> assertThat(notice.id()).isEqualTo(13));
  }

  @Test
  void while_the_messenger_rests_nothing_is_taken_out_and_afterwards_the_gravest_goes_first()
      throws Exception {
    post.untilFree = Duration.ofMillis(50);
    post.town.isDue(Town.message(2, "a watch"));
    deploy();
    await().during(Duration.ofMillis(300)).until(() -> post.sent.isEmpty());
    assertThat(post.town.fates()).isEmpty();
    post.town.isDueFirst(Town.message(1, "a danger"));

    post.untilFree = Duration.ZERO;

    await().untilAsserted(() -> assertThat(post.sent).containsExactly("a danger", "a watch"));
  }

  @Test
  void what_comes_later_wakes_it() throws Exception {
    deploy();
    post.town.isDue(Town.message(1, "one"));
    grew.raise();

    await().untilAsserted(() -> assertThat(post.sent).containsExactly("one"));
  }

  private void deploy() throws Exception {
    vertx
        .deployVerticle(
            new OutboxVerticle(post.town, post.dispatch, post.routes(), post.clock, grew))
        .toCompletionStage()
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS);
  }
}
