package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.BadConfig;

/** What is wrong with the hub itself is told like the salt in the river. */
class TheHubWatchesItself {
  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private Servers servers;
  private Door door;
  private Phone duty;

  @BeforeEach
  void the_operator_follows() throws BadConfig {
    servers = Servers.startIn(folder, opened);
    opened.add(HubHere.start(OnDuty.config(servers, "1s")));
    door = servers.door();
    duty = servers.phone().of("duty-1");
    duty.follow();
    duty.hears("Xin chào");
  }

  @Test
  void a_store_that_is_gone_is_told_taken_on_and_told_to_be_back() {
    servers.influx.kill();
    servers.field().measures("my-tho-1", 0.1);
    String call = duty.hears("Máy chủ Vàm: kho số liệu không ghi được");
    String number = call.replaceFirst("(?s).*?(A-\\d+).*", "$1");
    assertThat(duty.asks("nhận " + number)).startsWith("Trực ban đã nhận tin " + number);

    servers.influx.startAgain();

    duty.hears("✅ Tin " + number + " đã hết");
    assertThat(door.alerts())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.getString("rule")).isEqualTo("hub-database");
              assertThat(alert.getString("station")).isEqualTo("vam.hub");
              assertThat(alert.getString("state")).isEqualTo("cleared");
            });
  }

  @Test
  void a_broker_that_is_gone_is_told_and_no_citizen_is_bothered() {
    Phone citizen = servers.phone();
    citizen.follow();
    citizen.hears("Xin chào");
    citizen.say("nhận cảnh báo Xuân Hòa");
    citizen.hears("Đã ghi nhận");

    servers.broker.kill();

    duty.hears("Máy chủ Vàm: mất kết nối với nơi các trạm gửi tin về");
    citizen.asks("menu");
    assertThat(citizen.messagesWith("Máy chủ")).isEmpty();
    assertThat(door.alerts())
        .extracting(alert -> alert.getString("rule"))
        .containsExactly("hub-broker");
  }
}
