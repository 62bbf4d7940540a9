package vn.vam.core.news;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.vam.core.notify.Draft;

/** Who is sent news, and what they were sent. Every call blocks. */
public interface NewsDesk {
  /** Those who follow the account and agreed to this topic, in the order in which they agreed. */
  List<String> audience(NewsTopic topic);

  /** The topics this citizen agreed to. */
  List<NewsTopic> topics(String citizen);

  boolean isToldOn(NewsTopic topic, LocalDate day);

  /** Those of the articles that nobody was sent under this topic. */
  List<Article> untold(NewsTopic topic, List<Article> articles);

  /** One transaction: a message for everyone in the audience, and the articles are told. */
  void tell(
      NewsTopic topic, LocalDate day, List<Article> articles, List<Draft> drafts, Instant now);
}
