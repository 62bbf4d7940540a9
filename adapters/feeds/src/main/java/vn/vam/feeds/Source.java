package vn.vam.feeds;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Where something is published.
 *
 * @param id names its copy on disk and its metrics; matches {@code [a-z0-9][a-z0-9_.-]*}
 * @param url http or https, without user, query or fragment
 * @param every how often it is asked, 1 s to 7 d
 */
public record Source(String id, URI url, Duration every) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(7);

  /**
   * @throws IllegalArgumentException naming everything that is wrong
   */
  public Source {
    List<String> complaints = new ArrayList<>();
    if (!id.matches("[a-z0-9][a-z0-9_.-]{0,80}")) {
      complaints.add("id: expected such as news-province");
    }
    if (!isPlainHttp(url)) {
      complaints.add("url: expected such as https://host/path, without user, query or fragment");
    }
    if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
      complaints.add("every: expected 1 s to 7 d, such as 10m");
    }
    if (!complaints.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", complaints));
    }
  }

  private static boolean isPlainHttp(URI url) {
    return List.of("http", "https").contains(String.valueOf(url.getScheme()))
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }
}
