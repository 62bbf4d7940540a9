package vn.vam.app.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@Tag("deployment")
@EnabledIf(
    value = "isExpected",
    disabledReason = "no Docker engine or no compose answers, or an image cannot be had")
class InstallingFromTheDeployFolder {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int NOT_AUTHORIZED = 135;

  @TempDir private static Path folder;
  private static Installation installation;
  private static FieldDevice xuanHoa;
  private static FieldDevice myTho;

  static boolean isExpected() {
    return Installation.isExpected();
  }

  @BeforeAll
  static void install() {
    installation = Installation.of(folder, "compose.yaml");
    xuanHoa = installation.newDevice("xuan-hoa-1");
    myTho = installation.newDevice("my-tho-1");
  }

  @AfterAll
  static void remove() {
    if (installation != null) {
      installation.close();
    }
  }

  /** A test that broke something must not break the next one. */
  @BeforeEach
  void allIsUp() {
    installation.up();
  }

  @Test
  void what_a_device_publishes_with_its_own_credentials_is_read_back_over_the_api() {
    Instant taken = minutesAgo(1);

    int answer = xuanHoa.publish(xuanHoa.topic(), reading(taken, 4.2));

    assertThat(answer).isZero();
    await().atMost(SOON).until(() -> valuesOf("xuan-hoa", taken).contains(4.2));
  }

  @Test
  void a_device_that_publishes_on_anothers_topic_is_refused_and_nobody_reads_it() {
    Instant taken = minutesAgo(2);

    int answer = xuanHoa.publish(myTho.topic(), reading(taken, 6.6));

    assertThat(answer).isEqualTo(NOT_AUTHORIZED);
    myTho.publish(myTho.topic(), reading(taken, 0.1));
    await().atMost(SOON).until(() -> valuesOf("my-tho", taken).contains(0.1));
    assertThat(valuesOf("my-tho", taken)).containsExactly(0.1);
  }

  @Test
  void a_device_with_a_wrong_password_is_not_let_in() {
    assertThat(xuanHoa.withPassword("guessed").connect()).isEqualTo(NOT_AUTHORIZED);
  }

  @Test
  void a_device_that_calls_itself_the_hub_does_not_end_the_hubs_connection() {
    long before = hubConnections();
    Instant taken = minutesAgo(3);

    xuanHoa.publishAs("vam-native-0", xuanHoa.topic(), reading(taken, 1.5));

    await().atMost(SOON).until(() -> valuesOf("xuan-hoa", taken).contains(1.5));
    assertThat(hubConnections()).isEqualTo(before);
  }

  @Test
  void a_removed_device_is_not_let_in_any_more() {
    FieldDevice stranger = installation.newDevice("stranger");
    assertThat(stranger.connect()).isZero();

    installation.inside("mosquitto", "sh", "/etc/vam/mosquitto/account.sh", "remove", "stranger");

    await().atMost(SOON).until(() -> stranger.connect() == NOT_AUTHORIZED);
  }

  @Test
  void a_killed_hub_returns_with_its_books_balanced_and_every_message_stored() throws Exception {
    Instant first = minutesAgo(60);
    Set<Double> published = new TreeSet<>();
    try (FieldDevice.Line line = FieldDevice.Line.open(xuanHoa, "")) {
      publish(line, first, IntStream.range(0, 300), published);
      installation.docker("kill", installation.container("hub"));
      publish(line, first, IntStream.range(300, 600), published);
    }

    installation.up();

    await().atMost(SOON).until(() -> valuesOf("xuan-hoa", first, 600).equals(published));
    await().atMost(SOON).until(() -> books().path("messages").path("queued").asInt() == 0);
    assertBalanced(books());
    assertThat(books().path("messages").path("stored").asInt()).isGreaterThanOrEqualTo(600);
  }

  @Test
  void a_hub_whose_process_dies_comes_back_by_itself() {
    String first = installation.inspect("hub", "{{.State.StartedAt}}");

    killFromOutside(installation.inspect("hub", "{{.State.Pid}}"));

    await()
        .atMost(SOON)
        .until(
            () ->
                installation
                    .inspect("hub", "{{.RestartCount}} {{.State.Running}}")
                    .equals("1 true"));
    assertThat(installation.inspect("hub", "{{.State.StartedAt}}")).isNotEqualTo(first);
    installation.awaitReady();
    assertBalanced(books());
  }

