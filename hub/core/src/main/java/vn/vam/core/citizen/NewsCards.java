package vn.vam.core.citizen;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.vam.core.news.Article;
import vn.vam.core.notify.Shown;
import vn.vam.core.text.VietnameseTime;

/** Articles as cards to tap on, below a card that tells what they are. */
final class NewsCards {
  private static final int LONGEST_TITLE = 100;

  private NewsCards() {}

  /**
   * @param articles at least one
   * @param title at most 100 characters
   * @param subtitle at most 500
   */
  static Shown.Cards of(
      String title, String subtitle, List<Article> articles, TownSentences sentences, Instant now) {
    Shown.Card head =
        new Shown.Card(title, subtitle, articles.getFirst().link(), articles.getFirst().picture());
    return new Shown.Cards(
        Stream.concat(
                Stream.of(head), articles.stream().map(article -> card(article, sentences, now)))
            .limit(Shown.Cards.MOST)
            .toList());
  }

  private static Shown.Card card(Article article, TownSentences sentences, Instant now) {
    String time = VietnameseTime.moment(article.publishedAt(), now);
    String subtitle =
        article.summary().isEmpty()
            ? time
            : sentences.say(
                TownSentence.NEWS_CARD, Map.of("time", time, "summary", article.summary()));
    return new Shown.Card(shortened(article.title()), subtitle, article.link(), article.picture());
  }

  private static String shortened(String title) {
    return title.length() <= LONGEST_TITLE
        ? title
        : title.substring(0, LONGEST_TITLE - 2).strip() + "…";
  }
}
