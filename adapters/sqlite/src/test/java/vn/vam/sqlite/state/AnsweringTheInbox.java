package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.XUAN_HOA;
import static vn.vam.sqlite.state.StateFile.draft;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.core.citizen.CitizenEvent;
import vn.vam.core.citizen.Inbox.Waiting;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.station.Position;

class AnsweringTheInbox {
  private static final ProfileChange SUBSCRIBE =
      new ProfileChange.Subscribe(XUAN_HOA, "Đồng ý nhận tin");

  @TempDir Path folder;
  private StateFile state;

  @BeforeEach
  void open() {
    state = new StateFile(folder);
  }

  @AfterEach
  void close() {
    state.close();
  }

  static Stream<CitizenEvent> events() {
    return Stream.of(
        new CitizenEvent.Followed("u1", NOON),
        new CitizenEvent.Unfollowed("u1", NOON),
        new CitizenEvent.Said("u1", "độ mặn Xuân Hòa?", NOON),
        new CitizenEvent.SentPhotos(
            "u1",
            List.of(
                URI.create("https://f5.zdn.vn/1.jpg?a=b"), URI.create("https://f5.zdn.vn/2.jpg")),
            NOON),
        new CitizenEvent.SentPhotos(
            "u1",
            List.of(URI.create("https://f5.zdn.vn/1.jpg"), URI.create("https://f5.zdn.vn/2.jpg")),
            "\nxem hồ sơ này\n\nH58.20-260312-0015 ",
            NOON),
        new CitizenEvent.SentFiles(
            "u1", List.of(URI.create("https://f5.zdn.vn/giay-hen.pdf?a=b")), NOON),
        new CitizenEvent.SentOther("u1", "user_send_audio", NOON),
        new CitizenEvent.OpenedChat("u1", NOON),
        new CitizenEvent.SentPlace("u1", new Position(10.33656, 106.41029), NOON),
        new CitizenEvent.Withdrew("u1", NOON));
  }

  @ParameterizedTest
  @MethodSource("events")
  void whatever_a_citizen_did_waits_unchanged_even_after_a_restart(CitizenEvent event) {
    state.inbox().accept("k", event, NOON);
    state.reopen();

    assertThat(state.inbox().waiting(10)).extracting(Waiting::event).containsExactly(event);
  }

  @Nested
  class SeenBefore {
    @Test
    void the_first_of_a_key_is_taken() {
      assertThat(says("k", "u1", "a", NOON)).isTrue();
    }

    @Test
    void the_second_is_ignored() {
      says("k", "u1", "a", NOON);

      assertThat(says("k", "u1", "a", NOON)).isFalse();
      assertThat(state.inbox().waiting(10)).hasSize(1);
    }

    @Test
    void after_a_restart_too() {
      says("k", "u1", "a", NOON);
      state.reopen();

      assertThat(says("k", "u1", "a", NOON)).isFalse();
    }

    @Test
    void a_day_after_it_was_answered_too() {
      says("k", "u1", "a", NOON);
      answer(first());
      says("other", "u2", "b", NOON.plus(Duration.ofHours(24)));

      assertThat(says("k", "u1", "a", NOON.plus(Duration.ofHours(24)))).isFalse();
    }

    @Test
    void what_was_answered_days_ago_is_forgotten_with_its_key() {
      says("k", "u1", "a", NOON);
      answer(first());
      says("other", "u2", "b", NOON.plus(Duration.ofHours(49)));

      assertThat(state.ask("SELECT count(*) FROM inbox")).isEqualTo("1");
    }

    @Test
    void what_nobody_has_answered_is_never_forgotten() {
      says("k", "u1", "a", NOON);
      says("other", "u2", "b", NOON.plus(Duration.ofDays(300)));

      assertThat(state.inbox().waiting(10)).hasSize(2);
    }
  }

  @Nested
  class NotYetAnswered {
    @Test
    void the_oldest_stands_first() {
      says("k1", "u2", "a", NOON);
      says("k2", "u1", "b", NOON);

      assertThat(citizens(10)).containsExactly("u2", "u1");
    }

    @Test
    void of_each_citizen_the_oldest_alone() {
      says("k1", "u1", "a", NOON);
      says("k2", "u1", "b", NOON);

      assertThat(state.inbox().waiting(10))
          .extracting(Waiting::event)
          .containsExactly(new CitizenEvent.Said("u1", "a", NOON));
    }

    @Test
    void someone_who_writes_a_lot_keeps_nobody_from_being_seen() {
      for (int i = 0; i < 300; i++) {
        says("k" + i, "u1", "a", NOON);
      }
      says("k", "u2", "b", NOON);

      assertThat(citizens(2)).containsExactly("u1", "u2");
    }

    @Test
    void at_most_as_many_as_asked_for() {
      says("k1", "u1", "a", NOON);
      says("k2", "u2", "b", NOON);

      assertThat(citizens(1)).containsExactly("u1");
    }

    private List<String> citizens(int most) {
      return state.inbox().waiting(most).stream().map(next -> next.event().citizen()).toList();
    }
  }

  @Nested
  class Answered {
    @Test
    void the_answer_waits_in_the_outbox_and_the_profile_has_changed() {
      says("k", "u1", "a", NOON);
      state.inbox().answer(first(), List.of(draft("d", "u1", 100)), List.of(SUBSCRIBE), NOON);
      state.reopen();

      assertThat(state.inbox().waiting(10)).isEmpty();
      assertThat(state.citizens().subscriptions("u1")).containsExactly(XUAN_HOA);
      assertThat(state.leasedTexts(NOON)).containsExactly("nội dung d");
    }

    @Test
    void when_the_answer_cannot_be_kept_nothing_has_changed() {
      says("k", "u1", "a", NOON);
      state.breaks("outbox");

      assertThatException()
          .isThrownBy(
              () ->
                  state
                      .inbox()
                      .answer(first(), List.of(draft("d", "u1", 100)), List.of(SUBSCRIBE), NOON));
      assertThat(state.inbox().waiting(10)).hasSize(1);
      assertThat(state.citizens().subscriptions("u1")).isEmpty();
    }

    @Test
    void a_second_time_nothing_is_said_or_changed() {
      says("k", "u1", "a", NOON);
      Waiting waiting = first();
      answer(waiting);
      state.inbox().answer(waiting, List.of(draft("d", "u1", 100)), List.of(SUBSCRIBE), NOON);

      assertThat(state.outbox().lease(NOON)).isEmpty();
      assertThat(state.citizens().subscriptions("u1")).isEmpty();
    }

    @Test
    void what_was_said_is_forgotten() {
      says("k", "u1", "bí mật", NOON);
      answer(first());

      assertThat(state.ask("SELECT coalesce(citizen, '') || coalesce(body, '') FROM inbox"))
          .isEmpty();
    }

    @Test
    void the_key_that_stays_names_nobody() {
      says("follow/u-4711/1773291600000", "u-4711", "a", NOON);
      answer(first());

      assertThat(state.ask("SELECT key FROM inbox")).doesNotContain("4711");
    }
  }

  private boolean says(String key, String citizen, String text, Instant now) {
    return state.inbox().accept(key, new CitizenEvent.Said(citizen, text, NOON), now);
  }

  private Waiting first() {
    return state.inbox().waiting(1).getFirst();
  }

  private void answer(Waiting waiting) {
    state.inbox().answer(waiting, List.of(), List.of(), NOON);
  }
}
