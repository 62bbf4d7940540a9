package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.BadConfig;
import vn.vam.app.hub.Hub;

/** The water turns salt: from the probe to a citizen's phone. */
class ABreach {
  private static final String ALERT = "Nước tại Xuân Hòa đã mặn";
  private static final String ALL_CLEAR = "Nước tại Xuân Hòa đã bớt mặn";

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private Servers servers;
  private Hub hub;
  private Field field;
  private Door door;
  private Phone phone;

  @BeforeEach
  void a_citizen_follows_and_agrees_to_alerts() throws BadConfig {
    servers = Servers.startIn(folder, opened);
    hub = opened.add(HubHere.start(servers.config()));
    field = servers.field();
    door = servers.door();
    phone = servers.phone();
    phone.follow();
    phone.hears("Xin chào");
    phone.say("nhận cảnh báo Xuân Hòa");
    phone.hears("Đã ghi nhận");
  }

  @Test
  void reaches_the_phone_once_and_so_does_the_all_clear() {
    field.measures("xuan-hoa-1", 4.2);
    String alert = phone.hears(ALERT);
    field.measures("xuan-hoa-1", 4.3);
    field.measures("xuan-hoa-1", 0.2);
    phone.hears(ALL_CLEAR);
    field.measures("xuan-hoa-1", 0.1);

    nothingElseFollows();
    assertThat(alert).contains("4,2 g/l").contains("0,5 g/l").contains("A-");
    assertThat(phone.messagesWith(ALERT)).hasSize(1);
    assertThat(phone.messagesWith(ALL_CLEAR)).hasSize(1);
    assertThat(door.alerts())
        .singleElement()
        .satisfies(shown -> assertThat(shown.getString("state")).isEqualTo("cleared"));
  }

  @Test
  void is_told_to_who_agrees_while_it_stands_and_so_is_its_end() {
    field.measures("xuan-hoa-1", 4.2);
    phone.hears(ALERT);
    Phone late = phone.of("u-late");
    late.follow();
    late.hears("Xin chào");
    late.say("nhận cảnh báo Xuân Hòa");

    assertThat(late.hears(ALERT)).contains("4,2 g/l");
    field.measures("xuan-hoa-1", 0.2);
    late.hears(ALL_CLEAR);
    phone.hears(ALL_CLEAR);
    nothingElseFollows();
    assertThat(phone.messagesWith(ALERT)).hasSize(1);
    assertThat(late.messagesWith(ALERT)).hasSize(1);
  }

  @Test
  void that_does_not_hold_for_its_time_is_no_alert() {
    Instant start = Instant.now().minusSeconds(10);
    field.measures("xuan-hoa-1", 4.2, start);
    field.measures("xuan-hoa-1", 0.2, start.plusMillis(500));

    nothingElseFollows();
    assertThat(phone.messagesWith(ALERT)).isEmpty();
    assertThat(door.alerts()).isEmpty();
  }

  @Test
  void is_told_while_influxdb_hangs_and_its_points_arrive_later() {
    servers.influx.freeze();
    try {
      Instant start = Instant.now();
      field.measures("xuan-hoa-1", 4.2);
      phone.hears(ALERT);

      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
      assertThat(door.messages("stored")).isZero();
    } finally {
      servers.influx.thaw();
    }

    patiently().untilAsserted(() -> assertThat(door.readings("xuan-hoa")).hasSize(1));
  }

  @Test
  void is_told_while_influxdb_is_gone_and_its_points_arrive_later() {
    servers.influx.kill();
    field.measures("xuan-hoa-1", 4.2);
    phone.hears(ALERT);
    field.measures("xuan-hoa-1", 4.3);
    patiently().untilAsserted(() -> assertThat(door.messages("queued")).isEqualTo(2));
    assertThat(hub.isReady()).isFalse();

    servers.influx.startAgain();

    patiently().untilAsserted(() -> assertThat(door.readings("xuan-hoa")).hasSize(2));
    assertThat(servers.influxClient("select salinity_gl from salinity"))
        .contains("4.2")
        .contains("4.3");
  }

  @Test
  void is_stored_while_zalo_is_away_and_told_once_when_it_is_back() {
    servers.cableToZalo.pullOut();
    field.measures("xuan-hoa-1", 4.2);
    patiently().untilAsserted(() -> assertThat(door.readings("xuan-hoa")).hasSize(1));
    patiently().untilAsserted(() -> assertThat(door.alerts()).hasSize(1));
    patiently().untilAsserted(() -> assertThat(door.deliveries("waiting")).isEqualTo(1));

    servers.cableToZalo.plugIn();

    phone.hears(ALERT);
    nothingElseFollows();
    assertThat(phone.messagesWith(ALERT)).hasSize(1);
    assertThat(door.deliveries("unclear")).isZero();
  }

  @Test
  void whose_alert_was_accepted_without_an_answer_is_found_delivered_by_its_echo() {
    phone.messagesFail("cut-after-accept", 1);

    field.measures("xuan-hoa-1", 4.2);

    phone.hears(ALERT);
    patiently().untilAsserted(() -> assertThat(door.deliveries("unclear")).isZero());
    nothingElseFollows();
    assertThat(phone.messagesWith(ALERT)).hasSize(1);
    assertThat(door.metric("vam_deliveries_total", "outcome=\"unclear\"")).isEqualTo(1);
  }

  @Test
  void whose_echo_is_lost_too_is_found_in_the_conversation() {
    phone.messagesFail("cut-after-accept", 1);
    phone.echoesAreLost(1);

    field.measures("xuan-hoa-1", 4.2);

    phone.hears(ALERT);
    patiently()
        .untilAsserted(
            () ->
                assertThat(door.metric("vam_deliveries_total", "outcome=\"unclear\""))
                    .isEqualTo(1));
    patiently().untilAsserted(() -> assertThat(door.deliveries("unclear")).isZero());
    nothingElseFollows();
    assertThat(phone.messagesWith(ALERT)).hasSize(1);
  }

  @Test
  void whose_alert_was_cut_off_before_it_was_accepted_is_counted_as_unclear() {
    phone.messagesFail("cut-before-accept", 1);

    field.measures("xuan-hoa-1", 4.2);

    patiently().untilAsserted(() -> assertThat(door.deliveries("unclear")).isEqualTo(1));
    nothingElseFollows();
    assertThat(phone.messagesWith(ALERT)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void is_confirmed_by_the_phone() {
    long before = door.deliveries("received");

    field.measures("xuan-hoa-1", 4.2);

    phone.hears(ALERT);
    patiently().untilAsserted(() -> assertThat(door.deliveries("received")).isGreaterThan(before));
  }

  @Test
  void meets_a_dead_token_which_is_replaced_once_and_the_alert_arrives() {
    double granted = tokensGranted();
    phone.messagesFail("expire-token", 1);

    field.measures("xuan-hoa-1", 4.2);

    phone.hears(ALERT);
    nothingElseFollows();
    assertThat(phone.messagesWith(ALERT)).hasSize(1);
    assertThat(tokensGranted()).isEqualTo(granted + 1);
    assertThat(door.deliveries("unclear")).isZero();
  }

  private double tokensGranted() {
    return door.metric("vam_zalo_requests_total", "operation=\"token\"", "class=\"granted\"");
  }

  /**
   * A message sent later has arrived and the outbox is empty: what could have followed has
   * followed.
   */
  private void nothingElseFollows() {
    door.booksBalance();
    patiently().untilAsserted(() -> assertThat(door.deliveries("waiting")).isZero());
    phone.asks("menu");
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(25)).pollInterval(Duration.ofMillis(50));
  }
}
