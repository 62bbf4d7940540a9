package vn.vam.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HoldingAPayload {
  private static final byte[] NO_UTF_8 = {(byte) 0xc3, (byte) 0x28};

  @Test
  void text_comes_back_with_its_diacritics() {
    assertThat(Payload.ofText("độ mặn Xuân Hòa").text()).contains("độ mặn Xuân Hòa");
  }

  @Test
  void bytes_that_are_no_text_have_none() {
    assertThat(Payload.of(NO_UTF_8).text()).isEmpty();
    assertThat(Payload.ofText("sent \ufffd so").text()).contains("sent \ufffd so");
  }

  @Test
  void bytes_that_are_no_text_are_kept_unchanged() {
    assertThat(Payload.of(NO_UTF_8).bytes()).containsExactly(0xc3, 0x28);
  }

  @Test
  void the_senders_array_may_change_afterwards() {
    byte[] bytes = {1, 2};
    Payload payload = Payload.of(bytes);
    bytes[0] = 9;

    assertThat(payload.bytes()).containsExactly(1, 2);
  }

  @Test
  void the_readers_array_is_the_readers_own() {
    Payload payload = Payload.of(new byte[] {1, 2});
    payload.bytes()[0] = 9;

    assertThat(payload.bytes()).containsExactly(1, 2);
  }

  @Test
  void equal_bytes_make_equal_payloads() {
    assertThat(Payload.ofText("a"))
        .isEqualTo(Payload.of(new byte[] {'a'}))
        .hasSameHashCodeAs(Payload.of(new byte[] {'a'}))
        .isNotEqualTo(Payload.ofText("b"));
  }

  @Test
  void it_prints_its_length_alone() {
    assertThat(Payload.ofText("0903 123 456")).hasToString("12 bytes");
  }
}
