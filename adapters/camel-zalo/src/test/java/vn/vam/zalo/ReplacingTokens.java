package vn.vam.zalo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.vam.zalo.Platform.TOKEN;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.vam.zalo.FakePlatform.Reply;
import vn.vam.zalo.TokenState.Fading;
import vn.vam.zalo.TokenState.NeedsConsent;
import vn.vam.zalo.TokenState.Unavailable;
import vn.vam.zalo.TokenState.Usable;
import vn.vam.zalo.TokenState.WithPair;

class ReplacingTokens {
  private final FakePlatform platform = new FakePlatform();
  private final ZaloConfiguration configuration = Platform.configuration(platform);
  private final PlatformHttp http = new PlatformHttp(configuration);
  private final MovableClock clock = new MovableClock();
  private final MemoryStore store =
      MemoryStore.with(Platform.pair("access-1", "refresh-1", clock.instant()));
  private Tokens tokens = started();

  @AfterEach
  void stop() {
    platform.close();
    http.close();
  }

  private Tokens started() {
    return new Tokens(
        store, new OAuth(configuration, http, clock), configuration, ZaloObserver.NONE, clock);
  }

  @Nested
  class InTime {
    @Test
    void nothing_is_asked_while_the_token_is_young() {
      clock.pass(Duration.ofHours(23));

      assertThat(accessToken(tokens.current())).isEqualTo("access-1");
      assertThat(platform.requests()).isEmpty();
    }

    @Test
    void an_hour_before_the_end_a_new_pair_is_fetched_and_saved() {
      platform.on(TOKEN, Platform.tokens("access-2", "refresh-2"));
      clock.pass(Duration.ofHours(24));

      assertThat(tokens.current()).isInstanceOf(Usable.class);

      TokenPair saved = store.saved.getLast();
      assertThat(saved.accessToken()).isEqualTo(Secret.of("access-2"));
      assertThat(saved.refreshToken()).isEqualTo(Secret.of("refresh-2"));
      assertThat(saved.accessExpiresAt()).isEqualTo(clock.instant().plus(Duration.ofHours(25)));
      assertThat(saved.refreshingSince()).isEmpty();
    }

    @Test
    void the_platform_is_asked_by_form_with_the_secret_in_a_header() {
      platform.on(TOKEN, Platform.tokens("access-2", "refresh-2"));
      clock.pass(Duration.ofHours(24));

      tokens.current();

      var request = platform.requests().getFirst();
      assertThat(request.headers())
          .containsEntry("secret_key", "app-secret-value")
          .containsEntry("content-type", "application/x-www-form-urlencoded");
      assertThat(request.body().split("&"))
          .containsExactlyInAnyOrder(
              "app_id=36084652489903967", "grant_type=refresh_token", "refresh_token=refresh-1");
    }

    @Test
    void the_intention_is_on_disk_before_the_refresh_token_is_used() {
      platform.on(TOKEN, Reply.cut());
      clock.pass(Duration.ofHours(24));

      tokens.current();

      assertThat(store.saved.getLast().refreshingSince()).contains(clock.instant());
    }

    @Test
    void a_refresh_token_alone_is_enough_to_start_with() {
      platform.on(TOKEN, Platform.tokens("access-2", "refresh-2"));
      store.save(TokenPair.startingWith(Secret.of("refresh-1"), clock.instant()));

      assertThat(accessToken(tokens.current())).isEqualTo("access-2");
    }

    @Test
    void many_senders_at_once_cause_one_refresh() throws Exception {
      platform.on(TOKEN, Platform.tokens("access-2", "refresh-2"));
      clock.pass(Duration.ofHours(24));

      try (var senders = Executors.newFixedThreadPool(8)) {
        var asked = IntStream.range(0, 32).mapToObj(i -> senders.submit(tokens::current)).toList();
        for (Future<TokenState> state : asked) {
          assertThat(accessToken(state.get())).isEqualTo("access-2");
        }
      }

      assertThat(platform.requests()).hasSize(1);
    }

    @Test
    void a_short_lived_token_is_used_for_half_its_life_at_least() {
      TokenPair brief =
          TokenPair.granted(
              Secret.of("a"), Secret.of("r"), clock.instant(), clock.instant().plusSeconds(60));

      assertThat(brief.dueAt(Duration.ofHours(1))).isEqualTo(clock.instant().plusSeconds(30));
    }
  }

