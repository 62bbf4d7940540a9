package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nobody can be told anything for a while: {@code -Dvam.outage=PT10M} makes it ten minutes. What
 * happens meanwhile is stored as it comes, and told afterwards: the gravest first, and what is over
 * not as if it were not.
 */
class TheMessengerIsAway {
  private static final Duration AWAY = Duration.parse(System.getProperty("vam.outage", "PT12S"));
  private static final Duration REST = Duration.ofSeconds(6);
  private static final String SALTY = "Nước tại Xuân Hòa đã mặn";
  private static final String DANGER = "Nước tại Bến Tre đã mặn";
  private static final String OVER = "Nước tại Mỹ Tho đã mặn";

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private Servers servers;
  private Field field;
  private Door door;
  private Phone here;
  private Phone there;

  @BeforeEach
  void two_citizens_have_agreed_to_alerts() throws Exception {
    servers = Servers.startIn(folder, opened);
    opened.add(HubHere.start(withADanger(servers.config())));
    field = servers.field();
    door = servers.door();
    here = servers.phone();
    there = here.of("u2");
    for (Phone phone : List.of(here, there)) {
      phone.follow();
      phone.hears("Xin chào");
      for (String station : List.of("Xuân Hòa", "Bến Tre", "Mỹ Tho")) {
        phone.asks("nhận cảnh báo " + station);
      }
    }
    patiently().until(() -> door.deliveries("waiting") == 0);
  }

  private static Path withADanger(Path config) throws IOException {
    String danger =
        """
        rules:
          - id: danger
            watch: { quantity: salinity_gl, stations: [ben-tre] }
            raise: { above: 0.5, for: 1s }
            clear: { below: 0.4, for: 1s }
            severity: danger
            text: vi/salt
        """;
    return Files.writeString(
        config,
        Files.readString(config)
            .replace("rules:\n", danger)
            .replace("\nzalo:\n", "\nzalo:\n  rest_after_limit: " + REST.toSeconds() + "s\n"));
  }

  @Test
  void too_many_requests_a_minute_rest_everybodys_messages_and_then_the_gravest_goes_first() {
    here.messagesFail("rate-limit", 1);
    field.measures("xuan-hoa-1", 4.2);
    patiently().until(() -> refusedForTheRate() == 1);
    Instant stillResting = Instant.now().plus(REST).minusSeconds(2);
    field.measures("ben-tre-1", 9.5);

    List.of(here, there).forEach(phone -> hears(phone, DANGER));

    assertThat(Instant.now()).as("a danger had to wait too").isAfter(stillResting);
    List.of(here, there).forEach(phone -> hears(phone, SALTY));
    patiently().until(() -> door.deliveries("waiting") == 0);
    assertThat(toldOf(DANGER)).isEqualTo(2);
    assertThat(toldOf(SALTY)).isEqualTo(2);
    assertThat(List.of(here, there)).anyMatch(phone -> place(phone, DANGER) < place(phone, SALTY));
    assertThat(refusedForTheRate()).isEqualTo(1);
    assertThat(door.deliveries("unclear")).isZero();
  }

  private int toldOf(String words) {
    return here.messagesWith(words).size() + there.messagesWith(words).size();
  }

  private double refusedForTheRate() {
    return door.metric("vam_zalo_requests_total", "class=\"back_off\"");
  }

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void all_is_stored_meanwhile_and_told_once_afterwards_the_gravest_first() {
    servers.cableToZalo.pullOut();
    Instant back = Instant.now().plus(AWAY);
    field.measures("xuan-hoa-1", 4.2);
    field.measures("my-tho-1", 1.2);
    patiently().until(() -> door.alerts().size() == 2);
    field.measures("my-tho-1", 0.1);
    field.measures("ben-tre-1", 9.5);
    patiently().until(() -> door.alerts().size() == 3);
    int readings = 4;
    while (Instant.now().isBefore(back)) {
      field.measures("xuan-hoa-1", 4.2);
      readings++;
      long all = readings;
      patiently().until(() -> door.messages("stored") == all);
    }
    patiently().until(() -> state("my-tho").equals("cleared"));

    servers.cableToZalo.plugIn();

    for (Phone phone : List.of(here, there)) {
      hears(phone, DANGER);
      hears(phone, SALTY);
    }
    patiently().until(() -> door.deliveries("waiting") == 0);
    for (Phone phone : List.of(here, there)) {
      assertThat(phone.messagesWith(DANGER)).hasSize(1);
      assertThat(phone.messagesWith(SALTY)).hasSize(1);
      assertThat(phone.messagesWith(OVER)).isEmpty();
      assertThat(place(phone, DANGER)).isLessThan(place(phone, SALTY));
    }
    assertThat(door.deliveries("unclear")).isZero();
    assertThat(door.deliveries("undeliverable"))
        .as("alarm and all-clear of what was over")
        .isEqualTo(4);
  }

  private String state(String station) {
    return door.alerts().stream()
        .filter(alert -> alert.getString("station").equals(station))
        .map(alert -> alert.getString("state"))
        .findFirst()
        .orElse("");
  }

  /** Behind the longest pause between two attempts. */
  private static void hears(Phone phone, String words) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> !phone.messagesWith(words).isEmpty());
  }

  private static int place(Phone phone, String words) {
    Predicate<String> said = text -> text.contains(words);
    List<String> messages = phone.messages();
    return messages.indexOf(messages.stream().filter(said).findFirst().orElseThrow());
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
  }
}
