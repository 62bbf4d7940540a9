package vn.vam.core.citizen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.feed.Feed;
import vn.vam.core.news.Article;
import vn.vam.core.news.News;
import vn.vam.core.news.NewsTopic;
import vn.vam.core.notify.Button;
import vn.vam.core.text.VietnameseTime;

/** News by topic, and agreeing to be sent them. */
final class NewsAnswers {
  private static final int MOST_ARTICLES = 5;
  private static final int MOST_OLDER = 100;
  private static final int LONGEST = 1_700;

  private final Feed<News> feed;
  private final FeedReplies replies;
  private final TownSentences sentences;
  private final TownButtons buttons;
  private final Pages pages = new Pages(Sentences.vietnamese());

  NewsAnswers(Feed<News> feed, FeedReplies replies, TownSentences sentences, TownButtons buttons) {
    this.feed = feed;
    this.replies = replies;
    this.sentences = sentences;
    this.buttons = buttons;
  }

  Reply of(Optional<NewsTopic> asked, Instant now) {
    NewsTopic topic = asked.orElse(NewsTopic.ALL);
    return replies.of(
        feed, TownSentence.SERVICE_NEWS, now, news -> told(topic, news.of(topic), news, now));
  }

  private Reply told(NewsTopic topic, List<Article> articles, News news, Instant now) {
    if (articles.isEmpty()) {
      String nothing = sentences.say(TownSentence.NEWS_NOTHING, "topic", topic.title());
      return Reply.of(nothing, offer(topic, news));
    }
    String text =
        sentences.say(
            TownSentence.NEWS,
            Map.of("topic", topic.title(), "lines", lines(articles, sentences, now)));
    String title = sentences.say(TownSentence.NEWS_TITLE, "topic", topic.title());
    String hint = sentences.say(TownSentence.NEWS_HINT);
    Reply first = Reply.showing(text, NewsCards.of(title, hint, articles, sentences, now));
    List<Button> offer = offer(topic, news);
    return articles.size() <= MOST_ARTICLES
        ? first.and(Reply.of(sentences.say(TownSentence.NEWS_MORE), offer))
        : first.and(older(articles.subList(MOST_ARTICLES, articles.size()), offer, now));
  }

  /** Told when they are asked for. */
  private Reply older(List<Article> articles, List<Button> offer, Instant now) {
    String waiting =
        articles.stream()
            .limit(MOST_OLDER)
            .map(article -> line(article, sentences, now))
            .collect(Collectors.joining("\n"));
    List<Button> buttons = Stream.concat(Stream.of(pages.button()), offer.stream()).toList();
    return Reply.of(sentences.say(TownSentence.NEWS_MORE), buttons)
        .with(Pages.waiting(waiting, offer));
  }

  /** As many as fit into a message. */
  static String lines(List<Article> articles, TownSentences sentences, Instant now) {
    StringBuilder lines = new StringBuilder();
    for (Article article : articles.subList(0, Math.min(articles.size(), MOST_ARTICLES))) {
      String line = line(article, sentences, now);
      if (lines.length() + line.length() < LONGEST) {
        lines.append(lines.isEmpty() ? "" : "\n").append(line);
      }
    }
    return lines.toString();
  }

  private static String line(Article article, TownSentences sentences, Instant now) {
    return sentences.say(
        TownSentence.NEWS_LINE,
        Map.of(
            "title", article.title(),
            "time", VietnameseTime.moment(article.publishedAt(), now),
            "link", article.link().toString()));
  }

  private List<Button> offer(NewsTopic topic, News news) {
    List<Button> offered = new ArrayList<>();
    offered.add(buttons.subscribe(topic));
    Arrays.stream(NewsTopic.values())
        .filter(other -> other != topic && other != NewsTopic.ALL && !news.of(other).isEmpty())
        .limit(Buttons.MOST - 1)
        .map(buttons::read)
        .forEach(offered::add);
    return offered;
  }

  Reply subscribe(NewsTopic topic) {
    String consent = sentences.say(TownSentence.NEWS_CONSENT, "topic", topic.title());
    return Reply.of(
            sentences.say(TownSentence.NEWS_SUBSCRIBED, "consent", consent),
            List.of(buttons.stop(topic)))
        .with(new ProfileChange.SubscribeNews(topic, consent));
  }

  Reply whichOf(List<NewsTopic> topics) {
    return Choice.of(
        sentences.say(TownSentence.NEWS_WHICH_TOPIC),
        topics.stream().map(buttons::read).toList(),
        Optional.empty());
  }

  Reply which() {
    return Reply.of(
        sentences.say(TownSentence.NEWS_WHICH),
        Arrays.stream(NewsTopic.values()).limit(Buttons.MOST).map(buttons::subscribe).toList());
  }

  /**
   * @param topics empty for all of them
   */
  Reply stop(List<NewsTopic> topics) {
    if (topics.isEmpty()) {
      return Reply.of(sentences.say(TownSentence.NEWS_STOPPED_ALL), List.of())
          .with(new ProfileChange.StopNews(Optional.empty()));
    }
    String titles =
        topics.stream()
            .map(topic -> sentences.say(TownSentence.NEWS_STOPPED_TOPIC, "topic", topic.title()))
            .collect(Collectors.joining("\n"));
    Reply stopped = Reply.of(sentences.say(TownSentence.NEWS_STOPPED, "topics", titles), List.of());
    return stopped.with(
        topics.stream()
            .map(topic -> new ProfileChange.StopNews(Optional.of(topic)))
            .toArray(ProfileChange[]::new));
  }
}
