package vn.vam.sim.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExchangingTokens {
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private World world;

  @BeforeEach
  void open() throws Exception {
    world = new World();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_refresh_gives_a_new_pair_and_its_lifetime_as_text() throws Exception {
    JsonNode pair = World.json(refresh("first-refresh"));

    assertThat(pair.path("access_token").asText()).isNotEmpty().isNotEqualTo("first-access");
    assertThat(pair.path("refresh_token").asText()).isNotEmpty().isNotEqualTo("first-refresh");
    assertThat(pair.path("expires_in").isTextual()).isTrue();
    assertThat(pair.path("expires_in").asText()).isEqualTo("90000");
  }

  @Test
  void the_old_access_token_dies_when_a_new_one_is_issued() throws Exception {
    String fresh = World.json(refresh("first-refresh")).path("access_token").asText();

    assertThat(World.error(detailWith("first-access"))).isEqualTo(-220);
    assertThat(World.error(detailWith(fresh))).isEqualTo(-201);
  }

  @Test
  void a_reused_refresh_token_is_answered_with_nothing_at_all() throws Exception {
    refresh("first-refresh");

    HttpResponse<String> again = refresh("first-refresh");

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void a_reused_refresh_token_leaves_the_newer_pair_in_force() throws Exception {
    String fresh = World.json(refresh("first-refresh")).path("access_token").asText();

    refresh("first-refresh");

    assertThat(World.error(detailWith(fresh))).isEqualTo(-201);
  }

  @Test
  void an_unknown_refresh_token_is_refused_by_name() throws Exception {
    JsonNode refusal = World.json(refresh("never-seen"));

    assertThat(refusal.path("error").asInt()).isEqualTo(-14014);
    assertThat(refusal.path("error_name").asText()).isEqualTo("Invalid refresh token.");
  }

  @Test
  void a_refresh_token_of_three_months_is_refused() throws Exception {
    world.clock.turn(Duration.ofDays(91));

    assertThat(World.error(refresh("first-refresh"))).isEqualTo(-14014);
  }

  @Test
  void a_wrong_app_secret_gets_no_tokens() throws Exception {
    HttpResponse<String> refusal =
        world.post(
            "/v4/oa/access_token",
            "grant_type=refresh_token&refresh_token=first-refresh&app_id=" + World.APP,
            "secret_key",
            "wrong",
            "Content-Type",
            "application/x-www-form-urlencoded");

    assertThat(World.error(refusal)).isNegative();
  }

  @Test
  void an_access_token_expires_by_age() throws Exception {
    world.clock.turn(Duration.ofHours(26));

    assertThat(World.error(detailWith("first-access"))).isEqualTo(-220);
  }

  @Test
  void an_access_token_nobody_issued_is_invalid() throws Exception {
    assertThat(World.error(detailWith("invented"))).isEqualTo(-216);
  }

  @Test
  void the_consent_page_asks_before_it_sends_anybody_back() throws Exception {
    HttpResponse<String> page = world.get(consentLink(""));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Cho phép").contains("consent=allow");
  }

  @Test
  void a_code_is_exchanged_once_by_whoever_holds_the_verifier() throws Exception {
    String code = consent();

    assertThat(World.json(exchange(code, VERIFIER)).path("access_token").asText()).isNotEmpty();
    assertThat(World.error(exchange(code, VERIFIER))).isNegative();
  }

  @Test
  void a_wrong_verifier_gets_no_tokens() throws Exception {
    assertThat(World.error(exchange(consent(), "another-" + VERIFIER))).isEqualTo(-14011);

    world.turn("\"verifier-code\":14104");
    assertThat(World.error(exchange(consent(), "another-" + VERIFIER))).isEqualTo(-14104);
  }

  @Test
  void a_code_dies_after_ten_minutes() throws Exception {
    String code = consent();
    world.clock.turn(Duration.ofMinutes(11));

    assertThat(World.error(exchange(code, VERIFIER))).isNegative();
  }

  @Test
  void nobody_is_sent_away_from_this_machine() throws Exception {
    String link = consentLink("&consent=allow").replace("127.0.0.1", "example.org");

    assertThat(world.get(link).statusCode()).isEqualTo(400);
  }

  private String consent() throws Exception {
    String location =
        world.get(consentLink("&consent=allow")).headers().firstValue("Location").orElseThrow();
    assertThat(location)
        .startsWith("http://127.0.0.1:9/zalo/callback?code=")
        .contains("&oa_id=" + World.OA)
        .endsWith("&state=s-1");
    return location.replaceAll(".*code=([^&]+).*", "$1");
  }

  private static String consentLink(String more) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
    return "/v4/oa/permission?app_id="
        + World.APP
        + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Fzalo%2Fcallback&state=s-1&code_challenge="
        + Base64.getUrlEncoder().withoutPadding().encodeToString(hash)
        + more;
  }

  private HttpResponse<String> exchange(String code, String verifier) throws Exception {
    return world.token("grant_type=authorization_code&code=" + code + "&code_verifier=" + verifier);
  }

  private HttpResponse<String> refresh(String token) throws Exception {
    return world.token("grant_type=refresh_token&refresh_token=" + token);
  }

  private HttpResponse<String> detailWith(String token) throws Exception {
    return world.get(
        "/v3.0/oa/user/detail?data=%7B%22user_id%22%3A%22x%22%7D", "access_token", token);
  }
}
