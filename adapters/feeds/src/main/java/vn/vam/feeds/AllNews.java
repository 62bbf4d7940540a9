package vn.vam.feeds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.vam.core.feed.Copy;
import vn.vam.core.feed.Feed;
import vn.vam.core.news.Article;
import vn.vam.core.news.News;

/** The news of several sources as one. They are of now as long as one source answers. */
final class AllNews implements Feed<News> {
  private record Part(News news, Instant takenAt, boolean current) {}

  private final List<Kept<News>> sources;

  AllNews(List<Kept<News>> sources) {
    this.sources = List.copyOf(sources);
  }

  @Override
  public Copy<News> now() {
    List<Part> parts = new ArrayList<>();
    for (Kept<News> source : sources) {
      switch (source.now()) {
        case Copy.Current<News> now -> parts.add(new Part(now.content(), now.takenAt(), true));
        case Copy.LastGood<News> old -> parts.add(new Part(old.content(), old.takenAt(), false));
        case Copy.NoneYet<News> none -> {}
        case Copy.NotOffered<News> none -> {}
      }
    }
    return parts.isEmpty() ? new Copy.NoneYet<>() : together(parts);
  }

  private static Copy<News> together(List<Part> parts) {
    Instant newest = parts.stream().map(Part::takenAt).max(Comparator.naturalOrder()).orElseThrow();
    News all = new News(parts.stream().flatMap(part -> articles(part).stream()).toList());
    return parts.stream().anyMatch(Part::current)
        ? new Copy.Current<>(all, newest)
        : new Copy.LastGood<>(all, newest);
  }

  private static List<Article> articles(Part part) {
    return part.news().articles();
  }
}
