package vn.vam.zalo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the platform granted at one time.
 *
 * @param refreshToken good for one use
 * @param issuedAt when it was granted
 * @param accessExpiresAt end of the access token, 25 hours after its grant; sooner once a new one
 *     is issued
 * @param refreshingSince when the refresh token was first taken up for use, saved <em>before</em>
 *     the use. A pair found with it after a start had its refresh token used, perhaps, by a run
 *     that did not live to save the answer
 */
public record TokenPair(
    Secret accessToken,
    Secret refreshToken,
    Instant issuedAt,
    Instant accessExpiresAt,
    Optional<Instant> refreshingSince) {
  private static final Duration REFRESH_LIFE = Duration.ofDays(90);

  public static TokenPair granted(
      Secret accessToken, Secret refreshToken, Instant issuedAt, Instant accessExpiresAt) {
    return new TokenPair(accessToken, refreshToken, issuedAt, accessExpiresAt, Optional.empty());
  }

  /** When all there is is a refresh token from elsewhere: its first use gets the rest. */
  public static TokenPair startingWith(Secret refreshToken, Instant now) {
    return granted(Secret.of("none-yet"), refreshToken, now, now);
  }

  /** About when consent must be given again if nobody refreshes: three months after the grant. */
  public Instant refreshExpiresAt() {
    return issuedAt.plus(REFRESH_LIFE);
  }

  TokenPair takenUpAt(Instant now) {
    Instant since = refreshingSince.orElse(now);
    return new TokenPair(accessToken, refreshToken, issuedAt, accessExpiresAt, Optional.of(since));
  }

  /** Never with more than half its life to go, however early is asked for. */
  Instant dueAt(Duration early) {
    Duration half = Duration.between(issuedAt, accessExpiresAt).dividedBy(2);
    return accessExpiresAt.minus(early.compareTo(half) < 0 ? early : half);
  }
}
