package vn.vam.runtime.notify;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.notify.Doubt;
import vn.vam.core.notify.Doubts;
import vn.vam.runtime.flow.LoopVerticle;
import vn.vam.runtime.flow.Signal;

/** Looks for evidence while messages are in doubt, and ends doubts that none settled. */
public final class DoubtVerticle extends LoopVerticle {
  private static final Logger log = LoggerFactory.getLogger(DoubtVerticle.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** In one turn: an hour's outage must not become a flood of questions. */
  private static final int MOST_QUESTIONS = 20;

  private final Doubts doubts;
  private final ProducerTemplate routes;
  private final Clock clock;
  private final Runnable outboxGrew;
  private long asked;

  /**
   * @param outboxGrew told when a message is due for a second time
   */
  public DoubtVerticle(Doubts doubts, ProducerTemplate routes, Clock clock, Runnable outboxGrew) {
    super("doubts", new Signal(), PAUSE);
    this.doubts = doubts;
    this.routes = routes;
    this.clock = clock;
    this.outboxGrew = outboxGrew;
  }

  @Override
  public Duration turn() {
    List<Doubt> open = doubts.open(MOST_QUESTIONS, asked);
    if (!open.isEmpty()) {
      open.forEach(this::ask);
      asked = open.getLast().id();
      end();
    }
    return PAUSE;
  }

  private void ask(Doubt doubt) {
    try {
      routes.sendBody(DoubtToEvidenceRoute.FROM, doubt);
    } catch (RuntimeException mistake) {
      log.error("nobody could be asked after a message, message={}", doubt.id(), mistake);
    }
  }

  private void end() {
    Doubts.Ended ended = doubts.end(clock.instant());
    if (ended.repeated() > 0) {
      log.warn(
          "nobody said whether they arrived; they are sent again, messages={}", ended.repeated());
      outboxGrew.run();
    }
    if (ended.unclear() > 0) {
      log.warn("it stays unclear whether they arrived, messages={}", ended.unclear());
    }
  }
}
