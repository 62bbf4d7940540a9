package vn.vam.mqtt.artemis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.jspecify.annotations.Nullable;

/** ActiveMQ Artemis as an MQTT broker that keeps queued messages through a kill of the process. */
public final class EmbeddedBroker implements AutoCloseable {
  /**
   * Bounds the wait for more messages to share one force to disk; 200 µs answers a lone publisher
   * in about a millisecond.
   */
  private static final int JOURNAL_BUFFER_NANOS = 200_000;

  /**
   * After its default of ten attempts Artemis would drop a message that a dying hub never
   * acknowledged.
   */
  private static final int FOR_EVER = -1;

  private static final String ACCEPTOR = "mqtt";

  /** Seconds; Artemis would wait for ever for a directory another process uses. */
  private static final long LOCK_TIMEOUT = 5;

  private static final long MEMORY_BEFORE_PAGING = 32L << 20;

  private final Revival running;
  private final URI uri;

  private EmbeddedBroker(Revival running, URI uri) {
    this.running = running;
    this.uri = uri;
  }

  /**
   * @throws BrokerFailed when the port is taken or the directory cannot be used; the message says
   *     what to do
   */
  public static EmbeddedBroker start(EmbeddedBrokerConfig config) {
    return start(config, JOURNAL_BUFFER_NANOS);
  }

  /**
   * @param bufferNanos for so long messages are gathered before they are forced to disk together
   */
  static EmbeddedBroker start(EmbeddedBrokerConfig config, int bufferNanos) {
    EmbeddedActiveMQ server = launch(config, bufferNanos);
    int port = listening(server, config);
    EmbeddedBrokerConfig same = config.at(port);
    return new EmbeddedBroker(
        Revival.of(server, same.directory(), () -> launch(same, bufferNanos)), uri(same));
  }

  private static EmbeddedActiveMQ launch(EmbeddedBrokerConfig config, int bufferNanos) {
    checkPort(config);
    EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    server.setConfiguration(configuration(config, bufferNanos));
    try {
      server.start();
      listening(server, config);
      watchDisk(server, config);
      return server;
    } catch (Exception failure) {
      throw stopped(server, failed(config, failure));
    }
  }

  /** Artemis itself would only write a line to its log and go on without the port. */
  private static void checkPort(EmbeddedBrokerConfig config) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(config.host()), config.port()));
    } catch (IOException taken) {
      throw portTaken(config, taken);
    }
  }

  private static BrokerFailed portTaken(EmbeddedBrokerConfig config, @Nullable Throwable cause) {
    return new BrokerFailed(
        "MQTT port %d on %s is taken: another broker or another hub listens there (ask: ss -ltnp 'sport = :%d')"
            .formatted(config.port(), config.host(), config.port()),
        cause);
  }

  /**
   * The acceptor's port, once the broker is up. A start that failed inside leaves its cause in
   * Artemis' own log lines alone.
   */
  private static int listening(EmbeddedActiveMQ server, EmbeddedBrokerConfig config) {
    if (!server.getActiveMQServer().isActive()) {
      throw new BrokerFailed(
          "the embedded broker cannot use its directory %s: is another hub running on it, and may this one write there?"
              .formatted(config.directory()),
          null);
    }
    Acceptor acceptor = server.getActiveMQServer().getRemotingService().getAcceptor(ACCEPTOR);
    if (acceptor == null || !acceptor.isStarted()) {
      throw portTaken(config, null);
    }
    return acceptor.getActualPort();
  }

  private static void watchDisk(EmbeddedActiveMQ server, EmbeddedBrokerConfig config) {
    if (config.maxDiskUsagePercent() != EmbeddedBrokerConfig.UNWATCHED
        && server.getActiveMQServer() instanceof ActiveMQServerImpl broker) {
      broker.getMonitor().addCallback(new DiskWatch(config));
    }
  }

  private static BrokerFailed failed(EmbeddedBrokerConfig config, Exception failure) {
    return failure instanceof BrokerFailed known
        ? known
        : new BrokerFailed(
            "the embedded broker does not start in %s: %s"
                .formatted(config.directory(), failure.getMessage()),
            failure);
  }

  private static BrokerFailed stopped(EmbeddedActiveMQ server, BrokerFailed failure) {
    try {
      server.stop();
    } catch (Exception alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
    return failure;
  }

  private static URI uri(EmbeddedBrokerConfig config) {
    return URI.create("tcp://" + config.host() + ":" + config.port());
  }

  private static Configuration configuration(EmbeddedBrokerConfig config, int bufferNanos) {
    Path directory = config.directory();
    Configuration configuration = new ConfigurationImpl();
    configuration.setName("vam");
    configuration.setPersistenceEnabled(true);
    configuration.setSecurityEnabled(false);
    configuration.setJMXManagementEnabled(false);
    configuration.setJournalType(JournalType.NIO);
    configuration.setJournalBufferTimeout_NIO(bufferNanos);
    configuration.setJournalDirectory(directory.resolve("journal").toString());
    configuration.setBindingsDirectory(directory.resolve("bindings").toString());
    configuration.setPagingDirectory(directory.resolve("paging").toString());
    configuration.setLargeMessagesDirectory(directory.resolve("large-messages").toString());
    configuration.setJournalLockAcquisitionTimeout(TimeUnit.SECONDS.toMillis(LOCK_TIMEOUT));
    configuration.setMaxDiskUsage(config.maxDiskUsagePercent());
    configuration.addAddressSetting("#", keepEverything());
    configuration.registerBrokerPlugin(new OneFileAtATime());
    try {
      configuration.addAcceptorConfiguration(
          ACCEPTOR, "tcp://%s:%d?protocols=MQTT".formatted(config.host(), config.port()));
    } catch (Exception malformed) {
      throw new BrokerFailed("the embedded broker cannot listen on " + config.host(), malformed);
    }
    return configuration;
  }

  private static AddressSettings keepEverything() {
    AddressSettings settings = new AddressSettings();
    settings.setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
    settings.setMaxSizeBytes(MEMORY_BEFORE_PAGING);
    settings.setMaxDeliveryAttempts(FOR_EVER);
    settings.setAutoDeleteQueues(false);
    settings.setAutoDeleteAddresses(false);
    return settings;
  }

  public URI uri() {
    return uri;
  }

  @Override
  public void close() {
    running.close();
  }

  /** The broker could not start or stop. */
  public static final class BrokerFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerFailed(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
