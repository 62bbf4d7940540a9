package vn.vam.sim.zalo.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Codes given out on the consent page: good once, for ten minutes, for whoever holds the PKCE
 * verifier.
 */
final class Consents {
  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final int MOST = 100;
  private final Clock clock;
  private final Map<String, Consent> byCode = new LinkedHashMap<>();

  /** What came of showing a code. */
  enum Redeemed {
    GOOD,
    UNKNOWN_CODE,
    WRONG_VERIFIER
  }

  private record Consent(String challenge, Instant until) {}

  Consents(Clock clock) {
    this.clock = clock;
  }

  String grant(String challenge) {
    if (byCode.size() == MOST) byCode.remove(byCode.keySet().iterator().next());
    String code = UUID.randomUUID().toString().replace("-", "");
    byCode.put(code, new Consent(challenge, clock.instant().plus(LIFETIME)));
    return code;
  }

  Redeemed redeem(String code, String verifier) {
    Consent consent = byCode.remove(code);
    if (consent == null || !clock.instant().isBefore(consent.until())) return Redeemed.UNKNOWN_CODE;
    return consent.challenge().equals(challengeOf(verifier))
        ? Redeemed.GOOD
        : Redeemed.WRONG_VERIFIER;
  }

  private static String challengeOf(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
