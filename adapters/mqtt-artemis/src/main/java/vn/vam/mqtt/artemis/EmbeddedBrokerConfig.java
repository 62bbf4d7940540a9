package vn.vam.mqtt.artemis;

import java.nio.file.Path;

/**
 * @param host where it listens
 * @param port 0 for any free one
 * @param directory holds what the broker keeps for clients that are away
 * @param maxDiskUsagePercent above this the broker takes no more messages: it disconnects whoever
 *     publishes; {@link #UNWATCHED} meets a full disk only where it writes
 */
public record EmbeddedBrokerConfig(String host, int port, Path directory, int maxDiskUsagePercent) {
  static final int UNWATCHED = -1;

  public static EmbeddedBrokerConfig on(int port, Path directory) {
    return new EmbeddedBrokerConfig("127.0.0.1", port, directory, 98);
  }

  EmbeddedBrokerConfig at(int otherPort) {
    return new EmbeddedBrokerConfig(host, otherPort, directory, maxDiskUsagePercent);
  }
}
