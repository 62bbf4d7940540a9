package vn.vam.sim.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import vn.vam.sim.bench.MessengerDesk.Sent;

/**
 * How soon a breach is at the messenger while others publish, and how one alert reaches very many
 * while a graver one overtakes it.
 */
public final class AlertBench {
  private static final String ONE = "one-";
  private static final String MANY = "many-";
  private static final String SOME = "some-";
  private static final String OWN = "own-";

  /** So many breaches come first and are not counted: a hub that just started is no measure. */
  private static final int TO_BEGIN_WITH = 20;

  private static final int GRAVER = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN = Duration.ofMillis(60);
  private static final Duration TO_WARM_UP = Duration.ofSeconds(10);
  private static final double TENTH = 0.1;
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final AlertPlan plan;
  private final Consumer<String> progress;

  /**
   * @param progress takes a line at a time
   */
  public AlertBench(AlertPlan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * @throws IOException when a server does not start
   */
  public AlertFigures run() throws IOException, InterruptedException, MqttException {
    Path folder = Files.createTempDirectory("vam-alerts");
    seed(Files.createDirectories(folder.resolve("state")));
    try (Ground ground = Ground.in(folder);
        MessengerDesk desk = new MessengerDesk();
        RunningHub hub = AlertHub.start(plan, folder, ground, desk.url())) {
      hub.awaitReady();
      MqttClient probes =
          new MqttClient(ground.broker(), "bench-breaches", new MemoryPersistence());
      probes.connect();
      double[] latencies = breaches(ground, desk, probes);
      Optional<AlertFigures.Fanout> fanout =
          plan.subscribers() == 0 ? Optional.empty() : Optional.of(fanOut(desk, probes));
      long memory = hub.peakMemory();
      probes.disconnect();
      probes.close();
      return AlertFigures.of(
          latencies,
          plan.breaches() - TO_BEGIN_WITH - latencies.length,
          plan.beside(),
          plan.limits(),
          fanout,
          memory);
    } finally {
      Folders.delete(folder);
    }
  }

  private void seed(Path state) {
    progress.accept("subscribing %,d citizens".formatted(plan.subscribers() + plan.breaches()));
    List<String> each = IntStream.range(0, plan.breaches()).mapToObj(AlertHub::station).toList();
    plan.seed().subscribe(state, each, ONE, 1);
    plan.seed().subscribe(state, List.of(AlertHub.BIG), MANY, plan.subscribers());
    plan.seed().subscribe(state, List.of(AlertHub.GRAVE), SOME, graver());
    progress.accept("setting %,d limits of citizens' own".formatted(plan.limits()));
    plan.seed().limits(state, AlertHub.RIVER, OWN, plan.limits());
  }

  private int graver() {
    return Math.min(GRAVER, plan.subscribers());
  }

  private double[] breaches(Ground ground, MessengerDesk desk, MqttClient probes)
      throws InterruptedException, MqttException {
    progress.accept("%,d msg/s, and %,d breaches".formatted(plan.beside(), plan.breaches()));
    try (NumberedMessages beside = new NumberedMessages(ground.broker(), plan.beside())) {
      LockSupport.parkNanos(TO_WARM_UP.toNanos());
      long[] published = new long[plan.breaches()];
      for (int breach = 0; breach < plan.breaches(); breach++) {
        published[breach] = System.nanoTime();
        publish(probes, AlertHub.station(breach));
        LockSupport.parkNanos(BETWEEN.toNanos());
      }
      awaitOrGoOn(() -> desk.countTo(one -> one.startsWith(ONE)) >= plan.breaches(), PATIENCE);
      return latencies(desk.sentTo(one -> one.startsWith(ONE)), published);
    }
  }

  private static double[] latencies(List<Sent> sent, long[] published) {
    return sent.stream()
        .filter(one -> breach(one) >= TO_BEGIN_WITH)
        .mapToDouble(one -> (one.nanos() - published[breach(one)]) / 1e6)
        .toArray();
  }

  private static int breach(Sent one) {
    String citizen = one.citizen();
    return Integer.parseInt(citizen.substring(ONE.length(), citizen.lastIndexOf('-')));
  }

  private static void publish(MqttClient probes, String station) throws MqttException {
    byte[] breach = "{\"salinity_gl\":4.2}".getBytes(StandardCharsets.UTF_8);
    probes.publish("vam/v1/salinity/" + station + "-1", breach, 1, false);
  }

  private AlertFigures.Fanout fanOut(MessengerDesk desk, MqttClient probes) throws MqttException {
    Predicate<String> many = citizen -> citizen.startsWith(MANY);
    Predicate<String> some = citizen -> citizen.startsWith(SOME);
    Duration patience =
        Duration.ofMinutes(2L + 2L * plan.subscribers() / plan.perMinute()).plusMinutes(2);
    progress.accept("one alert to %,d".formatted(plan.subscribers()));
    long began = System.nanoTime();
    publish(probes, AlertHub.BIG);
    awaitOrGoOn(() -> desk.countTo(many) >= TENTH * plan.subscribers(), patience);
    progress.accept("a graver one to %,d".formatted(graver()));
    long graverBegan = System.nanoTime();
    publish(probes, AlertHub.GRAVE);
    awaitOrGoOn(() -> desk.countTo(some) >= graver(), patience);
    awaitOrGoOn(() -> desk.countTo(many) >= plan.subscribers(), patience);
    return figures(desk.sentTo(many), desk.sentTo(some), began, graverBegan);
  }

  private AlertFigures.Fanout figures(
      List<Sent> many, List<Sent> some, long began, long graverBegan) {
    Set<String> told = new HashSet<>();
    many.forEach(one -> told.add(one.citizen()));
    long lastGraver = some.isEmpty() ? graverBegan : some.getLast().nanos();
    long overtaken =
        many.stream()
            .filter(one -> one.nanos() >= graverBegan && one.nanos() <= lastGraver)
            .count();
    long last = many.isEmpty() ? began : many.getLast().nanos();
    return new AlertFigures.Fanout(
        plan.subscribers(),
        told.size(),
        many.size() - told.size(),
        (last - began) / 1e9,
        busiestMinute(many),
        plan.perMinute(),
        some.size(),
        (lastGraver - graverBegan) / 1e9,
        (int) overtaken);
  }

  /** The most requests that lie within sixty seconds. */
  private static int busiestMinute(List<Sent> sent) {
    long[] times = sent.stream().mapToLong(Sent::nanos).sorted().toArray();
    int most = 0;
    int from = 0;
    for (int to = 0; to < times.length; to++) {
      while (times[to] - times[from] >= MINUTE) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  private static void awaitOrGoOn(BooleanSupplier done, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (!done.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }
}
