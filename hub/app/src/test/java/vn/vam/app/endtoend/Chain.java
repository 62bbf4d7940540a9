package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.eclipse.paho.mqttv5.common.MqttException;
import vn.vam.app.endtoend.NumberedProbes.Telling;
import vn.vam.testing.FreePort;
import vn.vam.testing.InfluxProcess;

/**
 * Numbered probes, a real broker, the hub and a real store, with a cable on either side of the hub.
 * Troubles are short: a silent line is noticed after three seconds, a silent store after one.
 */
final class Chain {
  private static final int A_SECOND = 1_000;

  private final Path folder;
  private final Opened opened;
  private final Instant start = Instant.now().minusSeconds(3_600);
  private final Set<Integer> acknowledged = new TreeSet<>();
  private int next;
  final Mosquitto broker;
  final InfluxProcess influx;
  final Cable toBroker;
  final Cable toStore;
  final Door door = new Door(FreePort.next());

  private Chain(Path folder, Opened opened, Mosquitto broker) {
    this.folder = folder;
    this.opened = opened;
    this.broker = opened.add(broker);
    influx = opened.add(InfluxProcess.startIn(folder));
    toBroker = opened.add(Cable.to(broker.port()));
    toStore = opened.add(Cable.to(influx.url().getPort()));
  }

  /**
   * @param opened ends all of it
   */
  static Chain startIn(Path folder, Opened opened) {
    return startIn(folder, opened, Mosquitto.startIn(folder));
  }

  static Chain startIn(Path folder, Opened opened, Mosquitto broker) {
    return new Chain(folder, opened, broker);
  }

  Path config() {
    return config(folder.resolve("hub"), "");
  }

  /**
   * @param data the hub's directory
   * @param more sections
   */
  Path config(Path data, String more) {
    try {
      return Files.writeString(folder.resolve("hub.yaml"), yaml(data) + more);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private String yaml(Path data) {
    return """
        sources: [ { id: native, broker: "tcp://127.0.0.1:%d", format: native, filters: [vam/v1/salinity/+], keep_alive: 2s } ]
        stations: [ { id: ben-tre, name: Bến Tre, kind: salinity } ]
        store: { kind: influxdb, url: "http://127.0.0.1:%d", api: v1, database: vam, connect_timeout: 1s, answer_timeout: 1s }
        state: { directory: "%s" }
        console: { port: %d }
        devices:
        %s"""
        .formatted(
            toBroker.port(), toStore.port(), data, door.port(), NumberedProbes.devices("ben-tre"));
  }

  /** Some with their own time and some without, numbered on from those before. */
  NumberedProbes publish() throws MqttException {
    return publish(NumberedProbes.withAndWithoutTime(start));
  }

  /** All with their own time. */
  NumberedProbes publishWithTime() throws MqttException {
    return publish(NumberedProbes.withTime(start));
  }

  /** With so many bytes more in each message. */
  NumberedProbes publishSpaced(int bytes) throws MqttException {
    return publish(NumberedProbes.spaced(bytes, NumberedProbes.withAndWithoutTime(start)));
  }

  private NumberedProbes publish(Telling telling) throws MqttException {
    return opened.add(NumberedProbes.startAt(next, broker.uri(), A_SECOND, telling));
  }

  /** Returns what all probes were acknowledged so far. */
  Set<Integer> finish(NumberedProbes probes) throws InterruptedException {
    acknowledged.addAll(probes.finish());
    next = probes.next();
    return acknowledged;
  }

  /** What was acknowledged is stored, nothing else, nothing twice, and the books balance. */
  void everythingIsStoredOnce() {
    everythingIsStored();
    StoredNumbers.in(influx).areExactly(acknowledged);
  }

  /** What was acknowledged is stored; nothing is stored twice, and the books balance. */
  void everythingIsStored() {
    patiently()
        .untilAsserted(
            () -> assertThat(door.messages("stored")).isGreaterThanOrEqualTo(acknowledged.size()));
    assertThat(storedOnce().numbers()).containsAll(acknowledged);
  }

  /** Once nothing is on its way any more; the books tell as much as the store. */
  StoredNumbers storedOnce() {
    door.booksBalance();
    StoredNumbers stored = StoredNumbers.in(influx);
    stored.noneIsThereTwice();
    assertThat(door.messages("stored")).isEqualTo(stored.points().size());
    assertThat(door.messages("rejected")).isZero();
    return stored;
  }

  void untilReady() {
    untilReady(true);
  }

  void untilNotReady() {
    untilReady(false);
  }

  /** Returns when the oldest message that waits for the store has waited so many seconds. */
  void untilTheStoreLags(int seconds) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(3L * seconds))
        .until(() -> door.metric("vam_log_lag_seconds", "reader=\"store\"") >= seconds);
  }

  private void untilReady(boolean ready) {
    patiently().until(() -> door.isReady() == ready);
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
  }
}
