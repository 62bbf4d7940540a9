package vn.vam.core.news;

import java.net.URI;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Articles, newest first; of those with one link, in whatever sources, the newest alone. */
public record News(List<Article> articles) {
  public News {
    Set<URI> links = new HashSet<>();
    articles =
        articles.stream()
            .sorted(Comparator.comparing(Article::publishedAt).reversed())
            .filter(article -> links.add(article.link()))
            .toList();
  }

  /** Those of a topic, newest first. */
  public List<Article> of(NewsTopic topic) {
    return articles.stream().filter(topic::covers).toList();
  }
}
