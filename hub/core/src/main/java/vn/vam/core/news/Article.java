package vn.vam.core.news;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * An article of a news source.
 *
 * @param key the source's own name for it; the same article has the same key for ever
 * @param title plain text on one line, NFC, at most 200 characters
 * @param link http or https, at most 500 characters
 * @param summary plain text on one line, NFC, at most 300 characters; may be empty
 * @param categories as the source calls them
 */
public record Article(
    String key,
    String title,
    URI link,
    String summary,
    List<String> categories,
    Instant publishedAt) {
  public Article {
    categories = List.copyOf(categories);
  }
}
