package vn.vam.core.message;

/**
 * One connection to a broker, on topic filters that no other connection shares. Reconnects by
 * itself.
 */
public interface MessageSource extends AutoCloseable {
  /** The source in the configuration. */
  String source();

  /** Unique among all connections. */
  String connection();

  /** Begins to connect; returns at once. */
  void start(Receiver receiver);

  boolean isConnected();

  /** Stops receiving; what was not acknowledged stays with the broker. */
  @Override
  void close();

  /** Called on the connection's own thread: must return at once and never throw. */
  interface Receiver {
    /** The connection is made anew: what comes next may have been delivered before. */
    void connecting(String connection);

    void arrived(Arrival arrival);
  }

  /** A message that waits for its acknowledgement. */
  record Arrival(RawMessage message, Acknowledgement acknowledgement) {}

  /**
   * Tells the broker that the message is safe. Does nothing when the connection it came over is
   * gone.
   */
  interface Acknowledgement {
    void acknowledge();
  }
}
