package vn.vam.sim.town;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A few articles of the last two days, as RSS 2.0 and as Atom. Lives on one event loop. */
final class Newsroom {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private record Article(int number, String title, String category, String summary, Instant at) {
    String link() {
      return "https://tin.dongthap.example/bai/" + number;
    }
  }

  private final Clock clock;
  private final List<Article> articles = new ArrayList<>();

  Newsroom(Clock clock) {
    this.clock = clock;
    write(40, "Mặn trên sông Tiền lên theo con nước rằm, nhà vườn trữ nước", "Hạn mặn");
    write(33, "Trường học ven sông cho học sinh nghỉ một buổi vì triều cường", "Giáo dục");
    write(28, "Giá sầu riêng đầu mùa nhích lên, thương lái vào tận vườn", "Nông nghiệp");
    write(20, "Trạm y tế phường tiêm ngừa cho trẻ vào sáng thứ bảy", "Sức khỏe");
    write(9, "Cống Xuân Hòa đóng từ chiều nay để ngăn mặn", "Hạn mặn");
    write(5, "Chiều nay có mưa rào, đề phòng giông và gió giật", "Thời tiết");
    write(2, "Sửa mặt đường vào cầu Rạch Miễu, xe lớn đi đường tránh", "Giao thông");
  }

  private void write(int hoursAgo, String title, String category) {
    add(title, category, clock.instant().minus(Duration.ofHours(hoursAgo)));
  }

  /** A new one, of this moment. */
  void publish(String title, String category) {
    add(title, category, clock.instant());
  }

  private void add(String title, String category, Instant at) {
    String summary = "<p>" + title + ". <b>Bài thử nghiệm</b>, không phải tin thật.</p>";
    articles.addFirst(new Article(articles.size() + 1, title, category, summary, at));
  }

  /**
   * @param base where the pictures lie, such as {@code http://127.0.0.1:8092}
   */
  String rss(String base) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0"><channel><title>Tin thử nghiệm</title><link>https://tin.dongthap.example/</link>
    <description>Bài viết cho bản chạy thử</description>
    %s
    </channel></rss>
    """
        .formatted(
            articles.stream()
                .map(article -> rssItem(article, base))
                .collect(Collectors.joining("\n")));
  }

  private static String rssItem(Article article, String base) {
    return """
    <item><title><![CDATA[%s]]></title><link>%s</link><guid isPermaLink="false">bai-%d</guid>\
    <category>%s</category><pubDate>%s</pubDate><description><![CDATA[%s]]></description>\
    <enclosure url="%s/tin/anh/%d.png" length="0" type="image/png"/></item>\
    """
        .formatted(
            article.title(),
            article.link(),
            article.number(),
            escaped(article.category()),
            RFC_822.format(ZonedDateTime.ofInstant(article.at(), ZONE)),
            article.summary(),
            base,
            article.number());
  }

  String atom() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom"><title>Tin thử nghiệm</title>
    <id>urn:tin-thu-nghiem</id><updated>%s</updated>
    %s
    </feed>
    """
        .formatted(
            articles.getFirst().at(),
            articles.stream().map(Newsroom::atomEntry).collect(Collectors.joining("\n")));
  }

  private static String atomEntry(Article article) {
    return """
    <entry><id>bai-%d</id><title>%s</title><link href="%s"/><category term="%s"/>\
    <published>%s</published><updated>%s</updated><summary type="html">%s</summary></entry>\
    """
        .formatted(
            article.number(),
            escaped(article.title()),
            article.link(),
            escaped(article.category()),
            article.at(),
            article.at(),
            escaped(article.summary()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
