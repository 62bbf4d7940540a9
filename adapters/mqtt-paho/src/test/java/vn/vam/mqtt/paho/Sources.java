package vn.vam.mqtt.paho;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import vn.vam.core.message.MessageSource.Receiver;
import vn.vam.core.retry.Backoff;
import vn.vam.core.secret.Secret;

/** Sources for tests: quick to come back, each with a client identifier of its own. */
final class Sources {
  static final String FILTER = "vam/v1/salinity/+";
  static final String TOPIC = "vam/v1/salinity/xuan-hoa-1";
  static final String CONNECTION = "native-0";

  private Sources() {}

  static PahoConfig at(URI broker) {
    return listeningTo(broker, FILTER);
  }

  static PahoConfig listeningTo(URI broker, String... filters) {
    return new PahoConfig(
        "native",
        CONNECTION,
        broker,
        "hub-" + UUID.randomUUID(),
        Optional.empty(),
        Optional.empty(),
        List.of(filters),
        100,
        Duration.ofDays(1),
        Duration.ofSeconds(30),
        1 << 20,
        new Backoff(Duration.ofMillis(20), Duration.ofMillis(100)));
  }

  static PahoConfig withKeepAlive(PahoConfig config, Duration keepAlive) {
    return with(config, config.user(), config.password(), config.receiveMaximum(), keepAlive);
  }

  static PahoConfig withReceiveMaximum(PahoConfig config, int receiveMaximum) {
    return with(config, config.user(), config.password(), receiveMaximum, config.keepAlive());
  }

  static PahoConfig withUser(PahoConfig config, String user, String password) {
    return with(
        config,
        Optional.of(user),
        Optional.of(new Secret(password)),
        config.receiveMaximum(),
        config.keepAlive());
  }

  private static PahoConfig with(
      PahoConfig config,
      Optional<String> user,
      Optional<Secret> password,
      int receiveMaximum,
      Duration keepAlive) {
    return new PahoConfig(
        config.source(),
        config.connection(),
        config.broker(),
        config.clientId(),
        user,
        password,
        config.filters(),
        receiveMaximum,
        config.sessionExpiry(),
        keepAlive,
        config.maximumPacket(),
        config.reconnect());
  }

  /** Returns at once. */
  static PahoSource start(PahoConfig config, Receiver receiver) {
    PahoSource source = new PahoSource(config, Clock.systemUTC(), new Random(7));
    source.start(receiver);
    return source;
  }

  /** Returns when messages can arrive. */
  static PahoSource connect(PahoConfig config, Receiver receiver) {
    PahoSource source = start(config, receiver);
    awaitConnected(source);
    return source;
  }

  static void awaitConnected(PahoSource source) {
    Awaitility.await("connected").atMost(Duration.ofSeconds(30)).until(source::isConnected);
  }
}
