package vn.vam.zalo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.zalo.TokenState.Fading;
import vn.vam.zalo.TokenState.NeedsConsent;
import vn.vam.zalo.TokenState.Unavailable;
import vn.vam.zalo.TokenState.Usable;
import vn.vam.zalo.ZaloObserver.Observation;

/**
 * The one owner of the tokens: hands out the access token, replaces it in time, and does so one
 * caller at a time, because a refresh token works once and a new access token kills the old one.
 *
 * <p>Before a refresh token is used, the pair is saved as taken up. A run that dies between use and
 * save leaves that mark behind; the next run tries the token once more and, should the platform
 * know it no longer, can say what happened: consent is needed again. Callable from any thread; may
 * block for one request to the platform.
 */
public final class Tokens {
  private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final TokenStore store;
  private final OAuth oauth;
  private final ZaloConfiguration configuration;
  private final ZaloObserver observer;
  private final Clock clock;

  private @Nullable TokenPair held;
  private @Nullable Secret rejected;
  private @Nullable Trouble trouble;
  private boolean unsaved;
  private Instant refreshedAt = Instant.EPOCH;

  Tokens(
      TokenStore store,
      OAuth oauth,
      ZaloConfiguration configuration,
      ZaloObserver observer,
      Clock clock) {
    this.store = store;
    this.oauth = oauth;
    this.configuration = configuration;
    this.observer = observer;
    this.clock = clock;
  }

  /** For use without a Camel context, as by a command that asks for the first consent. */
  public static Tokens of(
      ZaloConfiguration configuration, TokenStore store, ZaloObserver observer) {
    return of(configuration, store, observer, new PlatformHttp(configuration));
  }

  static Tokens of(
      ZaloConfiguration configuration, TokenStore store, ZaloObserver observer, PlatformHttp http) {
    Clock clock = Clock.systemUTC();
    return new Tokens(store, new OAuth(configuration, http, clock), configuration, observer, clock);
  }

  /** Why the last refresh failed, and with which token, so that a new token starts afresh. */
  private record Trouble(Secret refreshToken, String reason, boolean gone, Instant at) {}

  /**
   * The state now, after a refresh when one was due. Call it now and then to refresh even while
   * nothing is sent.
   */
  public TokenState current() {
    lock.lock();
    try {
      return state();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The state after the platform rejected {@code accessToken}: from the store if it has a newer
   * one, else refreshed.
   */
  TokenState replacing(Secret accessToken) {
    lock.lock();
    try {
      rejected = accessToken;
      return state();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Trades the code of a consent callback for tokens and saves them.
   *
   * @param code single use, good for ten minutes
   * @param verifier of the {@link ConsentLink} that was answered
   */
  public Grant exchange(Secret code, Secret verifier) {
    lock.lock();
    try {
      return accepted(observed(() -> oauth.exchange(code, verifier)));
    } finally {
      lock.unlock();
    }
  }

  private Grant accepted(Grant grant) {
    if (grant instanceof Grant.Granted(TokenPair pair)) {
      keep(pair);
    }
    return grant;
  }

  private TokenState state() {
    if (unsaved && held != null) {
      trySave(held);
    }
    if (held != null && !isDue(held)) {
      return standing(held);
    }
    try {
      held = unsaved ? held : store.load().orElse(null);
    } catch (RuntimeException broken) {
      return unreadableStore(broken);
    }
    if (held == null) {
      return new NeedsConsent("nobody has given consent yet");
    }
    return isDue(held) ? refreshed(held) : standing(held);
  }

  private TokenState refreshed(TokenPair pair) {
    if (isWaiting(pair) || isPausing(refreshedAt)) {
      return standing(pair);
    }
    TokenPair takenUp = pair.takenUpAt(clock.instant());
    if (!trySave(takenUp)) {
      troubled(pair, "the token store cannot be written, so nothing was refreshed", false);
      return standing(pair);
    }
    return afterAsking(takenUp, pair.refreshingSince().isPresent());
  }

  private TokenState afterAsking(TokenPair pair, boolean perhapsUsed) {
    held = pair;
    switch (observed(() -> oauth.refresh(pair.refreshToken()))) {
      case Grant.Granted(TokenPair fresh) -> keep(fresh);
      case Grant.Gone(String reason) -> troubled(pair, lost(pair, perhapsUsed, reason), true);
      case Grant.Failed(String reason) -> troubled(pair, "tokens not refreshed: " + reason, false);
    }
    return standing(held);
  }

  private static String lost(TokenPair pair, boolean perhapsUsed, String reason) {
    String story =
        perhapsUsed
            ? "the refresh token was taken up at %s and its answer never saved"
                .formatted(pair.refreshingSince().map(Instant::toString).orElse("?"))
            : "the refresh token is no longer known";
    return "consent must be given again: %s (%s)".formatted(story, reason);
  }

  private TokenState standing(TokenPair pair) {
    Trouble known = troubleOf(pair);
    if (isServing(pair)) {
      return unsaved
          ? new Fading(pair, "the new tokens are not saved yet")
          : known == null ? new Usable(pair) : new Fading(pair, known.reason());
    }
    if (known == null) {
      return new Unavailable("a token issued moments ago is not valid", afterPause(refreshedAt));
    }
    return known.gone()
        ? new NeedsConsent(known.reason())
        : new Unavailable(known.reason(), afterPause(known.at()));
  }

  private boolean isServing(TokenPair pair) {
    return !pair.accessToken().equals(rejected) && clock.instant().isBefore(pair.accessExpiresAt());
  }

  private boolean isDue(TokenPair pair) {
    return !isServing(pair) || !clock.instant().isBefore(pair.dueAt(configuration.refreshEarly()));
  }

  private boolean isWaiting(TokenPair pair) {
    Trouble known = troubleOf(pair);
    return known != null && (known.gone() || isPausing(known.at()));
  }

  /** A pause that began in the future is none: the clock was set back since. */
  private boolean isPausing(Instant since) {
    Instant now = clock.instant();
    return !now.isBefore(since) && now.isBefore(afterPause(since));
  }

  private @Nullable Trouble troubleOf(TokenPair pair) {
    return trouble != null && trouble.refreshToken().equals(pair.refreshToken()) ? trouble : null;
  }

  private void troubled(TokenPair pair, String reason, boolean gone) {
    LOG.warn("zalo tokens not refreshed reason=\"{}\"", reason);
    trouble = new Trouble(pair.refreshToken(), reason, gone, clock.instant());
  }

  private Instant afterPause(Instant start) {
    return start.plus(configuration.refreshPause());
  }

  private void keep(TokenPair fresh) {
    held = fresh;
    trouble = null;
    refreshedAt = fresh.issuedAt();
    unsaved = true;
    trySave(fresh);
  }

  // The new pair is the only one that works: with a store that fails it is held, and saved at the
  // next occasion.
  private boolean trySave(TokenPair pair) {
    try {
      store.save(pair);
      unsaved = false;
      return true;
    } catch (RuntimeException broken) {
      LOG.error("zalo tokens not saved", broken);
      return false;
    }
  }

  private TokenState unreadableStore(RuntimeException broken) {
    LOG.error("zalo tokens not readable", broken);
    return new Unavailable("the token store cannot be read", clock.instant());
  }

  private Grant observed(Supplier<Grant> asking) {
    long start = System.nanoTime();
    Grant grant = asking.get();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    try {
      observer.observed(new Observation("token", grant.outcome(), took, OptionalLong.empty()));
    } catch (RuntimeException broken) {
      LOG.warn("zalo observer failed operation=token", broken);
    }
    return grant;
  }
}
