package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.BadConfig;
import vn.vam.app.hub.Hub;
import vn.vam.core.text.VietnameseTime;
import vn.vam.testing.Http;

/** A citizen says from which salinity on to be told: from the chat to the rules and back. */
class ALimitOfOnesOwn {
  private static final String PASSED = "đúng mức bà con dặn";
  private static final String ALL_CLEAR = "hết quá mức bà con dặn";

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private Servers servers;
  private Hub hub;
  private Field field;
  private Door door;
  private Phone phone;

  @BeforeEach
  void a_citizen_sets_one_without_diacritics() throws BadConfig {
    servers = Servers.startIn(folder, opened);
    hub = opened.add(HubHere.start(servers.config()));
    field = servers.field();
    door = servers.door();
    phone = servers.phone().of("citizen-470011");
    assertThat(phone.asks("bao toi khi ben tre tren 1 phan ngan"))
        .contains("Bến Tre trên 1 g/l", "DỪNG");
  }

  @Test
  void is_told_to_that_citizen_once_and_so_is_the_all_clear() {
    Phone other = servers.phone().of("citizen-2");
    other.asks("nhận cảnh báo xuân hòa");

    field.measures("ben-tre-1", 1.4);
    assertThat(phone.hears(PASSED)).contains("Bến Tre", "1,4 g/l");
    field.measures("ben-tre-1", 0.9);
    field.measures("ben-tre-1", 1.5);
    field.measures("ben-tre-1", 0.7);
    phone.hears(ALL_CLEAR);

    nothingElseFollows();
    assertThat(phone.messagesWith(PASSED)).as("between the two levels nothing changes").hasSize(1);
    assertThat(phone.messagesWith(ALL_CLEAR)).hasSize(1);
    assertThat(other.messages()).hasSize(1);
  }

  @Test
  void may_be_for_water_that_is_fresh_again() {
    phone.asks("báo tôi khi Mỹ Tho dưới 0,5");
    field.measures("my-tho-1", 0.4);

    assertThat(phone.hears("dưới 0,5 g/l, đúng mức")).contains("Mỹ Tho");
  }

  @Test
  void survives_a_restart_also_between_alarm_and_all_clear() throws BadConfig {
    field.measures("ben-tre-1", 1.4);
    phone.hears(PASSED);
    hub.close();
    opened.add(HubHere.start(servers.config()));

    field.measures("ben-tre-1", 1.6);
    field.measures("ben-tre-1", 0.2);
    phone.hears(ALL_CLEAR);
    nothingElseFollows();
    assertThat(phone.messagesWith(PASSED)).hasSize(1);
  }

  @Test
  void is_changed_listed_and_stopped_in_one_word() {
    phone.asks("đổi mức Bến Tre thành 2");
    assertThat(phone.asks("cảnh báo của tôi")).contains("Bến Tre: khi độ mặn trên 2 g/l");
    field.measures("ben-tre-1", 1.5);
    nothingElseFollows();
    assertThat(phone.messagesWith(PASSED)).isEmpty();

    phone.asks("dung");
    assertThat(phone.asks("cảnh báo của tôi")).contains("chưa nhận cảnh báo nào");
    field.measures("ben-tre-1", 2.5);
    nothingElseFollows();
    assertThat(phone.messagesWith(PASSED)).isEmpty();
  }

  @Test
  void waits_while_the_citizen_wants_quiet_and_comes_when_they_do_not() {
    int hour = LocalTime.now(VietnameseTime.ZONE).getHour();
    phone.asks("đừng báo từ " + hour + "h đến " + (hour + 2) % 24 + "h");
    field.measures("ben-tre-1", 1.4);
    door.booksBalance();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(door.deliveries("waiting")).isEqualTo(1));
    phone.asks("menu");
    assertThat(phone.messagesWith(PASSED)).isEmpty();

    phone.asks("báo cả ban đêm");

    phone.hears(PASSED);
  }

  @Test
  void passed_and_over_while_the_citizen_wants_quiet_is_not_told_afterwards() {
    int hour = LocalTime.now(VietnameseTime.ZONE).getHour();
    phone.asks("đừng báo từ " + hour + "h đến " + (hour + 2) % 24 + "h");
    field.measures("ben-tre-1", 1.4);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(door.deliveries("waiting")).isEqualTo(1));
    field.measures("ben-tre-1", 0.2);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(door.deliveries("undeliverable")).isEqualTo(2));

    phone.asks("báo cả ban đêm");

    nothingElseFollows();
    assertThat(phone.messagesWith(PASSED)).isEmpty();
    assertThat(phone.messagesWith(ALL_CLEAR)).isEmpty();
  }

  @Test
  void is_shown_to_nobody_else() {
    field.measures("ben-tre-1", 1.4);
    phone.hears(PASSED);

    assertThat(door.alerts()).isEmpty();
    for (String path :
        new String[] {
          "/metrics",
          "/api/v1/alerts",
          "/api/v1/rules",
          "/api/v1/books",
          "/api/v1/alerts.cap",
          "/api/v1/parked",
          "/api/v1/stations"
        }) {
      assertThat(Http.get(door.at(path)).body()).as(path).doesNotContain("470011", "own.");
    }
  }

  private void nothingElseFollows() {
    door.booksBalance();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(door.deliveries("waiting")).isZero());
    phone.asks("menu");
  }
}
