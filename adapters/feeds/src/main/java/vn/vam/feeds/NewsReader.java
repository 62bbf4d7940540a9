package vn.vam.feeds;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.JDOMException;
import org.jspecify.annotations.Nullable;
import vn.vam.core.news.Article;
import vn.vam.core.news.News;

/**
 * Reads RSS and Atom. Articles without title, link or time are left out, and so are those of the
 * day after tomorrow and those in another encoding than it says.
 */
final class NewsReader implements Reader<News> {
  static final int LARGEST = 2 << 20;
  private static final int MOST_ARTICLES = 100;
  private static final int MOST_CATEGORIES = 10;
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_SUMMARY = 300;
  private static final int LONGEST_LINK = 500;
  private static final Duration AHEAD = Duration.ofDays(1);

  private final Clock clock;
  private final NewsSource source;

  NewsReader(Clock clock, NewsSource source) {
    this.clock = clock;
    this.source = source;
  }

  @Override
  public News read(byte[] body) throws Unreadable {
    List<SyndEntry> entries = entries(body);
    List<Article> articles =
        entries.stream()
            .map(this::article)
            .flatMap(Optional::stream)
            .collect(Collectors.toMap(Article::key, one -> one, NewsReader::newer))
            .values()
            .stream()
            .sorted(Comparator.comparing(Article::publishedAt).reversed())
            .limit(MOST_ARTICLES)
            .toList();
    if (articles.isEmpty() && !entries.isEmpty()) {
      throw new Unreadable("no article has a title, a link and a time that can be read");
    }
    return new News(articles);
  }

  private static List<SyndEntry> entries(byte[] body) throws Unreadable {
    try {
      return new SyndFeedInput().build(NewsXml.read(body)).getEntries();
    } catch (FeedException | JDOMException | IOException | RuntimeException malformed) {
      throw new Unreadable(
          "neither RSS nor Atom, with a document type, or of more than "
              + NewsXml.MOST_ELEMENTS
              + " elements",
          malformed);
    }
  }

  /** An article that was edited is told as it is now. */
  private static Article newer(Article one, Article other) {
    return other.publishedAt().isAfter(one.publishedAt()) ? other : one;
  }

  private Optional<Article> article(SyndEntry entry) {
    String title = PlainText.ofHtml(text(entry.getTitle()), LONGEST_TITLE);
    Optional<URI> link = link(text(entry.getLink()));
    Optional<Instant> published = published(entry);
    if (title.isEmpty() || isGarbled(title) || link.isEmpty() || published.isEmpty()) {
      return Optional.empty();
    }
    String id = text(entry.getUri());
    String key = id.isEmpty() || id.length() > LONGEST_LINK ? link.get().toString() : id;
    return Optional.of(
        new Article(
            key,
            title,
            link.get(),
            entry.getDescription() == null
                ? ""
                : PlainText.ofHtml(text(entry.getDescription().getValue()), LONGEST_SUMMARY),
            categories(entry),
            published.get(),
            picture(entry)));
  }

  /** Its letters are not in the encoding that it says. */
  private static boolean isGarbled(String text) {
    return text.indexOf('\uFFFD') >= 0;
  }

  /** The first that belongs to the article and lies where the source keeps its pictures. */
  private Optional<URI> picture(SyndEntry entry) {
    return entry.getEnclosures().stream()
        .filter(one -> List.of("image/png", "image/jpeg").contains(text(one.getType())))
        .map(one -> link(text(one.getUrl())))
        .flatMap(Optional::stream)
        .filter(picture -> source.keeps(picture))
        .findFirst();
  }

  private static List<String> categories(SyndEntry entry) {
    return entry.getCategories().stream()
        .limit(MOST_CATEGORIES)
        .map(SyndCategory::getName)
        .map(NewsReader::text)
        .map(name -> PlainText.of(name, LONGEST_TITLE))
        .toList();
  }

  private Optional<Instant> published(SyndEntry entry) {
    Instant latest = clock.instant().plus(AHEAD);
    return Stream.of(
            Optional.ofNullable(entry.getPublishedDate()),
            Optional.ofNullable(entry.getUpdatedDate()))
        .flatMap(Optional::stream)
        .map(Date::toInstant)
        .findFirst()
        .filter(time -> time.isBefore(latest));
  }

  /** Citizens press it: nothing but the web, and nobody's password. */
  private static Optional<URI> link(String text) {
    try {
      URI uri = URI.create(text.strip());
      boolean isWeb =
          List.of("http", "https").contains(String.valueOf(uri.getScheme()))
              && uri.getHost() != null
              && uri.getRawUserInfo() == null
              && text.length() <= LONGEST_LINK;
      return isWeb ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
