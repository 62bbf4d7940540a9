package vn.vam.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.zalo.ZaloResult.Refused;

/** By phone number: the same numbers mean other things there. */
class EveryErrorCodeOfTemplates {
  private static final String PATH = "/message/template";
  private final Hub hub = new Hub();

  @AfterEach
  void stop() {
    hub.close();
  }

  private ZaloResult send() {
    return hub.template()
        .requestBody(
            "zalo:zns",
            new ZnsMessage("84987654321", "t1", Map.of("a", "b"), Optional.empty(), false),
            ZaloResult.class);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "-32, BACK_OFF", "-100, RETRY_ONCE", "-101, HUMAN", "-102, HUMAN", "-103, HUMAN",
    "-104, HUMAN", "-105, HUMAN", "-108, RECIPIENT", "-109, HUMAN", "-110, RECIPIENT",
    "-111, PERMANENT", "-113, PERMANENT", "-114, RECIPIENT", "-115, HUMAN", "-117, HUMAN",
    "-118, RECIPIENT", "-119, RECIPIENT", "-120, HUMAN", "-121, PERMANENT", "-122, PERMANENT",
    "-125, HUMAN", "-126, HUMAN", "-127, HUMAN", "-131, HUMAN", "-132, PERMANENT",
    "-133, AFTER_NIGHT", "-135, HUMAN", "-136, HUMAN", "-137, HUMAN", "-138, HUMAN",
    "-139, RECIPIENT", "-140, RECIPIENT", "-141, RECIPIENT", "-144, LATER", "-145, PERMANENT",
    "-146, HUMAN", "-147, LATER", "-1121, PERMANENT", "-1122, PERMANENT", "-1124, PERMANENT",
    "-9999, UNKNOWN"
  })
  void tells_what_to_do_and_sends_nothing_again(int code, ErrorClass errorClass) {
    hub.platform.on(PATH, Platform.error(code, "as the platform says"));

    assertThat(send()).isEqualTo(new Refused(code, "as the platform says", errorClass));
    assertThat(hub.platform.requests()).hasSize(1);
  }

  @Test
  void an_invalid_token_is_replaced_once() {
    hub.platform
        .on(PATH, Platform.error(-124, "token"), Platform.error(-124, "token"))
        .on(Platform.TOKEN, Platform.tokens("access-2", "refresh-2"));

    assertThat(send()).isEqualTo(new Refused(-124, "token", ErrorClass.REFRESH_ONCE));
    assertThat(hub.platform.requests(PATH)).hasSize(2);
  }

  @Test
  void has_a_row_here_or_above() {
    assertThat(
            IntStream.rangeClosed(-20_000, 0)
                .filter(code -> ErrorCodes.BUSINESS.classOf(code) != ErrorClass.UNKNOWN))
        .hasSize(41);
  }
}
