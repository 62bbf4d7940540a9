package vn.vam.zalo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.vam.zalo.FakePlatform.Reply;

/** Bodies as the platform was recorded to send them, with invented ids. */
final class Platform {
  static final String TEXT = "/v3.0/oa/message/cs";
  static final String DETAIL = "/v3.0/oa/user/detail";
  static final String CONVERSATION = "/v2.0/oa/conversation";
  static final String TOKEN = "/v4/oa/access_token";

  static final Reply SENT =
      Reply.http(
          200,
          "application/json",
          """
          {"data":{"message_id":"a1b2c3","user_id":"2512523625412515","sent_time":"1626926349402",\
          "quota":{"quota_type":"reply","remain":"8","total":"8","expired_date":"1","owner_type":"OA","owner_id":"9"}},\
          "error":0,"message":"Success"}""",
          "X-RateLimit-Limit: 4000\r\nX-RateLimit-Remain: 3999\r\n");

  private Platform() {}

  static Reply error(int code, String message) {
    return Reply.json("{\"error\":%d,\"message\":\"%s\"}".formatted(code, message));
  }

  static Reply tokens(String access, String refresh) {
    return Reply.json(
        "{\"access_token\":\"%s\",\"refresh_token\":\"%s\",\"expires_in\":\"90000\"}"
            .formatted(access, refresh));
  }

  static Reply unknownRefreshToken() {
    return Reply.json(
        """
        {"error":"-14014","error_name":"Invalid refresh token.","error_reason":"r","error_description":"d","ref_doc":"u","message":""}""");
  }

  static ZaloConfiguration configuration(FakePlatform platform) {
    return ZaloConfiguration.of("36084652489903967", Secret.of("app-secret-value"))
        .at(platform.base(), platform.base(), platform.base())
        .withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  static TokenPair pair(String access, String refresh) {
    return pair(access, refresh, Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  static TokenPair pair(String access, String refresh, Instant issuedAt) {
    return TokenPair.granted(
        Secret.of(access), Secret.of(refresh), issuedAt, issuedAt.plus(Duration.ofHours(25)));
  }
}
