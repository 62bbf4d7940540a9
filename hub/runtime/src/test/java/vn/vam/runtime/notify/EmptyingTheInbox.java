package vn.vam.runtime.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vam.core.citizen.CitizenEvent;
import vn.vam.core.citizen.Inbox;
import vn.vam.core.citizen.Reply;
import vn.vam.core.notify.Draft;
import vn.vam.runtime.flow.Signal;

class EmptyingTheInbox {
  private final Vertx vertx = Vertx.vertx();
  private final Signal grew = new Signal();
  private final AtomicInteger answered = new AtomicInteger();
  private final CountDownLatch office = new CountDownLatch(1);
  private final List<String> thought = new CopyOnWriteArrayList<>();
  private Post post;

  @BeforeEach
  void open() throws Exception {
    post = new Post();
    post.mind =
        (event, subscriptions, now) ->
            event instanceof CitizenEvent.Said said ? answer(said) : slowly("receipt");
  }

  @AfterEach
  void close() throws Exception {
    office.countDown();
    vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    post.close();
  }

  @Test
  void what_waits_is_answered_and_the_outbox_is_woken() throws Exception {
    post.town.arrives(Town.said(1, "u1", "a"));
    deploy();

    await().untilAsserted(() -> assertThat(post.town.texts()).containsExactly("to a"));
    await().untilAsserted(() -> assertThat(answered).hasValue(1));
  }

  @Test
  void what_comes_later_wakes_it() throws Exception {
    deploy();
    post.town.arrives(Town.said(1, "u1", "a"));
    grew.raise();

    await().untilAsserted(() -> assertThat(post.town.texts()).containsExactly("to a"));
  }

  @Test
  void a_slow_answer_for_one_citizen_does_not_delay_another() throws Exception {
    post.town.arrives(Town.said(1, "u1", "slow"));
    post.town.arrives(Town.said(2, "u2", "a"));
    deploy();

    await().untilAsserted(() -> assertThat(post.town.texts()).containsExactly("to a"));
    office.countDown();
    await().untilAsserted(() -> assertThat(post.town.texts()).contains("to slow"));
  }

  /** As many as an office lets in at a time, and their receipts on top of it. */
  @Test
  void neither_do_many_who_wait_for_the_office_and_many_whose_photos_are_read() throws Exception {
    IntStream.range(0, 72).forEach(i -> post.town.arrives(Town.said(i, "asker" + i, "slow")));
    IntStream.range(72, 400).forEach(i -> post.town.arrives(photo(i)));
    post.town.arrives(Town.said(400, "u", "a"));
    deploy();

    await().untilAsserted(() -> assertThat(post.town.texts()).containsExactly("to a"));
    office.countDown();
    await().untilAsserted(() -> assertThat(post.town.texts()).hasSize(401));
  }

  @Test
  void neither_does_one_who_writes_without_end_and_each_of_theirs_is_answered() throws Exception {
    IntStream.range(0, 500).forEach(i -> post.town.arrives(Town.said(i, "flood", "slow")));
    post.town.arrives(Town.said(500, "u2", "a"));
    deploy();

    await().untilAsserted(() -> assertThat(post.town.texts()).containsExactly("to a"));
    office.countDown();
    await().untilAsserted(() -> assertThat(post.town.texts()).hasSize(501));
  }

  @Test
  void one_citizens_events_stay_in_order() throws Exception {
    List<String> said = IntStream.range(0, 20).mapToObj(Integer::toString).toList();
    post.town.arrives(Town.said(100, "u1", "slow"));
    said.forEach(text -> post.town.arrives(Town.said(Long.parseLong(text), "u1", text)));
    deploy();
    grew.raise();
    office.countDown();

    await().until(() -> post.town.texts().size() == 21);
    assertThat(thought).startsWith("slow").endsWith("19").hasSize(21);
    assertThat(thought.subList(1, 21)).isEqualTo(said);
  }

  @Test
  void nothing_is_thought_about_or_answered_twice_however_often_it_is_woken() throws Exception {
    IntStream.range(0, 200)
        .forEach(i -> post.town.arrives(Town.said(i, "u" + i % 10, "text " + i)));
    deploy();

    await()
        .until(
            () -> {
              grew.raise();
              return post.town.waiting(10).isEmpty();
            });
    await().untilAsserted(() -> assertThat(answered).hasValue(200));
    assertThat(thought).hasSize(200).doesNotHaveDuplicates();
    assertThat(post.town.drafts).extracting(Draft::key).doesNotHaveDuplicates();
  }

  @Test
  void a_question_that_cannot_be_answered_gets_an_apology() throws Exception {
    post.town.arrives(Town.said(1, "u1", "mistake"));
    deploy();

    await().untilAsserted(() -> assertThat(post.town.texts()).containsExactly("sorry"));
  }

  private Reply answer(CitizenEvent.Said event) {
    thought.add(event.text());
    if (event.text().equals("mistake")) {
      throw new IllegalStateException("a mistake of our own");
    }
    if (event.text().equals("slow")) {
      return slowly("slow");
    }
    return Reply.of("to " + event.text(), List.of());
  }

  private Reply slowly(String what) {
    awaitOffice();
    return Reply.of("to " + what, List.of());
  }

  private static Inbox.Waiting photo(int id) {
    URI at = URI.create("https://photos.example/" + id);
    return new Inbox.Waiting(
        id, new CitizenEvent.SentPhotos("sender" + id, List.of(at), Town.NOON));
  }

  private void awaitOffice() {
    try {
      assertThat(office.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void deploy() throws Exception {
    vertx
        .deployVerticle(
            new InboxVerticle(post.town, post.routes(), grew, answered::incrementAndGet))
        .toCompletionStage()
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS);
  }
}