  @Nested
  class AfterARejection {
    @Test
    void a_newer_pair_in_the_store_is_taken_instead_of_a_refresh() {
      tokens.current();
      store.save(Platform.pair("access-by-another", "refresh-by-another", clock.instant()));

      assertThat(accessToken(tokens.replacing(Secret.of("access-1"))))
          .isEqualTo("access-by-another");
      assertThat(platform.requests()).isEmpty();
    }

    @Test
    void otherwise_the_pair_is_refreshed() {
      platform.on(TOKEN, Platform.tokens("access-2", "refresh-2"));

      assertThat(accessToken(tokens.replacing(Secret.of("access-1")))).isEqualTo("access-2");
    }

    @Test
    void a_late_complaint_about_the_old_token_does_not_cost_the_new_one() {
      platform.on(TOKEN, Platform.tokens("access-2", "refresh-2"));
      tokens.replacing(Secret.of("access-1"));

      assertThat(accessToken(tokens.replacing(Secret.of("access-1")))).isEqualTo("access-2");
      assertThat(platform.requests()).hasSize(1);
    }

    @Test
    void a_platform_that_rejects_what_it_just_issued_is_not_asked_again_at_once() {
      platform.on(TOKEN, Platform.tokens("access-2", "refresh-2"));
      tokens.replacing(Secret.of("access-1"));

      assertThat(tokens.replacing(Secret.of("access-2"))).isInstanceOf(Unavailable.class);
      assertThat(platform.requests()).hasSize(1);
    }

    @Test
    void but_it_is_after_a_pause() {
      platform.on(
          TOKEN,
          Platform.tokens("access-2", "refresh-2"),
          Platform.tokens("access-3", "refresh-3"));
      tokens.replacing(Secret.of("access-1"));
      tokens.replacing(Secret.of("access-2"));
      clock.pass(Duration.ofSeconds(10));

      assertThat(accessToken(tokens.current())).isEqualTo("access-3");
    }
  }

  @Nested
  class WhenThePlatformStumbles {
    @Test
    void the_old_access_token_serves_on_and_the_trouble_is_told() {
      platform.on(TOKEN, Reply.http(502, "text/html", "<html>", ""));
      clock.pass(Duration.ofHours(24));

      assertThat(tokens.current())
          .isInstanceOfSatisfying(
              Fading.class, fading -> assertThat(fading.trouble()).contains("HTTP 502"));
    }

    @Test
    void it_is_left_alone_for_a_pause_and_then_asked_with_the_same_token() {
      platform.on(TOKEN, Reply.cut(), Platform.tokens("access-2", "refresh-2"));
      clock.pass(Duration.ofHours(24));
      tokens.current();
      tokens.current();
      int meanwhile = platform.requests(TOKEN).size();
      clock.pass(Duration.ofSeconds(10));

      assertThat(tokens.current()).isInstanceOf(Usable.class);
      assertThat(meanwhile).isEqualTo(1);
      assertThat(platform.requests(TOKEN)).hasSize(2);
    }

    @Test
    void an_expired_access_token_is_not_handed_out() {
      platform.on(TOKEN, Reply.cut());
      clock.pass(Duration.ofHours(26));

      assertThat(tokens.current())
          .isInstanceOfSatisfying(
              Unavailable.class,
              unavailable ->
                  assertThat(unavailable.nextTry()).isEqualTo(clock.instant().plusSeconds(10)));
    }

    @Test
    void an_error_about_the_application_is_no_reason_for_a_new_consent() {
      platform.on(TOKEN, Reply.json("{\"error\":-14002,\"error_name\":\"App not active\"}"));
      clock.pass(Duration.ofHours(26));

      assertThat(tokens.current())
          .isInstanceOfSatisfying(
              Unavailable.class,
              unavailable -> assertThat(unavailable.reason()).contains("-14002"));
    }

    @Test
    void tokens_that_could_not_be_headers_are_not_tokens() {
      platform.on(TOKEN, Platform.tokens("access\\r\\nevil: 1", "refresh-2"));
      clock.pass(Duration.ofHours(26));

      assertThat(tokens.current()).isInstanceOf(Unavailable.class);
    }
  }

  @Nested
  class WhenConsentIsLost {
    @Test
    void an_unknown_refresh_token_needs_a_person() {
      platform.on(TOKEN, Platform.unknownRefreshToken());
      clock.pass(Duration.ofHours(26));

      assertThat(needsConsent(tokens.current())).contains("no longer known", "-14014");
    }

