package vn.vam.core.news;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An article of a news source.
 *
 * @param key the source's own name for it; the same article has the same key for ever
 * @param title plain text on one line, NFC, at most 200 characters
 * @param link http or https, at most 500 characters
 * @param summary plain text on one line, NFC, at most 300 characters; may be empty
 * @param categories as the source calls them
 * @param picture http or https, at most 500 characters
 */
public record Article(
    String key,
    String title,
    URI link,
    String summary,
    List<String> categories,
    Instant publishedAt,
    Optional<URI> picture) {
  public Article {
    categories = List.copyOf(categories);
  }

  /** One without a picture. */
  public Article(
      String key,
      String title,
      URI link,
      String summary,
      List<String> categories,
      Instant publishedAt) {
    this(key, title, link, summary, categories, publishedAt, Optional.empty());
  }
}
