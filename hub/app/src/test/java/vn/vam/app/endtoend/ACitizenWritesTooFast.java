package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.BadConfig;
import vn.vam.core.citizen.ChatPace;

/** Somebody who writes without end, over the webhook. */
class ACitizenWritesTooFast {
  private static final int TOO_MANY = 15;

  @TempDir static Path folder;
  @AutoClose private static final Opened opened = new Opened();
  private static Servers servers;
  private static Door door;

  @BeforeAll
  static void the_hub_runs() throws BadConfig {
    servers = Servers.startIn(folder, opened);
    opened.add(HubHere.start(OnDuty.config(servers, "1h")));
    door = servers.door();
  }

  @Test
  void is_asked_once_to_wait_and_is_then_not_answered_but_for_what_stops_or_erases() {
    Phone phone = servers.phone().of("hasty");
    double before = hasty("not-answered");
    assertThat(phone.asks("nhận cảnh báo xuân hòa")).contains("Tôi đồng ý");
    hurry(phone, "menu");

    assertThat(phone.hears("nhắn nhanh quá")).contains("phút", "dừng");
    heardUpTo(before + TOO_MANY - 1);
    assertThat(phone.messagesWith("nhắn nhanh quá")).hasSize(1);
    assertThat(phone.messages()).hasSize(ChatPace.USUAL.minute() + 1);
    assertThat(phone.asks("dừng")).contains("Đã ngưng gửi mọi cảnh báo");
    phone.say("dừng");
    heardUpTo(before + TOO_MANY);
    assertThat(phone.messagesWith("Đã ngưng gửi")).as("there was nothing left").hasSize(1);
    assertThat(phone.asks("xóa thông tin của tôi")).contains("nhắn: có");
    assertThat(phone.asks("có")).contains("Đã xóa");
    assertThat(servers.phone().of("slow").asks("menu")).contains("Bà con chọn một việc");
  }

  @Test
  void and_each_webhook_has_its_200() {
    double before = hasty("asked-to-wait");

    assertThat(
            IntStream.range(0, ChatPace.USUAL.minute() + 5)
                .map(each -> post(each))
                .distinct()
                .toArray())
        .containsExactly(200);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> hasty("asked-to-wait") == before + 1);
  }

  @Test
  void and_who_is_on_duty_is_heard_on_alerts_all_the_same() {
    Phone duty = servers.phone().of("duty-1");
    duty.follow();
    hurry(duty, "menu");
    duty.hears("nhắn nhanh quá");

    assertThat(duty.asks("việc")).contains("Không có tin");
  }

  private static void hurry(Phone phone, String words) {
    IntStream.range(1, ChatPace.USUAL.minute() + TOO_MANY).forEach(each -> phone.say(words));
  }

  private static void heardUpTo(double messages) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(hasty("not-answered")).isEqualTo(messages));
  }

  private static double hasty(String then) {
    return door.metric("vam_chat_hasty_total", "then=\"" + then + "\"");
  }

  private static int post(int number) {
    String body =
        """
        {"app_id":"%s","sender":{"id":"program"},"user_id_by_app":"552177279717587730",\
        "recipient":{"id":"388613280879808645"},"event_name":"user_send_text",\
        "message":{"text":"menu","msg_id":"hasty-%d"},"timestamp":"%d"}\
        """
            .formatted(Servers.APP_ID, number, Instant.now().toEpochMilli());
    return Signed.with(body, Servers.OA_SECRET).postTo(door.at("/webhooks/zalo"));
  }
}