    @Test
    void so_does_an_empty_answer() {
      platform.on(TOKEN, Reply.json(""));
      clock.pass(Duration.ofHours(26));

      assertThat(needsConsent(tokens.current())).contains("empty body");
    }

    @Test
    void the_platform_is_not_asked_again_until_there_is_a_new_pair() {
      platform.on(TOKEN, Platform.unknownRefreshToken());
      clock.pass(Duration.ofHours(26));
      tokens.current();
      clock.pass(Duration.ofDays(1));
      tokens.current();
      int asked = platform.requests().size();
      store.save(Platform.pair("access-new", "refresh-new", clock.instant()));

      assertThat(accessToken(tokens.current())).isEqualTo("access-new");
      assertThat(asked).isEqualTo(1);
    }

    @Test
    void nobody_having_consented_yet_is_said_so() {
      store.saved.clear();

      assertThat(needsConsent(tokens.current())).contains("nobody has given consent yet");
    }
  }

  @Nested
  class WhenTheProcessDiesBetweenUseAndSave {
    private void dyingOnce() {
      platform.on(TOKEN, Platform.tokens("access-2", "refresh-2"));
      clock.pass(Duration.ofHours(24));
      store.crashOnNextGrant = true;
      assertThatThrownBy(() -> tokens.current()).isInstanceOf(MemoryStore.Crash.class);
      clock.pass(Duration.ofHours(2));
      tokens = started();
    }

    @Test
    void the_token_is_tried_once_more_and_an_empty_answer_tells_what_happened() {
      dyingOnce();
      platform.on(TOKEN, Reply.json(""));

      assertThat(needsConsent(tokens.current()))
          .contains("taken up at 2026-03-13T05:00:00Z", "never saved", "consent must be given");
      assertThat(platform.requests()).hasSize(2);
    }

    @Test
    void a_use_that_never_reached_the_platform_simply_succeeds_now() {
      dyingOnce();
      platform.on(TOKEN, Platform.tokens("access-3", "refresh-3"));

      assertThat(accessToken(tokens.current())).isEqualTo("access-3");
    }
  }

  @Nested
  class WhenTheStoreFails {
    @Test
    void no_refresh_token_is_used_that_could_not_be_marked() {
      clock.pass(Duration.ofHours(24));
      store.full = true;

      assertThat(tokens.current())
          .isInstanceOfSatisfying(
              Fading.class, fading -> assertThat(fading.trouble()).contains("cannot be written"));
      assertThat(platform.requests()).isEmpty();
    }

    @Test
    void a_pair_that_could_not_be_saved_is_used_and_saved_at_the_next_occasion() {
      tokens = started();
      platform.on(TOKEN, Platform.tokens("access-2", "refresh-2"));
      FailingOnce once = new FailingOnce(store);
      Tokens careful =
          new Tokens(
              once, new OAuth(configuration, http, clock), configuration, ZaloObserver.NONE, clock);
      clock.pass(Duration.ofHours(24));
      TokenState first = careful.current();

      assertThat(careful.current()).isInstanceOf(Usable.class);
      assertThat(first)
          .isInstanceOfSatisfying(
              Fading.class, fading -> assertThat(fading.trouble()).contains("not saved yet"));
      assertThat(store.saved.getLast().accessToken()).isEqualTo(Secret.of("access-2"));
    }
  }

  /** Refuses the first granted pair, as a disk that is full for a moment. */
  private static final class FailingOnce implements TokenStore {
    private final MemoryStore behind;
    private boolean failed;

    FailingOnce(MemoryStore behind) {
      this.behind = behind;
    }

    @Override
    public Optional<TokenPair> load() {
      return behind.load();
    }

    @Override
    public void save(TokenPair pair) {
      if (!failed && pair.refreshingSince().isEmpty()) {
        failed = true;
        throw new IllegalStateException("disk full");
      }
      behind.save(pair);
    }
  }

  private static String accessToken(TokenState state) {
    assertThat(state).isInstanceOf(WithPair.class);
    return ((WithPair) state).pair().accessToken().reveal();
  }

  private static String needsConsent(TokenState state) {
    assertThat(state).isInstanceOf(NeedsConsent.class);
    return ((NeedsConsent) state).reason();
  }
}
