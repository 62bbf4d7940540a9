package vn.vam.sim.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is measured.
 *
 * @param launcher of the hub, {@code ./vam}
 * @param messages queued before a candidate starts, at least 1
 * @param devices that sent them, in turn
 * @param peers what the hub is compared with, besides itself; a route of Camel is always among them
 * @param hubOptions of its Java, such as {@code -Xmx256m}
 * @param most how long one candidate may take
 * @param json where the figures go besides the table
 */
public record IngestPlan(
    Path launcher,
    int messages,
    int devices,
    List<Peer> peers,
    String hubOptions,
    Duration most,
    Optional<Path> json) {
  /** What can do the same. */
  public enum Peer {
    /** A route that writes each message by itself. */
    CAMEL,
    /** A route that gathers messages and writes them together. */
    CAMEL_BATCH,
    /** Where {@code telegraf} is on the PATH. */
    TELEGRAF
  }

  public IngestPlan {
    peers = withRoute(peers);
    if (messages < 1 || devices < 1) {
      throw new IllegalArgumentException("at least one message of at least one device");
    }
  }

  /** It is on every machine: without it figures of different machines would tell nothing. */
  private static List<Peer> withRoute(List<Peer> asked) {
    boolean hasRoute = asked.contains(Peer.CAMEL) || asked.contains(Peer.CAMEL_BATCH);
    return hasRoute
        ? List.copyOf(asked)
        : Stream.concat(Stream.of(Peer.CAMEL_BATCH), asked.stream()).toList();
  }
}
