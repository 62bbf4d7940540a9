package vn.vam.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<b>Bài thử nghiệm</b>, không phải tin thật. | Bài thử nghiệm, không phải tin thật.",
        "H<sub>2</sub>O <a href='https://t.example/2'>mặn</a>. | H2O mặn.",
        "<p>Một</p><p>hai<br>ba</p> | Một hai ba",
        "<ul><li>cống</li><li>đập</li></ul> | cống đập",
        "<<b>b>Mặn<scr<i>ipt> lên | Mặn lên"
      })
  void what_is_emphasized_stands_in_its_line_and_paragraphs_apart(String html, String read)
      throws Reader.Unreadable {
    Article article =
        read("<item><title>Tin</title><link>https://t.example/1</link>"
                + DATE
                + "<description><![CDATA[%s]]></description></item>".formatted(html))
            .getFirst();

    assertThat(article.summary()).isEqualTo(read);
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

  private static final String GOOD =
      "<item><title>Tin</title><link>https://t.example/0</link>" + DATE + "</item>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thu, 26 Nov 2026 08:00:00 +0700",
        "Thu, 26 Nov 2026 01:00:00 GMT",
        "Thu, 26 Nov 2026 08:00:00 GMT+7",
        "Thu, 26 Nov 2026 08:00:00",
        "26 Nov 26 08:00 +0700",
        "2026-11-26T08:00:00+07:00",
        "2026-11-26T01:00:00Z",
        "2026-11-26T08:00:00",
        "2026-11-26 08:00:00",
        "26/11/2026 08:00:00",
        "26/11/2026 8:00",
        "11/26/2026 8:00:00 AM"
      })
  void a_time_is_understood_as_news_desks_write_it(String time) throws Reader.Unreadable {
    assertThat(
            read(
                "<item><title>Tin</title><link>https://t.example/0</link><pubDate>%s</pubDate></item>"
                    .formatted(time)))
        .extracting(Article::publishedAt)
        .containsExactly(Instant.parse("2026-11-26T01:00:00Z"));
  }

  @Test
  void lines_before_the_declaration_are_passed_over() throws Reader.Unreadable {
    byte[] rss =
        ("\r\n  <?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>t</title>"
                + GOOD
                + "</channel></rss>")
            .getBytes(UTF_8);

    assertThat(reader.read(rss).articles()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, UTF-8, 2", "windows-1258, windows-1258, 2", "UTF-8, windows-1258, 1"})
  void an_article_in_another_encoding_than_it_says_is_left_out(
      String said, String written, int taken) throws Reader.Unreadable {
    byte[] rss =
        ("<?xml version=\"1.0\" encoding=\""
                + said
                + "\"?><rss version=\"2.0\"><channel><title>t</title>"
                + GOOD
                + "<item><title>Đêm</title><link>https://t.example/1</link>"
                + DATE
                + "</item></channel></rss>")
            .getBytes(Charset.forName(written));

    assertThat(reader.read(rss).articles()).hasSize(taken);
  }

  @Test
  void what_a_page_does_not_show_is_not_told() throws Reader.Unreadable {
    String html =
        "<p>Mặn</p><style>p{color:red}</style><script>alert(1)</script><!-- <b>nháp</b> --> lên<script>";

    assertThat(
            read(
                "<item><title>Tin</title><link>https://t.example/0</link>"
                    + DATE
                    + "<description><![CDATA["
                    + html
                    + "]]></description></item>"))
        .extracting(Article::summary)
        .containsExactly("Mặn lên");
  }

  @Test
  void of_many_articles_the_newest_are_told_in_whatever_order_they_stand()
      throws Reader.Unreadable {
    StringBuilder items = new StringBuilder();
    for (int day = 1; day <= 150; day++) {
      items.append(
          "<item><title>Tin %d</title><link>https://t.example/%d</link><pubDate>%s</pubDate></item>"
              .formatted(day, day, LocalDate.parse("2026-01-01").plusDays(day)));
    }

    assertThat(read(items.toString()))
        .hasSize(100)
        .first()
        .extracting(Article::title)
        .isEqualTo("Tin 150");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<item><title>Tin</title><link>https://t.example/0</link></item>",
        "<item><title>Tin</title><link>https://t.example/0</link><pubDate>hôm qua</pubDate></item>",
        "<item><link>https://t.example/0</link></item>"
      })
  void news_of_which_nothing_can_be_told_do_not_empty_what_was_known(String item) {
    assertThatThrownBy(() -> read(item.repeat(3)))
        .isInstanceOf(Reader.Unreadable.class)
        .hasMessage("no article has a title, a link and a time that can be read");
  }

  @Test
  void news_without_articles_are_news() throws Reader.Unreadable {
    assertThat(read("")).isEmpty();
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
    assertThat(read(GOOD + "<item><title>Tin</title>" + link + DATE + "</item>")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<pubDate>Fri, 26 Nov 2027 08:00:00 +0700</pubDate>"})
  void an_article_without_a_time_or_of_next_year_is_left_out(String date) throws Reader.Unreadable {
    assertThat(
            read(
                GOOD
                    + "<item><title>Tin</title><link>https://t.example/</link>"
                    + date
                    + "</item>"))
        .hasSize(1);
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
