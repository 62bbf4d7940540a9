package vn.vam.runtime.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vam.core.limit.Limit;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.limit.Limits;
import vn.vam.core.limit.Limits.Owner;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.Outbox;
import vn.vam.core.rule.AlertChange;

/** Tells the one citizen whose own limit was passed, and nobody else. */
public final class LimitAudience {
  /** Water of so long ago says nothing about now; longer than a night. */
  private static final Duration WORTH_SENDING = Duration.ofHours(12);

  /** Words for a change; nothing for a station that has left the configuration. */
  public interface Text {
    Optional<String> of(Limit limit, AlertChange change);
  }

  private final Limits limits;
  private final Outbox outbox;
  private final Text text;
  private final Clock clock;

  public LimitAudience(Limits limits, Outbox outbox, Text text, Clock clock) {
    this.limits = limits;
    this.outbox = outbox;
    this.text = text;
    this.clock = clock;
  }

  public boolean isFor(AlertNotice notice) {
    return LimitRules.isOne(notice.change().rule());
  }

  /** Nobody is told of a limit that was taken back meanwhile. */
  public void tell(AlertNotice notice) {
    Instant now = clock.instant();
    List<Draft> drafts =
        limits.ownerOf(notice.change().rule()).flatMap(owner -> draft(notice, owner, now)).stream()
            .toList();
    outbox.tell(notice, drafts, now);
  }

  Optional<Draft> draft(AlertNotice notice, Owner owner, Instant now) {
    AlertChange change = notice.change();
    return text.of(owner.limit(), change)
        .map(words -> draft(change.rule().value(), change, owner, words, now));
  }

  /**
   * @param limits which are told of, with a plus between
   * @param change the last of them
   */
  static Draft draft(String limits, AlertChange change, Owner owner, String words, Instant now) {
    return new Draft(
        limits + "/" + change.word() + "/" + change.at().toEpochMilli(),
        owner.citizen(),
        words,
        List.of(),
        change.severity().ordinal(),
        Optional.of(now.plus(WORTH_SENDING)));
  }
}
