package vn.vam.app.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time during which something is wrong: when people are told of it, and when of its end. Pure.
 */
final class Spell {
  private final Duration after;
  private final Duration again;
  private @Nullable Instant since;
  private @Nullable Instant toldAt;

  /**
   * @param after how long it has to last before anybody is told
   * @param again how long until they are told once more
   */
  Spell(Duration after, Duration again) {
    this.after = after;
    this.again = again;
  }

  /** What is to be told. */
  sealed interface Step {
    Instant since();

    record Begun(Instant since) implements Step {}

    record Lasting(Instant since) implements Step {}

    record Over(Instant since) implements Step {}
  }

  /** What is to be told now, if anything. */
  Optional<Step> saw(boolean wrong, Instant now) {
    return wrong ? lasts(now) : ends();
  }

  private Optional<Step> lasts(Instant now) {
    Instant began = since == null ? now : since;
    since = began;
    boolean first = toldAt == null;
    Instant due = toldAt == null ? began.plus(after) : toldAt.plus(again);
    if (now.isBefore(due)) {
      return Optional.empty();
    }
    toldAt = now;
    return Optional.of(first ? new Step.Begun(began) : new Step.Lasting(began));
  }

  /** Its end is told to those who were told of it. */
  private Optional<Step> ends() {
    Optional<Step> over =
        toldAt == null ? Optional.empty() : Optional.ofNullable(since).map(Step.Over::new);
    since = null;
    toldAt = null;
    return over;
  }
}
