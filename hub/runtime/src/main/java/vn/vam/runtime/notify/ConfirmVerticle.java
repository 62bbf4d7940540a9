package vn.vam.runtime.notify;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.notify.Reach;
import vn.vam.core.notify.Step;
import vn.vam.core.notify.Unconfirmed;
import vn.vam.core.notify.Unconfirmed.Overdue;
import vn.vam.runtime.flow.LoopVerticle;
import vn.vam.runtime.flow.Signal;

/** Sends a danger that no phone has confirmed in time another way, where there is one. */
public final class ConfirmVerticle extends LoopVerticle {
  private static final Logger log = LoggerFactory.getLogger(ConfirmVerticle.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final int MOST = 500;

  private final Unconfirmed unconfirmed;
  private final Dispatch.Choice choice;
  private final Duration patience;
  private final MeterRegistry metrics;
  private final Clock clock;
  private final Runnable outboxGrew;

  /**
   * @param patience how long a phone has to confirm
   * @param outboxGrew told when a message is due again
   */
  public ConfirmVerticle(
      Unconfirmed unconfirmed,
      Dispatch.Choice choice,
      Duration patience,
      MeterRegistry metrics,
      Clock clock,
      Runnable outboxGrew) {
    super("unconfirmed", new Signal(), pause(patience));
    this.unconfirmed = unconfirmed;
    this.choice = choice;
    this.patience = patience;
    this.metrics = metrics;
    this.clock = clock;
    this.outboxGrew = outboxGrew;
  }

  private static Duration pause(Duration patience) {
    Duration some = patience.dividedBy(4);
    return some.compareTo(LONGEST_PAUSE) < 0 ? some : LONGEST_PAUSE;
  }

  @Override
  public Duration turn() {
    List<Overdue> overdue = unconfirmed.overdue(patience, clock.instant(), MOST);
    overdue.forEach(this::decide);
    return overdue.size() == MOST ? Duration.ZERO : pause(patience);
  }

  private void decide(Overdue overdue) {
    Reach left = choice.reachability().of(overdue.message()).without(overdue.way());
    Step next = choice.ways().next(overdue.message().draft().priority(), left, clock.instant());
    switch (next) {
      case Step.Send send -> {
        unconfirmed.goesOn(overdue, clock.instant());
        outboxGrew.run();
        tell(overdue, "another_way");
      }
      case Step.Wait wait -> unconfirmed.waits(overdue, clock.instant().plus(wait.span()));
      case Step.Stay stay -> {
        unconfirmed.ends(overdue);
        tell(overdue, "nothing");
      }
    }
  }

  private void tell(Overdue overdue, String then) {
    metrics.counter("vam.zalo.unconfirmed", "then", then).increment();
    log.warn("no phone has confirmed a danger, message={} then={}", overdue.message().id(), then);
  }
}
