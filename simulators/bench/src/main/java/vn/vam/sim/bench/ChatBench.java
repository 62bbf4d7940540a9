package vn.vam.sim.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import vn.vam.sim.bench.MessengerDesk.Sent;
import vn.vam.sim.bench.TalkingCitizen.Said;

/** How soon citizens who all talk at once have their answers. */
public final class ChatBench {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration BETWEEN_VALUES = Duration.ofMinutes(30);
  private static final int TO_BEGIN_WITH = 50;
  private static final Duration TO_WARM_UP = Duration.ofSeconds(5);

  private final ChatPlan plan;
  private final Consumer<String> progress;

  /**
   * @param progress takes a line at a time
   */
  public ChatBench(ChatPlan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * @throws IOException when a server does not start
   */
  public ChatFigures run() throws IOException, InterruptedException, MqttException {
    Path folder = Files.createTempDirectory("vam-chat");
    try (Ground ground = Ground.in(folder);
        MessengerDesk desk = new MessengerDesk();
        ChatOffice office = new ChatOffice(plan.officeDelay());
        RunningHub hub = ChatHub.start(plan, folder, ground, desk.url(), office);
        ChatLine line = new ChatLine(hub.at("/webhooks/zalo"), office::photo)) {
      hub.awaitReady();
      report(ground);
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(plan.seed());
      talk(citizens("early-", TO_BEGIN_WITH, TO_WARM_UP, line, office, random), desk);
      progress.accept(
          "%,d citizens say %d things each within %d s"
              .formatted(plan.citizens(), plan.each(), plan.within().toSeconds()));
      List<TalkingCitizen> citizens =
          citizens("c-", plan.citizens(), plan.within(), line, office, random);
      talk(citizens, desk);
      return figures(citizens, answers(desk), hub.peakMemory());
    } finally {
      Folders.delete(folder);
    }
  }

  /** Every station has a day of values, below whatever citizens want to be told of. */
  private static void report(Ground ground) throws MqttException {
    MqttClient probes = new MqttClient(ground.broker(), "bench-probes", new MemoryPersistence());
    probes.connect();
    Instant now = Instant.now();
    for (int station = 0; station < ChatHub.STATIONS; station++) {
      for (Duration ago = Duration.ofDays(1); !ago.isNegative(); ago = ago.minus(BETWEEN_VALUES)) {
        String value = "{\"time\":\"%s\",\"salinity_gl\":0.2}".formatted(now.minus(ago));
        probes.publish(ChatHub.topic(station), value.getBytes(StandardCharsets.UTF_8), 1, false);
      }
    }
    probes.disconnect();
    probes.close();
  }

  private List<TalkingCitizen> citizens(
      String prefix,
      int number,
      Duration within,
      ChatLine line,
      ChatOffice office,
      RandomGenerator random) {
    return IntStream.range(0, number)
        .mapToObj(
            i -> TalkingCitizen.of(prefix + i, plan.each(), within, line, office::code, random))
        .toList();
  }

  private void talk(List<TalkingCitizen> citizens, MessengerDesk desk) throws InterruptedException {
    long begin = System.nanoTime();
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      citizens.forEach(citizen -> each.execute(() -> citizen.talk(begin)));
      each.shutdown();
      while (!each.awaitTermination(10, TimeUnit.SECONDS)) {
        progress.accept("%,d answers so far".formatted(desk.countTo(one -> true)));
      }
    }
    long said = (long) citizens.size() * plan.each();
    String prefix = citizens.getFirst().prefix();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (desk.countTo(one -> one.startsWith(prefix)) < said && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private static Map<String, List<Sent>> answers(MessengerDesk desk) {
    return desk.sentTo(one -> true).stream().collect(Collectors.groupingBy(Sent::citizen));
  }

  /** Answers come in the order of the questions: the first belongs to the first. */
  static ChatFigures figures(
      List<TalkingCitizen> citizens, Map<String, List<Sent>> answers, long memory) {
    double[] webhooks =
        citizens.stream()
            .flatMap(citizen -> citizen.said().stream())
            .mapToDouble(one -> (one.taken() - one.at()) / 1e6)
            .toArray();
    List<Answered> answered =
        citizens.stream()
            .flatMap(citizen -> answered(citizen, answers.getOrDefault(citizen.id(), List.of())))
            .toList();
    int heard =
        citizens.stream()
            .mapToInt(citizen -> answers.getOrDefault(citizen.id(), List.of()).size())
            .sum();
    int refused = citizens.stream().mapToInt(TalkingCitizen::refused).sum();
    return new ChatFigures(
        webhooks.length,
        refused,
        webhooks.length - refused - answered.size(),
        heard - answered.size(),
        (int) answered.stream().filter(one -> !one.isServed()).count(),
        ChatFigures.Spread.of(webhooks),
        spread(answered),
        answered.stream()
            .collect(
                Collectors.groupingBy(
                    Answered::kind,
                    () -> new EnumMap<>(Utterance.Kind.class),
                    Collectors.collectingAndThen(Collectors.toList(), ChatBench::spread))),
        memory);
  }

  private record Answered(Said said, Sent heard) {
    Utterance.Kind kind() {
      return said.utterance().kind();
    }

    double milliseconds() {
      return (heard.nanos() - said.at()) / 1e6;
    }

    boolean isServed() {
      return heard.body().contains(said.utterance().expected());
    }
  }

  private static Stream<Answered> answered(TalkingCitizen citizen, List<Sent> heard) {
    List<Said> said = citizen.said();
    return IntStream.range(0, Math.min(heard.size(), said.size()))
        .mapToObj(i -> new Answered(said.get(i), heard.get(i)));
  }

  private static ChatFigures.Spread spread(List<Answered> answered) {
    return ChatFigures.Spread.of(answered.stream().mapToDouble(Answered::milliseconds).toArray());
  }
}
