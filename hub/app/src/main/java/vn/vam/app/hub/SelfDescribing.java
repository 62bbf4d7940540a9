package vn.vam.app.hub;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.message.MessageSource;
import vn.vam.core.message.RawMessage;
import vn.vam.payloads.homie.HomieSession;

/**
 * A connection to devices that describe themselves: into their values what they said is written, on
 * the connection's own thread.
 */
final class SelfDescribing implements MessageSource {
  private static final Logger log = LoggerFactory.getLogger(SelfDescribing.class);

  private final MessageSource devices;
  private final HomieSession session;

  /**
   * @param session shared by all connections of a source
   */
  SelfDescribing(MessageSource devices, HomieSession session) {
    this.devices = devices;
    this.session = session;
  }

  @Override
  public String source() {
    return devices.source();
  }

  @Override
  public String connection() {
    return devices.connection();
  }

  @Override
  public boolean isConnected() {
    return devices.isConnected();
  }

  @Override
  public void start(Receiver receiver) {
    devices.start(
        new Receiver() {
          @Override
          public void connecting(String name) {
            receiver.connecting(name);
          }

          @Override
          public void arrived(Arrival arrival) {
            receiver.arrived(new Arrival(heard(arrival.message()), arrival.acknowledgement()));
          }
        });
  }

  /** A mistake of our own must cost neither the message nor the connection. */
  private RawMessage heard(RawMessage message) {
    try {
      return session.hear(message);
    } catch (RuntimeException mistake) {
      log.error("a session failed, connection={}", message.connection(), mistake);
      return message;
    }
  }

  @Override
  public void close() {
    devices.close();
  }
}
