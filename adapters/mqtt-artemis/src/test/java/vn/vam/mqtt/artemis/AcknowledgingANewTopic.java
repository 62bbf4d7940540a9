package vn.vam.mqtt.artemis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A broker that writes its messages late, so that an acknowledgement that comes too early is seen.
 */
class AcknowledgingANewTopic {
  private static final int HALF_A_SECOND = 500_000_000;
  private static final long ANSWER = 30_000;

  @TempDir Path folder;
  private final Map<String, Boolean> wasOnDisk = new ConcurrentHashMap<>();

  @ParameterizedTest(name = "retained: {0}")
  @ValueSource(booleans = {false, true})
  void a_message_is_on_disk_when_it_is_acknowledged_though_the_next_opens_a_topic_too(
      boolean retained) throws Exception {
    EmbeddedBrokerConfig config = EmbeddedBrokerConfig.on(0, folder.resolve("broker"));
    try (EmbeddedBroker broker = EmbeddedBroker.start(config, HALF_A_SECOND)) {
      Subscriber hub = Subscriber.holding(broker.uri(), "hub");
      MqttAsyncClient device =
          new MqttAsyncClient(broker.uri().toString(), "device", new MemoryPersistence());
      device.connect(new MqttConnectionOptions()).waitForCompletion(ANSWER);
      List<IMqttToken> tokens =
          IntStream.range(0, 6)
              .mapToObj(number -> publish(device, "number-" + number, retained))
              .toList();
      for (IMqttToken token : tokens) {
        token.waitForCompletion(ANSWER);
      }
      Awaitility.await().until(() -> wasOnDisk.size() == tokens.size());
      device.disconnect().waitForCompletion(ANSWER);
      device.close();
      hub.close();
    }

    assertThat(wasOnDisk).hasSize(6).doesNotContainValue(false);
  }

  private IMqttToken publish(MqttAsyncClient device, String text, boolean retained) {
    MqttMessage message = new MqttMessage(text.getBytes(StandardCharsets.UTF_8), 1, retained, null);
    try {
      return device.publish("vam/v1/salinity/" + text, message, null, new Answer(text));
    } catch (MqttException failure) {
      throw new AssertionError(failure);
    }
  }

  private boolean isOnDisk(String text) {
    try (Stream<Path> files = Files.list(folder.resolve("broker/journal"))) {
      return files.anyMatch(file -> holds(file, text));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private final class Answer implements MqttActionListener {
    private final String text;

    Answer(String text) {
      this.text = text;
    }

    @Override
    public void onSuccess(IMqttToken token) {
      wasOnDisk.put(text, isOnDisk(text));
    }

    @Override
    public void onFailure(IMqttToken token, Throwable failure) {
      throw new AssertionError(failure);
    }
  }
}
