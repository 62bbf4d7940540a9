package vn.vam.zalo.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.zalo.Secret;

class VerifyingAWebhook {
  private static final String BODY =
      "{\"event_name\":\"user_send_text\", \"message\":{\"text\":\"độ mặn\"},\"timestamp\":\"154390853474\"}";
  // printf '%s' "36084$BODY154390853474oa-secret" | sha256sum
  private static final String MAC =
      "b1325fb388f2c6256af515595e1a2cb22907d13fd1c355b1a4cf018565fa85b3";
  private static final String BODY_WITH_NUMBER = "{\"timestamp\":154390853474}";
  private static final String MAC_OF_NUMBER =
      "27b469ddb344b7fceaad7477714c7983e45d19d4f4eeb78720e5a3893fd4df90";

  private final WebhookSignature signature = new WebhookSignature("36084", Secret.of("oa-secret"));

  @Test
  void accepts_what_the_platform_signed() {
    assertThat(verify(BODY, "mac=" + MAC)).isTrue();
  }

  @Test
  void accepts_the_bare_digest_too() {
    assertThat(verify(BODY, MAC)).isTrue();
  }

  @Test
  void takes_the_timestamp_as_a_number_as_well() {
    assertThat(verify(BODY_WITH_NUMBER, "mac=" + MAC_OF_NUMBER)).isTrue();
  }

  @Test
  void rejects_a_body_changed_by_one_space() {
    assertThat(verify(BODY.replace(", ", ","), "mac=" + MAC)).isFalse();
  }

  @Test
  void rejects_another_applications_signature() {
    assertThat(
            new WebhookSignature("36085", Secret.of("oa-secret"))
                .verify(BODY.getBytes(UTF_8), "mac=" + MAC))
        .isFalse();
  }

  @Test
  void rejects_a_missing_header() {
    assertThat(verify(BODY, null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mac=", "mac=00", "mac=zz", "sha256=00", "mac=mac="})
  void rejects_a_crooked_header(String header) {
    assertThat(verify(BODY, header)).isFalse();
    assertThat(verify(BODY, header + "g".repeat(64))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[]", "not json", "{\"timestamp\":null}", "{\"timestamp\":1.5}"})
  void rejects_a_body_without_a_timestamp(String body) {
    assertThat(verify(body, "mac=" + MAC)).isFalse();
  }

  @Test
  void rejects_a_body_too_long_to_look_at() {
    assertThat(signature.verify(new byte[WebhookSignature.MAX_SIGNED + 1], "mac=" + MAC)).isFalse();
  }

  @Test
  void knows_its_own_when_the_json_is_broken_too_deep_or_too_long_to_read() throws Exception {
    String head = "{\"timestamp\":\"154390853474\",\"a\":";
    for (String body :
        List.of(head, head + "[".repeat(99) + "]".repeat(99) + "}", head + " ".repeat(300_000))) {
      String mac =
          HexFormat.of()
              .formatHex(
                  MessageDigest.getInstance("SHA-256")
                      .digest(("36084" + body + "154390853474" + "oa-secret").getBytes(UTF_8)));

      assertThat(verify(body, "mac=" + mac)).isTrue();
      assertThat(verify(body + " ", "mac=" + mac)).isFalse();
    }
  }

  @Test
  void prints_no_key() {
    assertThat(signature.toString()).doesNotContain("oa-secret");
  }

  private boolean verify(String body, @Nullable String header) {
    return signature.verify(body.getBytes(UTF_8), header);
  }
}
