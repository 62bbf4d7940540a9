package vn.vam.core.news;

import java.util.Comparator;
import java.util.List;

/** Articles, newest first. */
public record News(List<Article> articles) {
  public News {
    articles =
        articles.stream().sorted(Comparator.comparing(Article::publishedAt).reversed()).toList();
  }

  /** Those of a topic, newest first. */
  public List<Article> of(NewsTopic topic) {
    return articles.stream().filter(topic::covers).toList();
  }
}
