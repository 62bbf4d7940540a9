package vn.vam.runtime.notify;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import vn.vam.core.citizen.DossierText;
import vn.vam.core.dossier.Dossier;
import vn.vam.core.dossier.Dossiers;
import vn.vam.core.dossier.Dossiers.LookUp;
import vn.vam.core.dossier.FollowRules;
import vn.vam.core.dossier.Followed;
import vn.vam.core.dossier.FollowedDossiers;
import vn.vam.core.dossier.Standing;
import vn.vam.core.dossier.Standing.News;
import vn.vam.core.notify.Button;
import vn.vam.core.notify.Draft;
import vn.vam.core.retry.Backoff;

/**
 * Asks the office for the dossiers that are followed, one after the other and evenly over the time,
 * and tells who follows one what has changed. An office that is away is asked ever less often.
 * Metrics count and name nobody. Used by one thread.
 */
public final class DossierRound {
  /** News of a dossier are told with its state of now: they wait long for who is out of reach. */
  private static final Duration WORTH_SENDING = Duration.ofDays(14);

  /** After every alert. */
  private static final int PRIORITY = -1;

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final int LOOKS_IN_BETWEEN = 10;

  private final Dossiers office;
  private final FollowedDossiers followed;
  private final FollowRules rules;
  private final Runnable told;
  private final MeterRegistry metrics;
  private final Clock clock;
  private final RandomGenerator random;
  private final Backoff backoff;
  private final DossierText text = new DossierText();
  private final AtomicInteger count;
  private int failures;

  /** How a look ended. */
  private enum Outcome {
    UNCHANGED,
    CHANGED,
    ENDED,
    /** The office does not know the dossier any more; it may again. */
    MISSING,
    UNAVAILABLE
  }

  /**
   * @param told called when a message is in the outbox
   */
  public DossierRound(
      Dossiers office,
      FollowedDossiers followed,
      FollowRules rules,
      Runnable told,
      MeterRegistry metrics,
      Clock clock,
      RandomGenerator random) {
    this.office = office;
    this.followed = followed;
    this.rules = rules;
    this.told = told;
    this.metrics = metrics;
    this.clock = clock;
    this.random = random;
    Duration first = shorter(FIRST_WAIT, rules.every());
    this.backoff = new Backoff(first, shorter(LONGEST_WAIT, rules.every()));
    this.count = metrics.gauge("vam.dossier.followed", new AtomicInteger());
  }

  /**
   * Asks for the one that was not asked for the longest.
   *
   * @return how long to wait before the next
   */
  public Duration turn() {
    Optional<Followed> next = followed.next(rules.every(), clock.instant());
    count.set(followed.count());
    if (next.isEmpty()) {
      return shorter(LONGEST_PAUSE, rules.every()).dividedBy(LOOKS_IN_BETWEEN);
    }
    Outcome outcome = look(next.get());
    metrics
        .counter("vam.dossier.follow.looks", "outcome", outcome.name().toLowerCase(Locale.ROOT))
        .increment();
    if (outcome == Outcome.UNAVAILABLE) {
      return backoff.delay(failures++, random);
    }
    failures = 0;
    return shorter(LONGEST_PAUSE, rules.every().dividedBy(Math.max(1, count.get())));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Outcome look(Followed one) {
    if (!clock.instant().isBefore(one.until())) {
      followed.end(one, draft(one, text.over(one.code()), List.of()), clock.instant());
      told.run();
      return Outcome.ENDED;
    }
    return switch (office.again(one.code())) {
      case LookUp.Found found -> compared(one, found.dossier());
      case LookUp.NotFound missing -> asked(one, Outcome.MISSING);
      case LookUp.TooManyTries tooMany -> asked(one, Outcome.UNAVAILABLE);
      case LookUp.Unavailable away -> asked(one, Outcome.UNAVAILABLE);
    };
  }

  private Outcome asked(Followed one, Outcome outcome) {
    followed.asked(one, clock.instant());
    return outcome;
  }

  private Outcome compared(Followed one, Dossier dossier) {
    Instant now = clock.instant();
    Standing standing = dossier.standing(now);
    Optional<News> news = standing.since(one.told());
    return news.isEmpty()
        ? asked(one, Outcome.UNCHANGED)
        : tell(one, standing, text.of(dossier, news.get(), now), now);
  }

  private Outcome tell(Followed one, Standing standing, String words, Instant now) {
    if (standing.isEnd()) {
      followed.end(one, draft(one, words, List.of()), now);
    } else {
      followed.tell(one, standing, draft(one, words, text.buttons(one.code())), now);
    }
    told.run();
    return standing.isEnd() ? Outcome.ENDED : Outcome.CHANGED;
  }

  private Draft draft(Followed one, String words, List<Button> buttons) {
    return new Draft(
        one.messages() + one.changes(),
        one.citizen(),
        words,
        buttons,
        PRIORITY,
        Optional.of(clock.instant().plus(WORTH_SENDING)));
  }
}
