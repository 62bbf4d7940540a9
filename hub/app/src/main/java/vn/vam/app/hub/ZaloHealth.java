package vn.vam.app.hub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.vam.core.alert.Trouble;
import vn.vam.core.text.VietnameseTime;
import vn.vam.zalo.ErrorClass;
import vn.vam.zalo.Quota;
import vn.vam.zalo.TokenState;
import vn.vam.zalo.ZaloObserver;

/** What the ends of requests tell of the account's token, quota and standing. */
final class ZaloHealth implements ZaloObserver {
  private static final String TOKEN = "token";
  private static final String GRANTED = "granted";

  /** A quota that refused a message is taken to be used up for so long. */
  private static final Duration REFUSED_FOR = Duration.ofMinutes(15);

  /** Less than a tenth of what there was is little. */
  private static final int LITTLE = 10;

  /** What may be sent to one citizen: it says nothing of the account. */
  private static final Set<String> OF_A_CITIZEN = Set.of("reply", "welcome_msg");

  /** Begins anew with each day; the others are bought, or last for a month. */
  private static final String DAILY = "daily";

  private record Left(Quota quota, LocalDate day) {
    boolean isLittle(LocalDate today) {
      boolean isOver = quota.type().equals(DAILY) && !day.equals(today);
      return !isOver && quota.remain().orElseThrow() * LITTLE < quota.total().orElseThrow();
    }
  }

  private final Clock clock;

  /** Whether the platform lets us in no more, as far as the last request tells. */
  private final AtomicReference<@Nullable Boolean> tokenFails = new AtomicReference<>();

  /**
   * Whether the token could not be replaced when that was last due; the old one may still serve.
   */
  private final AtomicReference<@Nullable Boolean> renewalFails = new AtomicReference<>();

  private final AtomicReference<@Nullable Instant> refusedAt = new AtomicReference<>();
  private final Map<String, Left> left = new ConcurrentHashMap<>();

  /** What a person must mend before it goes again: one operation may be refused, others not. */
  private final Set<String> needingAPerson = ConcurrentHashMap.newKeySet();

  private volatile boolean asked;

  ZaloHealth(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void observed(Observation observation) {
    String outcome = observation.outcome();
    if (observation.operation().equals(TOKEN)) {
      tokenFails.set(!outcome.equals(GRANTED));
      renewalFails.set(!outcome.equals(GRANTED));
      return;
    }
    asked = true;
    judge(observation.operation(), outcome);
    observation.quota().ifPresent(this::charged);
    if (is(outcome, ErrorClass.REFRESH_ONCE)) {
      tokenFails.set(true);
    } else if (outcome.equals("sent")) {
      tokenFails.set(false);
    }
    if (is(outcome, ErrorClass.LATER)) {
      refusedAt.set(clock.instant());
    }
  }

  /** What the token's owner says: also of one that somebody else has replaced. */
  void knows(TokenState state) {
    renewalFails.set(
        switch (state) {
          case TokenState.Usable usable -> false;
          case TokenState.Fading fading -> true;
          case TokenState.Unavailable unavailable -> true;
          case TokenState.NeedsConsent needsConsent -> true;
        });
  }

  /** Where the token is what a person must renew, that trouble alone is told. */
  private void judge(String operation, String outcome) {
    if (is(outcome, ErrorClass.HUMAN) && !isTrue(tokenFails)) {
      needingAPerson.add(operation);
    } else if (outcome.equals("sent") || outcome.equals("answered")) {
      needingAPerson.remove(operation);
    }
  }

  private void charged(Quota quota) {
    boolean isOfAccount = !OF_A_CITIZEN.contains(quota.type());
    if (isOfAccount && quota.remain().isPresent() && quota.total().isPresent()) {
      left.put(quota.type(), new Left(quota, today()));
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), VietnameseTime.ZONE);
  }

  private static boolean is(String outcome, ErrorClass errorClass) {
    return outcome.equals(errorClass.name().toLowerCase(Locale.ROOT));
  }

  /** Nothing of what no request has told yet. */
  Map<Trouble, OptionalDouble> signs() {
    Map<Trouble, OptionalDouble> signs = new EnumMap<>(Trouble.class);
    if (tokenFails.get() != null || renewalFails.get() != null) {
      boolean fails = isTrue(tokenFails) || isTrue(renewalFails);
      signs.put(Trouble.TOKEN, fails ? OptionalDouble.of(1) : OptionalDouble.empty());
    }
    if (asked) {
      signs.put(
          Trouble.QUOTA,
          isRefused() || isLittleLeft() ? OptionalDouble.of(1) : OptionalDouble.empty());
      signs.put(
          Trouble.ACCOUNT,
          needingAPerson.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(1));
    }
    return signs;
  }

  /** Why nothing that leaves can arrive, such as {@code token}; empty as far as is known. */
  List<String> mute() {
    Stream<Trouble> token = isTrue(tokenFails) ? Stream.of(Trouble.TOKEN) : Stream.empty();
    Stream<Trouble> account =
        needingAPerson.isEmpty() ? Stream.empty() : Stream.of(Trouble.ACCOUNT);
    return Stream.concat(token, account)
        .map(trouble -> trouble.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static boolean isTrue(AtomicReference<@Nullable Boolean> known) {
    return Boolean.TRUE.equals(known.get());
  }

  private boolean isLittleLeft() {
    LocalDate today = today();
    return left.values().stream().anyMatch(quota -> quota.isLittle(today));
  }

  private boolean isRefused() {
    Instant at = refusedAt.get();
    return at != null && at.plus(REFUSED_FOR).isAfter(clock.instant());
  }
}
