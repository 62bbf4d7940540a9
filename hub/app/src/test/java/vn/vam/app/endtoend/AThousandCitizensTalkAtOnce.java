package vn.vam.app.endtoend;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.BadConfig;
import vn.vam.testing.Http;

/**
 * A thousand citizens ask within twenty seconds, nearly as many as the messenger lets the account
 * answer. How long they wait is measured by {@code vam bench chat}, with charts, dossiers and
 * photos, on a machine of its own: here others may keep it busy.
 */
class AThousandCitizensTalkAtOnce {
  private static final int CITIZENS = 1_000;
  private static final int MILLISECONDS_APART = 20;
  private static final int PEOPLE_TYPING = 32;
  private static final Duration MESSENGER_GIVES_UP = Duration.ofSeconds(2);

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private Servers servers;
  private Turnstile turnstile;

  @BeforeEach
  void the_water_is_salt() throws BadConfig {
    turnstile = opened.add(Turnstile.open());
    servers = Servers.startIn(folder, opened, turnstile::leadingTo);
    opened.add(HubHere.start(servers.config()));
    servers.field().measures("xuan-hoa-1", 4.2);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> servers.phone().of("first").asks("độ mặn xuân hòa").contains("4,2 g/l"));
  }

  @Test
  void and_each_of_them_has_one_answer_and_the_messenger_gives_no_webhook_up()
      throws ExecutionException, InterruptedException {
    everybodyAsks();

    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(told()).hasSizeGreaterThanOrEqualTo(CITIZENS));
    Awaitility.await().until(() -> servers.door().deliveries("waiting") == 0);

    List<JsonObject> told = told();
    assertThat(told).allMatch(message -> message.getString("text").contains("4,2 g/l"));
    assertThat(told.stream().map(AThousandCitizensTalkAtOnce::citizen))
        .containsExactlyInAnyOrderElementsOf(asked);
    webhooksWereAnswered();
  }

  private void everybodyAsks() throws ExecutionException, InterruptedException {
    try (ScheduledExecutorService people = Executors.newScheduledThreadPool(PEOPLE_TYPING)) {
      List<ScheduledFuture<?>> words =
          IntStream.range(0, CITIZENS)
              .<ScheduledFuture<?>>mapToObj(number -> oneOfMany(people, number))
              .toList();
      for (ScheduledFuture<?> said : words) {
        said.get();
      }
    }
  }

  private ScheduledFuture<?> oneOfMany(ScheduledExecutorService people, int number) {
    Phone one = servers.phone().of("one-of-many-" + number);
    return people.schedule(() -> asks(one), (long) number * MILLISECONDS_APART, MILLISECONDS);
  }

  private void asks(Phone one) {
    asked.add(one.citizen());
    one.say("do man xuan hoa");
  }

  /** What the account said to them. */
  private List<JsonObject> told() {
    URI all = servers.zalo.baseUri().resolve("/_sim/messages?since=0");
    return new JsonObject(Http.get(all).body())
        .getJsonArray("messages").stream()
            .map(JsonObject.class::cast)
            .filter(message -> asked.contains(citizen(message)))
            .toList();
  }

  private static String citizen(JsonObject message) {
    return message.getString("user");
  }

  private void webhooksWereAnswered() {
    List<Duration> took = turnstile.took();
    assertThat(turnstile.refused()).isEmpty();
    assertThat(took).hasSizeGreaterThanOrEqualTo(CITIZENS);
    assertThat(took.get(took.size() * 99 / 100)).isLessThan(MESSENGER_GIVES_UP);
  }
}
