package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.draft;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.news.Article;
import vn.vam.core.news.NewsTopic;

class KeepingNews {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
  private static final Article ARTICLE =
      new Article("g-1", "Tin", URI.create("https://t.example/1"), "", List.of(), NOON);

  @TempDir Path folder;
  private StateFile state;
  private int events;

  @BeforeEach
  void open() {
    state = new StateFile(folder);
  }

  @AfterEach
  void close() {
    state.close();
  }

  private void changes(String citizen, ProfileChange... changes) {
    state.answers("event-" + events++, citizen, List.of(), changes);
  }

  private static ProfileChange agree(NewsTopic topic) {
    return new ProfileChange.SubscribeNews(topic, "Tôi đồng ý");
  }

  @Test
  void who_agreed_is_told_of_this_topic_and_of_no_other_even_after_a_restart() {
    changes("u1", agree(NewsTopic.SALT));

    state.reopen();

    assertThat(state.news().audience(NewsTopic.SALT)).containsExactly("u1");
    assertThat(state.news().audience(NewsTopic.ALL)).isEmpty();
    assertThat(state.news().topics("u1")).containsExactly(NewsTopic.SALT);
    assertThat(state.ask("SELECT consent || ' ' || agreed_at FROM news_subscription"))
        .isEqualTo("Tôi đồng ý " + NOON.toEpochMilli());
  }

  @Test
  void who_stops_one_topic_keeps_the_others() {
    changes("u1", agree(NewsTopic.SALT), agree(NewsTopic.WEATHER));

    changes("u1", new ProfileChange.StopNews(Optional.of(NewsTopic.SALT)));

    assertThat(state.news().topics("u1")).containsExactly(NewsTopic.WEATHER);
  }

  @Test
  void who_stops_everything_or_is_erased_gets_none() {
    changes("u1", agree(NewsTopic.SALT), new ProfileChange.StopNews(Optional.empty()));
    changes("u2", agree(NewsTopic.SALT), new ProfileChange.UnsubscribeAll());
    changes("u3", agree(NewsTopic.SALT), new ProfileChange.Erase());

    assertThat(state.news().audience(NewsTopic.SALT)).isEmpty();
    assertThat(state.ask("SELECT count(*) FROM news_subscription")).isEqualTo("0");
  }

  @Test
  void an_article_is_told_under_a_topic_once() {
    state
        .news()
        .tell(NewsTopic.SALT, TODAY, List.of(ARTICLE), List.of(draft("news/1", "u1", -1)), NOON);

    assertThat(state.news().untold(NewsTopic.SALT, List.of(ARTICLE))).isEmpty();
    assertThat(state.news().untold(NewsTopic.WEATHER, List.of(ARTICLE))).containsExactly(ARTICLE);
    assertThat(state.news().isToldOn(NewsTopic.SALT, TODAY)).isTrue();
    assertThat(state.news().isToldOn(NewsTopic.SALT, TODAY.plusDays(1))).isFalse();
    assertThat(state.outbox().counts().waiting()).isEqualTo(1);
  }

  @Test
  void what_was_told_months_ago_is_forgotten() {
    state.news().tell(NewsTopic.SALT, TODAY, List.of(ARTICLE), List.of(), NOON);

    state.news().tell(NewsTopic.ALL, TODAY.plusDays(61), List.of(ARTICLE), List.of(), NOON);

    assertThat(state.news().untold(NewsTopic.SALT, List.of(ARTICLE))).containsExactly(ARTICLE);
  }
}
