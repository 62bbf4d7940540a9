package vn.vam.runtime.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import vn.vam.core.citizen.BulletinText;
import vn.vam.core.feed.Copy;
import vn.vam.core.feed.Feed;
import vn.vam.core.news.Article;
import vn.vam.core.news.News;
import vn.vam.core.news.NewsDesk;
import vn.vam.core.news.NewsTopic;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.Shown;
import vn.vam.core.text.VietnameseTime;

/**
 * Sends the news of a topic to those who agreed to it: by day, once a day at most, an article once.
 * What is not known to be of now is sent to nobody.
 */
public final class Bulletin {
  private static final LocalTime FROM = LocalTime.of(6, 30);
  private static final LocalTime UNTIL = LocalTime.of(20, 0);
  private static final Duration STILL_NEWS = Duration.ofHours(48);
  private static final Duration WORTH_SENDING = Duration.ofHours(10);

  /** After every alert. */
  private static final int PRIORITY = -1;

  private final Feed<News> feed;
  private final NewsDesk desk;
  private final Clock clock;
  private final BulletinText text = new BulletinText();

  public Bulletin(Feed<News> feed, NewsDesk desk, Clock clock) {
    this.feed = feed;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * @return whether anything is to be sent
   */
  public boolean tell() {
    Instant now = clock.instant();
    LocalTime time = now.atZone(VietnameseTime.ZONE).toLocalTime();
    boolean byDay = !time.isBefore(FROM) && time.isBefore(UNTIL);
    Optional<News> news = byDay ? current() : Optional.empty();
    boolean told = false;
    if (news.isPresent()) {
      for (NewsTopic topic : NewsTopic.values()) {
        told |= tell(topic, news.get(), now);
      }
    }
    return told;
  }

  private Optional<News> current() {
    return switch (feed.now()) {
      case Copy.Current<News> current -> Optional.of(current.content());
      case Copy.LastGood<News> old -> Optional.empty();
      case Copy.NoneYet<News> none -> Optional.empty();
      case Copy.NotOffered<News> none -> Optional.empty();
    };
  }

  private boolean tell(NewsTopic topic, News news, Instant now) {
    ZonedDateTime local = now.atZone(VietnameseTime.ZONE);
    List<String> audience = desk.audience(topic);
    if (audience.isEmpty() || desk.isToldOn(topic, local.toLocalDate())) {
      return false;
    }
    List<Article> fresh =
        news.of(topic).stream()
            .filter(article -> article.publishedAt().isAfter(now.minus(STILL_NEWS)))
            .toList();
    List<Article> untold = desk.untold(topic, fresh);
    if (untold.isEmpty()) {
      return false;
    }
    String words = text.of(topic, untold, now);
    Optional<Shown> cards = Optional.of(text.cards(topic, untold, now));
    List<Draft> drafts =
        audience.stream()
            .map(citizen -> draft(topic, local, citizen, words, now).showing(cards))
            .toList();
    desk.tell(topic, local.toLocalDate(), untold, drafts, now);
    return true;
  }

  private static Draft draft(
      NewsTopic topic, ZonedDateTime local, String citizen, String words, Instant now) {
    return new Draft(
        "news/" + topic.word() + "/" + local.toLocalDate() + "/" + citizen,
        citizen,
        words,
        List.of(),
        PRIORITY,
        Optional.of(now.plus(WORTH_SENDING)));
  }
}