  @Test
  void down_and_up_keeps_readings_books_and_accounts() {
    Instant taken = minutesAgo(4);
    xuanHoa.publish(xuanHoa.topic(), reading(taken, 2.7));
    await().atMost(SOON).until(() -> valuesOf("xuan-hoa", taken).contains(2.7));
    JsonNode before = books().path("messages");

    installation.down();
    installation.up();

    assertThat(books().path("messages")).isEqualTo(before);
    assertThat(valuesOf("xuan-hoa", taken)).contains(2.7);
    assertThat(xuanHoa.publish(xuanHoa.topic(), reading(taken.plusSeconds(1), 2.8))).isZero();
    await().atMost(SOON).until(() -> valuesOf("xuan-hoa", taken.plusSeconds(1)).contains(2.8));
  }

  @Test
  void all_containers_become_healthy() {
    for (String service : List.of("mosquitto", "influxdb", "hub")) {
      await()
          .atMost(Duration.ofSeconds(90))
          .untilAsserted(
              () ->
                  assertThat(installation.inspect(service, "{{.State.Health.Status}}"))
                      .as(service)
                      .isEqualTo("healthy"));
    }
  }

  @Test
  void the_hub_is_nobody_and_changes_nothing_but_its_data() {
    assertThat(installation.inside("hub", "id", "-u").text().strip()).isEqualTo("10001");
    assertThat(installation.inside("hub", "touch", "/opt/vam/lib/more.jar").text())
        .contains("Read-only file system");
    assertThat(installation.inside("hub", "touch", "/var/lib/vam/probe").well()).isTrue();
  }

  @Test
  void only_this_machine_reaches_the_published_ports() {
    Set<String> addresses = new TreeSet<>();
    for (String service : List.of("mosquitto", "influxdb", "hub")) {
      Pattern.compile("\"HostIp\":\"([^\"]*)\"")
          .matcher(installation.inspect(service, "{{json .HostConfig.PortBindings}}"))
          .results()
          .forEach(found -> addresses.add(service + " " + found.group(1)));
    }
    assertThat(addresses).containsExactly("hub 127.0.0.1", "mosquitto 127.0.0.1");
  }

  @Test
  void no_password_is_seen_in_what_the_engine_tells_of_the_containers() throws Exception {
    for (String service : List.of("mosquitto", "influxdb", "hub")) {
      String told = installation.docker("inspect", installation.container(service));
      for (String secret : List.of("mqtt_password", "influx_password")) {
        Path file = folder.resolve("secrets").resolve(secret);
        assertThat(told).doesNotContain(Files.readString(file).strip());
      }
    }
  }

  private static void publish(
      FieldDevice.Line line, Instant first, IntStream numbers, Set<Double> published)
      throws MqttException {
    for (int number : numbers.toArray()) {
      double value = number / 100.0;
      assertThat(line.publish(xuanHoa.topic(), reading(first.plusSeconds(number), value))).isZero();
      published.add(value);
    }
  }

  /** As the kernel does when memory runs out; to the engine it is no order to stop. */
  private static void killFromOutside(String pid) {
    installation.docker(
        "run",
        "--rm",
        "--pid=host",
        "--user=0",
        "--entrypoint=/bin/sh",
        installation.inspect("hub", "{{.Config.Image}}"),
        "-c",
        "kill -9 " + pid);
  }

  private static void assertBalanced(JsonNode books) {
    JsonNode messages = books.path("messages");
    int accounted =
        List.of("in_hand", "queued", "stored", "rejected", "ignored", "duplicate").stream()
            .mapToInt(heading -> messages.path(heading).asInt())
            .sum();
    assertThat(messages.path("received").asInt()).as(books.toString()).isEqualTo(accounted);
    assertThat(books.path("balanced").asBoolean()).isTrue();
  }

  private static JsonNode books() {
    return Installation.json(installation.hub("/api/v1/books"));
  }

  private static long hubConnections() {
    return installation
        .printed("hub")
        .lines()
        .filter(line -> line.contains("connected to the broker"))
        .count();
  }

  private static Set<Double> valuesOf(String station, Instant taken) {
    return valuesOf(station, taken, 1);
  }

  /** Of so many seconds from the first. */
  private static Set<Double> valuesOf(String station, Instant first, int seconds) {
    String path =
        "/api/v1/stations/%s/readings?quantity=salinity_gl&from=%s&to=%s"
            .formatted(station, first, first.plusSeconds(seconds));
    Set<Double> values = new TreeSet<>();
    for (JsonNode point : Installation.json(installation.hub(path)).path("points")) {
      if (Instant.parse(point.path("time").asText()).isBefore(first.plusSeconds(seconds))) {
        values.add(point.path("value").asDouble());
      }
    }
    return values;
  }

  private static String reading(Instant taken, double value) {
    return "{\"time\":\"%s\",\"salinity_gl\":%s}".formatted(taken, value);
  }

  /** Every test has a minute of its own. */
  private static Instant minutesAgo(int minutes) {
    return Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(minutes, ChronoUnit.MINUTES);
  }
}
