package vn.vam.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.vam.zalo.FakePlatform.Reply;
import vn.vam.zalo.ZaloResult.Answered;
import vn.vam.zalo.ZaloResult.Refused;
import vn.vam.zalo.ZaloResult.Unclear;

class AskingAboutACitizen {
  private final Hub hub = new Hub();

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void asks_with_one_query_parameter_that_holds_json() {
    hub.platform.on(Platform.DETAIL, Reply.json("{\"error\":0,\"data\":{\"user_id\":\"123\"}}"));

    hub.ask("123");

    var request = hub.platform.requests().getFirst();
    assertThat(request.method()).isEqualTo("GET");
    assertThat(URLDecoder.decode(request.target(), StandardCharsets.UTF_8))
        .isEqualTo(Platform.DETAIL + "?data={\"user_id\":\"123\"}");
  }

  @Test
  void returns_name_following_last_interaction_and_tags() {
    hub.platform.on(
        Platform.DETAIL,
        Reply.json(
            """
            {"data":{"user_id":"123","user_id_by_app":"9","user_external_id":"","display_name":"Bảy",
             "user_alias":"","is_sensitive":false,"user_last_interaction_date":"05/03/2026","user_is_follower":true,
             "avatar":"","avatars":{"120":"","240":""},"dynamic_param":"",
             "tags_and_notes_info":{"notes":[],"tag_names":["Khu phố 3"]},"shared_info":{"address":"","phone":""}},
             "error":0,"message":"Success"}"""));

    assertThat(hub.ask("123"))
        .isEqualTo(
            new Answered(
                new UserDetail(
                    "123",
                    "Bảy",
                    Optional.of(true),
                    Optional.of(LocalDate.of(2026, 3, 5)),
                    List.of("Khu phố 3"))));
  }

  @Test
  void leaves_out_what_it_cannot_read() {
    hub.platform.on(
        Platform.DETAIL,
        Reply.json(
            "{\"error\":0,\"data\":{\"user_id\":\"123\",\"user_last_interaction_date\":\"31/31/26\"}}"));

    assertThat(hub.ask("123"))
        .isEqualTo(
            new Answered(new UserDetail("123", "", Optional.empty(), Optional.empty(), List.of())));
  }

  @Test
  void passes_the_platforms_refusal_on() {
    hub.platform.on(Platform.DETAIL, Platform.error(-201, "user_id is invalid"));

    assertThat(hub.ask("123"))
        .isEqualTo(new Refused(-201, "user_id is invalid", ErrorClass.PERMANENT));
  }

  @Test
  void calls_an_answer_about_nobody_unclear() {
    hub.platform.on(Platform.DETAIL, Reply.json("{\"error\":0,\"data\":{}}"));

    assertThat(hub.ask("123")).isInstanceOf(Unclear.class);
  }

  @Test
  void refuses_a_crooked_user_id_without_asking() {
    assertThat(hub.ask(" ")).isInstanceOf(Refused.class);
    assertThat(hub.platform.requests()).isEmpty();
  }
}
