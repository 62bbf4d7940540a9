package vn.vam.mqtt.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import vn.vam.mqtt.artemis.EmbeddedBroker.BrokerFailed;

class StartingTheEmbeddedBroker {
  @TempDir Path folder;

  @Test
  void a_taken_port_is_named_and_who_to_ask() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();

      assertThatExceptionOfType(BrokerFailed.class)
          .isThrownBy(() -> EmbeddedBroker.start(EmbeddedBrokerConfig.on(port, folder)))
          .withMessageContaining("port " + port + " on 127.0.0.1 is taken")
          .withMessageContaining("ss -ltnp");
    }
  }

  @Test
  void a_directory_another_broker_uses_is_named() {
    try (EmbeddedBroker first = EmbeddedBroker.start(EmbeddedBrokerConfig.on(0, folder))) {
      assertThatExceptionOfType(BrokerFailed.class)
          .isThrownBy(() -> EmbeddedBroker.start(EmbeddedBrokerConfig.on(0, folder)))
          .withMessageContaining(folder.toString())
          .withMessageContaining("another hub");
      assertThat(first.uri().getPort()).isPositive();
    }
  }

  @Test
  void a_place_that_is_no_directory_is_named() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "not a directory");

    assertThatExceptionOfType(BrokerFailed.class)
        .isThrownBy(() -> EmbeddedBroker.start(EmbeddedBrokerConfig.on(0, file)))
        .withMessageContaining(file.toString());
  }

  @Test
  void port_0_takes_a_free_one_each_time_and_closing_gives_it_back() throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBrokerConfig.on(0, folder));
    int port = broker.uri().getPort();
    broker.close();

    try (EmbeddedBroker again = EmbeddedBroker.start(EmbeddedBrokerConfig.on(port, folder));
        Publisher device = new Publisher(again.uri())) {
      assertThat(device.isConnected()).isTrue();
    }
  }

  @Test
  void a_disk_that_is_too_full_refuses_publishers_and_is_told_with_what_to_do() throws Exception {
    try (Errors errors = new Errors();
        EmbeddedBroker broker =
            EmbeddedBroker.start(new EmbeddedBrokerConfig("127.0.0.1", 0, folder, 0))) {
      await().atMost(Duration.ofSeconds(30)).until(() -> !errors.lines.isEmpty());

      assertThat(errors.lines)
          .singleElement()
          .asString()
          .contains("takes no messages", "make room", folder.toString(), "limit=0%");
      assertThatExceptionOfType(MqttException.class).isThrownBy(() -> publish(broker));
    }
  }

  private static void publish(EmbeddedBroker broker) throws MqttException {
    try (Publisher device = new Publisher(broker.uri())) {
      device.publish("refused");
    }
  }

  /** What the watch over the disk tells. */
  private static final class Errors extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger(DiskWatch.class);
    private final List<String> lines = new CopyOnWriteArrayList<>();

    Errors() {
      start();
      logger.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(event.getFormattedMessage());
    }

    @Override
    public void close() {
      logger.detachAppender(this);
    }
  }
}
