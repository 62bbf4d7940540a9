package vn.vam.zalo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.zalo.Platform.SENT;
import static vn.vam.zalo.Platform.TEXT;
import static vn.vam.zalo.Platform.TOKEN;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.vam.zalo.ZaloResult.NotSent;
import vn.vam.zalo.ZaloResult.Refused;
import vn.vam.zalo.ZaloResult.Sent;

class SendingWithoutAValidToken {
  @Test
  void refreshes_once_and_sends_the_same_message_once_more() {
    try (Hub hub = new Hub()) {
      hub.platform
          .on(TEXT, Platform.error(-216, "Access token is invalid"), SENT)
          .on(TOKEN, Platform.tokens("access-2", "refresh-2"));

      assertThat(hub.send("xin chào")).isInstanceOf(Sent.class);

      assertThat(hub.platform.requests(TEXT))
          .extracting(request -> request.headers().get("access_token"))
          .containsExactly("access-1", "access-2");
      assertThat(hub.observed)
          .extracting(seen -> seen.operation() + " " + seen.outcome())
          .containsExactly("token granted", "text sent");
    }
  }

  @Test
  void takes_the_token_another_process_saved_without_a_refresh() {
    try (Hub hub = new Hub()) {
      hub.platform.on(TEXT, SENT, Platform.error(-220, "expired"), SENT);
      hub.send("một");
      hub.store.save(Platform.pair("access-by-another", "refresh-by-another"));

      assertThat(hub.send("hai")).isInstanceOf(Sent.class);
      assertThat(hub.platform.requests(TOKEN)).isEmpty();
    }
  }

  @Test
  void is_not_sent_while_tokens_cannot_be_had() {
    try (Hub hub = new Hub(expired(), false)) {
      assertThat(hub.send("xin chào")).isInstanceOf(NotSent.class);
      assertThat(hub.platform.requests(TEXT)).isEmpty();
    }
  }

  @Test
  void is_refused_for_a_human_when_consent_is_missing() {
    try (Hub hub = new Hub(new MemoryStore(), false)) {
      assertThat(hub.send("xin chào"))
          .isEqualTo(new Refused(Refused.LOCAL, "nobody has given consent yet", ErrorClass.HUMAN));
    }
  }

  private static MemoryStore expired() {
    return MemoryStore.with(
        Platform.pair("access-1", "refresh-1", Instant.now().minus(Duration.ofDays(2))));
  }
}
