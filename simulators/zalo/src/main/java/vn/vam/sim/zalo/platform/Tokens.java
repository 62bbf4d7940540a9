package vn.vam.sim.zalo.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.vam.sim.zalo.Secret;
import vn.vam.sim.zalo.ZaloSimulatorConfig;

/** The one pair in force. A new pair kills the old; a refresh token works once. */
public final class Tokens {
  private static final Duration REFRESH_LIFETIME = Duration.ofDays(90);
  private static final int REMEMBERED = 1000;
  private final SecureRandom random = new SecureRandom();
  private final Clock clock;
  private final Duration accessLifetime;
  private final Set<String> deadAccess = lastFew();
  private final Set<String> usedRefresh = lastFew();
  private @Nullable Token access;
  private @Nullable Token refresh;

  /** What an access token is worth now. */
  enum Worth {
    IN_FORCE,
    EXPIRED_OR_REMOVED,
    UNKNOWN
  }

  /** What came of a refresh. */
  sealed interface Refreshed {
    record Issued(Pair pair) implements Refreshed {}

    record AlreadyUsed() implements Refreshed {}

    record Unknown() implements Refreshed {}
  }

  /**
   * @param until when it dies by age
   */
  public record Token(Secret value, Instant until) {}

  record Pair(Secret access, Secret refresh, Duration lifetime) {}

  public Tokens(ZaloSimulatorConfig config) {
    this.clock = config.clock();
    this.accessLifetime = config.accessTokenLifetime();
    this.access = config.initialAccessToken().map(t -> lasting(t, accessLifetime)).orElse(null);
    this.refresh = config.initialRefreshToken().map(t -> lasting(t, REFRESH_LIFETIME)).orElse(null);
  }

  public Optional<Token> access() {
    return Optional.ofNullable(access).filter(this::isAlive);
  }

  public Optional<Token> refresh() {
    return Optional.ofNullable(refresh).filter(this::isAlive);
  }

  Worth worth(String token) {
    if (access().filter(a -> a.value().value().equals(token)).isPresent()) return Worth.IN_FORCE;
    boolean once = deadAccess.contains(token) || access != null && isSame(access, token);
    return once ? Worth.EXPIRED_OR_REMOVED : Worth.UNKNOWN;
  }

  Refreshed refresh(String token) {
    if (usedRefresh.contains(token)) return new Refreshed.AlreadyUsed();
    boolean good = refresh().filter(r -> isSame(r, token)).isPresent();
    return good ? new Refreshed.Issued(issue()) : new Refreshed.Unknown();
  }

  Pair issue() {
    kill();
    if (refresh != null) usedRefresh.add(refresh.value().value());
    Token newAccess = lasting(fresh(), accessLifetime);
    Token newRefresh = lasting(fresh(), REFRESH_LIFETIME);
    access = newAccess;
    refresh = newRefresh;
    return new Pair(newAccess.value(), newRefresh.value(), accessLifetime);
  }

  /** Ends the access token in force before its time. */
  void kill() {
    if (access != null) deadAccess.add(access.value().value());
    access = null;
  }

  private Secret fresh() {
    byte[] bytes = new byte[96];
    random.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private Token lasting(Secret value, Duration lifetime) {
    return new Token(value, clock.instant().plus(lifetime));
  }

  private boolean isAlive(Token token) {
    return clock.instant().isBefore(token.until());
  }

  private static boolean isSame(Token token, String value) {
    return token.value().value().equals(value);
  }

  private static Set<String> lastFew() {
    return Collections.newSetFromMap(
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
          }
        });
  }
}
