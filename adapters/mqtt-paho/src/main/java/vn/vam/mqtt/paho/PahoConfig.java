package vn.vam.mqtt.paho;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.vam.core.retry.Backoff;
import vn.vam.core.secret.Secret;

/**
 * One connection.
 *
 * @param source the source's id
 * @param connection unique among all connections; also the end of the client identifier
 * @param broker {@code tcp://host:port} or {@code ssl://host:port}
 * @param clientId the broker keeps undelivered messages under it: never the same for two hubs
 * @param filters topic filters no other connection of any source shares
 * @param receiveMaximum messages that may wait for their acknowledgement, 1 to 32,767 (above that
 *     Paho miscounts)
 * @param keepAlive 2 to 65,535 s; a connection on which nothing is heard any more is noticed within
 *     one and a half of it
 * @param sessionExpiry how long the broker keeps messages for a hub that is away
 * @param maximumPacket bytes; the broker does not deliver larger ones
 */
public record PahoConfig(
    String source,
    String connection,
    URI broker,
    String clientId,
    Optional<String> user,
    Optional<Secret> password,
    List<String> filters,
    int receiveMaximum,
    Duration sessionExpiry,
    Duration keepAlive,
    int maximumPacket,
    Backoff reconnect) {
  /** As long as nobody says otherwise. */
  public static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

  public static final Duration SHORTEST_KEEP_ALIVE = Duration.ofSeconds(2);
  public static final Duration LONGEST_KEEP_ALIVE = Duration.ofSeconds(65_535);

  private static final int MOST_UNACKNOWLEDGED = 32_767;

  public PahoConfig {
    filters = List.copyOf(filters);
    if (receiveMaximum < 1 || receiveMaximum > MOST_UNACKNOWLEDGED) {
      throw new IllegalArgumentException("receive maximum is 1 to 32767, was " + receiveMaximum);
    }
    if (keepAlive.compareTo(SHORTEST_KEEP_ALIVE) < 0
        || keepAlive.compareTo(LONGEST_KEEP_ALIVE) > 0) {
      throw new IllegalArgumentException("keep alive is 2 s to 65535 s, was " + keepAlive);
    }
  }

  /** The broker's address for Paho and for log lines: without what else the URI may carry. */
  String address() {
    int port = broker.getPort();
    return broker.getScheme() + "://" + broker.getHost() + (port < 0 ? "" : ":" + port);
  }

  /** Paho notices silence after two of its intervals: three quarters make it one and a half. */
  int pingSeconds() {
    return Math.toIntExact(keepAlive.toMillis() * 3 / 4_000);
  }
}
