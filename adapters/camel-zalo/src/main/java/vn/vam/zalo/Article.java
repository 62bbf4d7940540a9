package vn.vam.zalo;

import java.net.URI;
import java.util.List;

/**
 * An article of the Official Account, shown once the platform has looked at it.
 *
 * @param title 1 to 150 characters
 * @param author 1 to 50 characters
 * @param description 1 to 300 characters
 * @param cover a picture's address
 * @param paragraphs at least one, each of 1 to 20,000 characters
 */
public record Article(
    String title, String author, String description, URI cover, List<String> paragraphs) {
  public Article {
    paragraphs = List.copyOf(paragraphs);
  }
}
