package vn.vam.mqtt.paho;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import vn.vam.core.message.MessageSource.Arrival;
import vn.vam.core.message.MessageSource.Receiver;

/** Prints how many messages a second one connection receives and acknowledges. */
final class MeasuringOneConnection {
  private static final int MESSAGES = 100_000;
  private static final byte[] PAYLOAD =
      "{\"time\":\"2026-03-12T12:00:00+07:00\",\"salinity_gl\":4.2,\"temperature_c\":28.1}"
          .getBytes(StandardCharsets.UTF_8);

  private MeasuringOneConnection() {}

  public static void main(String[] arguments) throws IOException {
    try (Mosquitto mosquitto = Mosquitto.startIn(Files.createTempDirectory("bench"))) {
      PahoConfig config = Sources.withReceiveMaximum(Sources.at(mosquitto.uri()), 4_000);
      for (int round = 0; round < 2; round++) {
        print("live", live(config, mosquitto.uri()));
        print("catching up", catchingUp(config, mosquitto.uri()));
      }
    }
  }

  private static Duration live(PahoConfig config, URI broker) throws IOException {
    CountDownLatch left = new CountDownLatch(MESSAGES);
    try (PahoSource source = Sources.connect(config, counting(left))) {
      long start = System.nanoTime();
      publishAll(broker);
      return awaitAll(source, left, start);
    }
  }

  private static Duration catchingUp(PahoConfig config, URI broker) throws IOException {
    publishAll(broker);
    CountDownLatch left = new CountDownLatch(MESSAGES);
    long start = System.nanoTime();
    try (PahoSource source = Sources.start(config, counting(left))) {
      return awaitAll(source, left, start);
    }
  }

  private static Duration awaitAll(PahoSource source, CountDownLatch left, long start) {
    Awaitility.await(source.connection())
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> left.getCount() == 0);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static Receiver counting(CountDownLatch left) {
    return new Receiver() {
      @Override
      public void connecting(String connection) {}

      @Override
      public void arrived(Arrival arrival) {
        arrival.acknowledgement().acknowledge();
        left.countDown();
      }
    };
  }

  private static void publishAll(URI broker) throws IOException {
    try (Flood flood = new Flood(broker)) {
      flood.publish(MESSAGES, Sources.TOPIC, PAYLOAD);
    }
  }

  private static void print(String what, Duration took) {
    System.out.printf(
        "%s: %,.0f messages/s over one connection%n", what, MESSAGES * 1_000.0 / took.toMillis());
  }
}
