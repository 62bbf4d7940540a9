package vn.vam.feeds;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where news is published.
 *
 * @param pictureHosts beside the source's own host, where its pictures may lie, up to ten: a host
 *     such as {@code cdn.example.vn}; what lies elsewhere is left out
 */
public record NewsSource(Source source, List<String> pictureHosts) {
  public static final int MOST_HOSTS = 10;
  private static final Pattern HOST =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,62}");

  /**
   * @throws IllegalArgumentException naming the host that is none
   */
  public NewsSource {
    pictureHosts = pictureHosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    if (pictureHosts.size() > MOST_HOSTS) {
      throw new IllegalArgumentException("expected at most " + MOST_HOSTS + " hosts");
    }
    for (String host : pictureHosts) {
      if (!HOST.matcher(host).matches()) {
        throw new IllegalArgumentException(
            "expected a host such as cdn.example.vn, without scheme, port or path, found '"
                + host
                + "'");
      }
    }
  }

  /** At its own host, or at one of those that are named. */
  boolean keeps(URI picture) {
    String host = picture.getHost().toLowerCase(Locale.ROOT);
    return host.equalsIgnoreCase(source.url().getHost()) || pictureHosts.contains(host);
  }
}
