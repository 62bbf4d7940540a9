package vn.vam.feeds;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which sources there are; none is asked that does not stand here.
 *
 * @param news up to twenty
 * @param deadline for a whole answer, 100 ms to 60 s
 */
public record FeedsConfig(
    List<NewsSource> news,
    Optional<BusConfig> bus,
    Optional<Source> places,
    Optional<Source> schools,
    Optional<Source> sluices,
    Duration deadline) {
  public static final Duration USUAL_DEADLINE = Duration.ofSeconds(10);
  public static final int MOST_NEWS = 20;
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  public static final FeedsConfig NONE =
      new FeedsConfig(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          USUAL_DEADLINE);

  /**
   * @throws IllegalArgumentException for too many sources of news, or a deadline out of range
   */
  public FeedsConfig {
    news = List.copyOf(news);
    if (news.size() > MOST_NEWS) {
      throw new IllegalArgumentException("news: expected at most " + MOST_NEWS + " sources");
    }
    if (deadline.compareTo(SHORTEST) < 0 || deadline.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("deadline: expected 100 ms to 60 s, such as 10s");
    }
  }

  /**
   * @param gtfs the operator's archive
   * @param csv a table kept by hand, which stands in while there is no archive, or it cannot be had
   * @param realtime where trip updates, positions and alerts are published, together or apart
   */
  public record BusConfig(Optional<Source> gtfs, Optional<Source> csv, List<Source> realtime) {
    public BusConfig {
      realtime = List.copyOf(realtime);
    }
  }
}
