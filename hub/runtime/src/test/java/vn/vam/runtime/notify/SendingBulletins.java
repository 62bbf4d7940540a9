package vn.vam.runtime.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.core.feed.Copy;
import vn.vam.core.news.Article;
import vn.vam.core.news.News;
import vn.vam.core.news.NewsDesk;
import vn.vam.core.news.NewsTopic;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.Shown;

class SendingBulletins {
  /** Noon in Việt Nam. */
  private Instant now = Instant.parse("2026-11-26T05:00:00Z");

  private final Desk desk = new Desk();
  private final InstantSource time = () -> now;
  private Copy<News> news = current("Mặn lên", Duration.ofHours(2));
  private final Bulletin bulletin = new Bulletin(() -> news, desk, time.withZone(ZoneOffset.UTC));

  /** A desk in memory. */
  private static final class Desk implements NewsDesk {
    final List<String> readers = new ArrayList<>(List.of("u1", "u2"));
    final Set<String> told = new HashSet<>();
    final Set<LocalDate> days = new HashSet<>();
    final List<Draft> sent = new ArrayList<>();

    @Override
    public List<String> audience(NewsTopic topic) {
      return topic == NewsTopic.SALT ? readers : List.of();
    }

    @Override
    public List<NewsTopic> topics(String citizen) {
      return List.of(NewsTopic.SALT);
    }

    @Override
    public boolean isToldOn(NewsTopic topic, LocalDate day) {
      return days.contains(day);
    }

    @Override
    public List<Article> untold(NewsTopic topic, List<Article> articles) {
      return articles.stream().filter(article -> !told.contains(article.key())).toList();
    }

    @Override
    public void tell(
        NewsTopic topic, LocalDate day, List<Article> articles, List<Draft> drafts, Instant at) {
      days.add(day);
      articles.forEach(article -> told.add(article.key()));
      sent.addAll(drafts);
    }
  }

  private Copy<News> current(String title, Duration ago) {
    return new Copy.Current<>(
        new News(
            List.of(
                new Article(
                    title,
                    title,
                    URI.create("https://tin.example/1"),
                    "",
                    List.of("Hạn mặn"),
                    now.minus(ago)))),
        now);
  }

  @Test
  void everyone_who_agreed_gets_one_after_every_alert() {
    assertThat(bulletin.tell()).isTrue();

    assertThat(desk.sent).extracting(Draft::citizen).containsExactly("u1", "u2");
    assertThat(desk.sent)
        .allSatisfy(
            draft -> {
              assertThat(draft.text()).contains("Mặn lên", "https://tin.example/1");
              assertThat(((Shown.Cards) draft.shown().orElseThrow()).cards())
                  .extracting(Shown.Card::title)
                  .containsExactly("Bản tin hôm nay – hạn, mặn", "Mặn lên");
              assertThat(draft.priority()).isNegative();
              assertThat(draft.expires()).isPresent();
            });
  }

  @Test
  void a_second_one_does_not_come_on_the_same_day() {
    bulletin.tell();
    news = current("Mặn xuống", Duration.ofMinutes(1));

    assertThat(bulletin.tell()).isFalse();
  }

  @Test
  void an_article_is_not_told_again_on_the_next_day_and_a_new_one_is() {
    bulletin.tell();
    now = now.plus(Duration.ofDays(1));
    news = current("Mặn lên", Duration.ofHours(26));
    assertThat(bulletin.tell()).isFalse();

    news = current("Mặn xuống", Duration.ofHours(1));
    assertThat(bulletin.tell()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-26T06:29:00+07:00, false",
    "2026-11-26T06:30:00+07:00, true",
    "2026-11-26T19:59:00+07:00, true",
    "2026-11-26T20:00:00+07:00, false",
    "2026-11-26T02:00:00+07:00, false"
  })
  void nobody_is_woken(String at, boolean told) {
    now = OffsetDateTime.parse(at).toInstant();
    news = current("Mặn lên", Duration.ofHours(1));

    assertThat(bulletin.tell()).isEqualTo(told);
  }

  @Test
  void what_is_days_old_or_of_an_old_copy_is_told_to_nobody() {
    news = current("Mặn lên", Duration.ofHours(49));
    assertThat(bulletin.tell()).isFalse();

    news = new Copy.LastGood<>(new News(List.of()), now);
    assertThat(bulletin.tell()).isFalse();
  }

  @Test
  void without_readers_nothing_counts_as_told() {
    desk.readers.clear();
    assertThat(bulletin.tell()).isFalse();

    desk.readers.add("u3");
    assertThat(bulletin.tell()).isTrue();
  }
}
