package vn.vam.zalo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.zalo.Platform.TOKEN;

import java.net.URI;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.vam.zalo.FakePlatform.Reply;

class GivingConsent {
  private static final URI CALLBACK = URI.create("https://hub.example/zalo/callback?a=b");

  private final FakePlatform platform = new FakePlatform();
  private final MemoryStore store = new MemoryStore();
  private final ZaloConfiguration configuration = Platform.configuration(platform);
  private final Tokens tokens = Tokens.of(configuration, store, ZaloObserver.NONE);

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void challenges_with_the_sha_256_of_the_verifier() {
    // The example of RFC 7636, appendix B.
    Secret verifier = Secret.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

    assertThat(ConsentLink.challenge(verifier))
        .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
  }

  @Test
  void opens_a_link_with_exactly_the_four_parameters_the_platform_knows() {
    ConsentLink link = ConsentLink.of(configuration, CALLBACK, "st", Secret.of("v".repeat(43)));

    assertThat(link.uri().toString())
        .isEqualTo(
            platform.base()
                + "/v4/oa/permission?app_id=36084652489903967"
                + "&redirect_uri=https%3A%2F%2Fhub.example%2Fzalo%2Fcallback%3Fa%3Db"
                + "&code_challenge="
                + link.challenge()
                + "&state=st");
  }

  @Test
  void makes_every_link_a_fresh_one_and_knows_its_own_answer() {
    ConsentLink link = ConsentLink.create(configuration, CALLBACK, new SecureRandom());
    ConsentLink other = ConsentLink.create(configuration, CALLBACK, new SecureRandom());

    assertThat(link.verifier().reveal()).hasSize(43).isNotEqualTo(other.verifier().reveal());
    assertThat(link.isAnsweredBy(link.state())).isTrue();
    assertThat(link.isAnsweredBy(other.state())).isFalse();
    assertThat(link.toString()).doesNotContain(link.verifier().reveal());
  }

  @Test
  void trades_code_and_verifier_for_tokens_and_saves_them() {
    platform.on(TOKEN, Platform.tokens("access-1", "refresh-1"));

    Grant grant = tokens.exchange(Secret.of("the-code"), Secret.of("the-verifier"));

    assertThat(grant).isInstanceOf(Grant.Granted.class);
    assertThat(store.saved.getLast().accessToken()).isEqualTo(Secret.of("access-1"));
    assertThat(tokens.current()).isInstanceOf(TokenState.Usable.class);
    assertThat(platform.requests().getFirst().body().split("&"))
        .containsExactlyInAnyOrder(
            "app_id=36084652489903967",
            "code=the-code",
            "code_verifier=the-verifier",
            "grant_type=authorization_code");
  }

  @Test
  void keeps_nothing_when_the_platform_declines() {
    platform.on(TOKEN, Reply.json("{\"error\":-14003,\"error_name\":\"Invalid redirect uri\"}"));

    assertThat(tokens.exchange(Secret.of("c"), Secret.of("v")))
        .isEqualTo(new Grant.Failed("the platform answered -14003 Invalid redirect uri"));
    assertThat(store.saved).isEmpty();
  }

  @Test
  void ends_the_need_for_consent() {
    platform.on(TOKEN, Platform.tokens("access-1", "refresh-1"));
    TokenState before = tokens.current();

    tokens.exchange(Secret.of("c"), Secret.of("v"));

    assertThat(before).isInstanceOf(TokenState.NeedsConsent.class);
    assertThat(tokens.current()).isInstanceOf(TokenState.Usable.class);
  }
}
