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
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
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

  private static final long MEMORY_BEFORE_PAGING = 32L << 20;

  private final EmbeddedActiveMQ server;
  private final URI uri;

  private EmbeddedBroker(EmbeddedActiveMQ server, URI uri) {
    this.server = server;
    this.uri = uri;
  }

  /**
   * @throws BrokerFailed when the port is taken or the directory cannot be used; the message says
   *     what to do
   */
  public static EmbeddedBroker start(EmbeddedBrokerConfig config) {
    int port = freePort(config);
    EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    server.setConfiguration(configuration(config, port));
    try {
      server.start();
      if (!server.getActiveMQServer().waitForActivation(20, TimeUnit.SECONDS)) {
        throw new BrokerFailed(
            "the embedded broker did not come up within 20 s; is another hub using "
                + config.directory()
                + "?",
            null);
      }
    } catch (BrokerFailed failure) {
      throw failure;
    } catch (Exception failure) {
      throw new BrokerFailed(
          "the embedded broker does not start: " + failure.getMessage(), failure);
    }
    return new EmbeddedBroker(server, URI.create("tcp://" + config.host() + ":" + port));
  }

  /** Artemis itself would only write a line to its log and go on without the port. */
  private static int freePort(EmbeddedBrokerConfig config) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(config.host()), config.port()));
      return socket.getLocalPort();
    } catch (IOException taken) {
      throw new BrokerFailed(
          "MQTT port %d on %s is taken: another broker or another hub listens there (ask: ss -ltnp 'sport = :%d')"
              .formatted(config.port(), config.host(), config.port()),
          taken);
    }
  }

  private static Configuration configuration(EmbeddedBrokerConfig config, int port) {
    Path directory = config.directory();
    Configuration configuration = new ConfigurationImpl();
    configuration.setName("vam");
    configuration.setPersistenceEnabled(true);
    configuration.setSecurityEnabled(false);
    configuration.setJMXManagementEnabled(false);
    configuration.setJournalType(JournalType.NIO);
    configuration.setJournalBufferTimeout_NIO(JOURNAL_BUFFER_NANOS);
    configuration.setJournalDirectory(directory.resolve("journal").toString());
    configuration.setBindingsDirectory(directory.resolve("bindings").toString());
    configuration.setPagingDirectory(directory.resolve("paging").toString());
    configuration.setLargeMessagesDirectory(directory.resolve("large-messages").toString());
    configuration.setMaxDiskUsage(config.maxDiskUsagePercent());
    configuration.addAddressSetting("#", keepEverything());
    try {
      configuration.addAcceptorConfiguration(
          "mqtt", "tcp://%s:%d?protocols=MQTT".formatted(config.host(), port));
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
    try {
      server.stop();
    } catch (Exception failure) {
      throw new BrokerFailed("the embedded broker does not stop cleanly", failure);
    }
  }

  /** The broker could not start or stop. */
  public static final class BrokerFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerFailed(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
