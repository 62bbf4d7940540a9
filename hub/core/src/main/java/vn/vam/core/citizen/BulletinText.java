package vn.vam.core.citizen;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.vam.core.news.Article;
import vn.vam.core.news.NewsTopic;
import vn.vam.core.notify.Shown;

/** Writes what those read who agreed to be sent news. Pure. */
public final class BulletinText {
  private final TownSentences sentences = TownSentences.vietnamese();

  /**
   * @param articles at least one; the first five are told
   */
  public String of(NewsTopic topic, List<Article> articles, Instant now) {
    return sentences.say(
        TownSentence.NEWS_DIGEST,
        Map.of("topic", topic.title(), "lines", NewsAnswers.lines(articles, sentences, now)));
  }

  /** The same as cards, for where the messenger takes them. */
  public Shown.Cards cards(NewsTopic topic, List<Article> articles, Instant now) {
    return NewsCards.of(
        sentences.say(TownSentence.NEWS_DIGEST_TITLE, "topic", topic.title()),
        sentences.say(TownSentence.NEWS_DIGEST_HINT),
        articles,
        sentences,
        now);
  }
}
