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
  private static final int MOST_UNACKNOWLEDGED = 32_767;

  public PahoConfig {
    filters = List.copyOf(filters);
    if (receiveMaximum < 1 || receiveMaximum > MOST_UNACKNOWLEDGED) {
      throw new IllegalArgumentException("receive maximum is 1 to 32767, was " + receiveMaximum);
    }
  }
}
