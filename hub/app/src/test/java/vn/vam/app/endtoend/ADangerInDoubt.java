package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.notify.Doubts;

/** The connection broke while a danger was sent, and nobody can say whether it arrived. */
class ADangerInDoubt {
  private static final String ALERT = "Nước tại Xuân Hòa đã mặn";
  private static final String ALL_CLEAR = "Nước tại Xuân Hòa đã bớt mặn";

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private Field field;
  private Door door;
  private Phone phone;

  @BeforeEach
  void a_danger_is_cut_off() throws Exception {
    Servers servers = Servers.startIn(folder, opened);
    field = servers.field();
    door = servers.door();
    phone = servers.phone();
    Path config = servers.config();
    Files.writeString(
        config, Files.readString(config).replace("severity: warning", "severity: danger"));
    InstantSource source = () -> Instant.now().plus(ahead.get());
    opened.add(HubHere.start(config, source.withZone(ZoneId.of("Asia/Ho_Chi_Minh"))));
    phone.follow();
    phone.hears("Xin chào");
    phone.say("nhận cảnh báo Xuân Hòa");
    phone.hears("Đã ghi nhận");
    phone.messagesFail("cut-before-accept", 1);
    field.measures("xuan-hoa-1", 4.2);
    patiently().untilAsserted(() -> assertThat(inDoubt()).isEqualTo(1));
  }

  @Test
  void is_told_again_while_it_lasts() {
    aMinutePasses();

    assertThat(phone.hears(ALERT)).contains("có thể");
  }

  @Test
  void is_not_told_again_once_it_is_over_but_its_end_is() {
    field.measures("xuan-hoa-1", 0.2);
    patiently()
        .untilAsserted(
            () ->
                assertThat(door.alerts())
                    .allSatisfy(
                        shown -> assertThat(shown.getString("state")).isEqualTo("cleared")));
    aMinutePasses();

    phone.hears(ALL_CLEAR);
    nothingMoreOfIt();
  }

  @Test
  void is_not_told_again_to_who_wants_no_more() {
    phone.say("dừng");
    phone.hears("Đã");
    aMinutePasses();

    nothingMoreOfIt();
  }

  @Test
  void is_not_told_again_where_an_operator_has_stopped_it() {
    door.post("/api/v1/deliveries/A-1/raised/stop", 200);
    aMinutePasses();

    nothingMoreOfIt();
  }

  private void aMinutePasses() {
    ahead.set(Doubts.PATIENCE.plusSeconds(1));
  }

  /** It has come to an end, and what is sent later has arrived. */
  private void nothingMoreOfIt() {
    patiently().until(() -> door.get("/api/v1/parked").getJsonArray("parked").size() == 1);
    phone.asks("menu");
    assertThat(phone.messagesWith(ALERT)).isEmpty();
    assertThat(door.deliveries("unclear")).isEqualTo(1);
  }

  private double inDoubt() {
    return door.metric("vam_deliveries_total", "outcome=\"unclear\"");
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
  }
}
