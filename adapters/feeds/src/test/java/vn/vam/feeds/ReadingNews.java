package vn.vam.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.news.Article;
import vn.vam.core.news.NewsTopic;

class ReadingNews {
  private static final Instant NOW = Instant.parse("2026-11-26T05:00:00Z");
  private static final String DATE = "<pubDate>Thu, 26 Nov 2026 08:00:00 +0700</pubDate>";

  private final NewsReader reader =
      new NewsReader(
          Clock.fixed(NOW, ZoneOffset.UTC),
          new NewsSource(
              new Source("news", URI.create("https://t.example/rss"), Duration.ofMinutes(10)),
              List.of("CDN.example")));

  private List<Article> read(String items) throws Reader.Unreadable {
    String rss =
        "<rss version=\"2.0\"><channel><title>t</title><link>http://t.example/</link>"
            + "<description>d</description>"
            + items
            + "</channel></rss>";
    return reader.read(rss.getBytes(UTF_8)).articles();
  }

  @Test
  void an_item_of_rss_is_an_article() throws Reader.Unreadable {
    List<Article> articles =
        read(
            "<item><title><![CDATA[M\u0103\u0323n l\u00EAn &amp; <b>xu\u1ED1ng</b>]]></title>"
                + "<link>https://t.example/1</link><guid>g-1</guid><category>Hạn mặn</category>"
                + DATE
                + "<description>&lt;p&gt;Một  đoạn&lt;/p&gt;</description></item>");

    assertThat(articles).hasSize(1);
    Article article = articles.getFirst();
    assertThat(article.title()).isEqualTo("Mặn lên & xuống");
    assertThat(article.summary()).isEqualTo("Một đoạn");
    assertThat(article.key()).isEqualTo("g-1");
    assertThat(article.publishedAt()).isEqualTo("2026-11-26T01:00:00Z");
    assertThat(NewsTopic.SALT.covers(article)).isTrue();
    assertThat(NewsTopic.HEALTH.covers(article)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://t.example/1.png, image/png, true",
    "http://T.example:8080/1.jpg, image/jpeg, true",
    "https://cdn.example/1.png, image/png, true",
    "https://evil.cdn.example/1.png, image/png, false",
    "https://cdn.example.evil.example/1.png, image/png, false",
    "https://elsewhere.example/1.png, image/png, false",
    "https://t.example/1.mp3, audio/mpeg, false",
    "https://u:p@t.example/1.png, image/png, false",
    "javascript:alert(1), image/png, false"
  })
  void a_picture_is_taken_from_where_the_source_lies(String url, String type, boolean taken)
      throws Reader.Unreadable {
    Article article =
        read("<item><title>Tin</title><link>https://t.example/1</link>"
                + DATE
                + "<enclosure url=\"%s\" length=\"1\" type=\"%s\"/></item>".formatted(url, type))
            .getFirst();

    assertThat(article.picture().map(Object::toString))
        .isEqualTo(taken ? Optional.of(url) : Optional.empty());
  }

  @Test
  void an_entry_of_atom_is_an_article() throws Reader.Unreadable {
    String atom =
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><id>urn:t</id>
        <updated>2026-11-26T01:00:00Z</updated><entry><id>e-1</id><title>Mưa chiều</title>
        <link href="https://t.example/2"/><updated>2026-11-26T01:00:00Z</updated></entry></feed>
        """;

    List<Article> articles = reader.read(atom.getBytes(UTF_8)).articles();

    assertThat(articles).extracting(Article::title).containsExactly("Mưa chiều");
    assertThat(articles.getFirst().link()).hasToString("https://t.example/2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link>javascript:alert(1)</link>",
        "<link>file:///etc/passwd</link>",
        "<link>https://user:secret@t.example/</link>",
        "<link>no address</link>",
        ""
      })
  void an_article_that_leads_nowhere_good_is_left_out(String link) throws Reader.Unreadable {
    assertThat(read("<item><title>Tin</title>" + link + DATE + "</item>")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<pubDate>Fri, 26 Nov 2027 08:00:00 +0700</pubDate>"})
  void an_article_without_a_time_or_of_next_year_is_left_out(String date) throws Reader.Unreadable {
    assertThat(read("<item><title>Tin</title><link>https://t.example/</link>" + date + "</item>"))
        .isEmpty();
  }

  @Test
  void an_article_that_was_edited_is_one_as_it_is_now() throws Reader.Unreadable {
    String then = "<pubDate>Wed, 25 Nov 2026 08:00:00 +0700</pubDate>";
    List<Article> articles =
        read(
            "<item><title>cũ</title><link>https://t.example/1</link><guid>g</guid>"
                + then
                + "</item><item><title>mới</title><link>https://t.example/1b</link><guid>g</guid>"
                + DATE
                + "</item><item><title>cũ</title><link>https://t.example/1b</link>"
                + then
                + "</item>");

    assertThat(articles).extracting(Article::title).containsExactly("mới");
  }

  @Test
  void a_title_of_any_length_becomes_a_line() throws Reader.Unreadable {
    String title = "rất dài\n".repeat(500);

    List<Article> articles =
        read(
            "<item><title>" + title + "</title><link>https://t.example/</link>" + DATE + "</item>");

    assertThat(articles.getFirst().title()).hasSizeLessThanOrEqualTo(200).doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel>"
            + "<title>&x;</title></channel></rss>",
        "<!DOCTYPE r SYSTEM \"http://127.0.0.1:1/x.dtd\"><rss version=\"2.0\"><channel/></rss>",
        "<html>Bảo trì</html>",
        "{}",
        ""
      })
  void what_is_no_news_is_refused(String body) {
    assertThatThrownBy(() -> reader.read(body.getBytes(UTF_8)))
        .isInstanceOf(Reader.Unreadable.class)
        .hasMessageNotContaining("passwd");
  }

  @Test
  void elements_nested_without_end_do_no_harm() {
    byte[] deep = ("<rss>" + "<a>".repeat(200_000)).getBytes(UTF_8);

    assertThatThrownBy(() -> reader.read(deep)).isInstanceOf(Reader.Unreadable.class);
  }
}
