package vn.vam.zalo.photo;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where photos may be fetched: a domain with all below it, such as {@code zdn.vn}, at the usual
 * ports; or one address with its port, such as {@code 127.0.0.1:8090}, of any network.
 */
public final class PhotoHosts {
  private static final Pattern DOMAIN =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,62}");
  private static final Pattern ADDRESS =
      Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}:[1-9]\\d{0,4}|\\[[0-9a-f:]+]:[1-9]\\d{0,4}");

  /** The domains under which the platform keeps what people send. */
  public static final PhotoHosts OF_THE_PLATFORM = new PhotoHosts(List.of("zdn.vn", "zadn.vn"));

  private final List<String> entries;

  /**
   * @throws IllegalArgumentException naming the entry that is neither
   */
  public PhotoHosts(List<String> entries) {
    this.entries = entries.stream().map(entry -> entry.toLowerCase(Locale.ROOT)).toList();
    for (String entry : this.entries) {
      if (!isDomain(entry) && !ADDRESS.matcher(entry).matches()) {
        throw new IllegalArgumentException(
            "expected a domain such as zdn.vn or an address with its port such as 127.0.0.1:8090,"
                + " found '"
                + entry
                + "'");
      }
    }
  }

  private static boolean isDomain(String entry) {
    return DOMAIN.matcher(entry).matches();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PhotoHosts hosts && entries.equals(hosts.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  /** What an address leads to, by its letters alone. */
  enum Place {
    /** One of the domains: a public address must stand behind it. */
    DOMAIN,
    /** Exactly one of the addresses: allowed as it is. */
    ADDRESS,
    ELSEWHERE
  }

  Place of(HttpUrl url) {
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      return Place.ELSEWHERE;
    }
    String host = url.host();
    String address = (host.contains(":") ? "[" + host + "]" : host) + ":" + url.port();
    if (ADDRESS.matcher(address).matches()) {
      return entries.contains(address) ? Place.ADDRESS : Place.ELSEWHERE;
    }
    boolean usualPort = url.port() == HttpUrl.defaultPort(url.scheme());
    return usualPort && entries.stream().anyMatch(entry -> isWithin(host, entry))
        ? Place.DOMAIN
        : Place.ELSEWHERE;
  }

  private static boolean isWithin(String host, String entry) {
    return isDomain(entry) && (host.equals(entry) || host.endsWith("." + entry));
  }
}
