package vn.vam.sim.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Lets a share of the messages go wrong, seeded. */
final class FaultInjector {

  private static final List<Fault> FAULTS = List.of(Fault.values());
  private static final Pattern FIRST_MEASURED =
      Pattern.compile("(\"(?:salinity_gl|occupancy_pct|score)\":)[-+.0-9eE]+");

  private final double rate;
  private final SplittableRandom random;
  private final Map<Fault, Long> done = new ConcurrentHashMap<>();

  FaultInjector(FleetConfig config) {
    this.rate = config.faultRate();
    this.random = Seeds.randomOf(config, "faults");
  }

  /** What leaves now and what leaves later in place of this message. */
  Outcome pass(Message message, Instant now) {
    if (random.nextDouble() >= rate) {
      return Outcome.now(message);
    }
    Fault fault = Chance.one(FAULTS, random);
    done.merge(fault, 1L, Long::sum);
    return switch (fault) {
      case NOT_A_NUMBER -> Outcome.now(notANumber(message));
      case DUPLICATE -> Outcome.now(message, message);
      case LATE -> new Outcome(List.of(), List.of(new Held(now.plus(outage()), message)));
      case UNKNOWN_DEVICE -> Outcome.now(message, unknown(now));
      case MALFORMED -> Outcome.now(cut(message));
    };
  }

  Map<Fault, Long> done() {
    return Map.copyOf(done);
  }

  private Duration outage() {
    return Duration.ofMillis(random.nextInt(15_000, 45_000));
  }

  private static Message notANumber(Message message) {
    return message.saying(FIRST_MEASURED.matcher(message.payload()).replaceFirst("$1\"NaN\""));
  }

  private Message unknown(Instant now) {
    return NativeForm.takenAt(now)
        .with("salinity_gl", random.nextDouble(5), 0.01)
        .from(Kind.SALINITY, "probe-unknown");
  }

  private Message cut(Message message) {
    int length = random.nextInt(1, message.payload().length() - 1);
    return message.saying(message.payload().substring(0, length));
  }

  /** A message and when it leaves after all. */
  record Held(Instant due, Message message) {}

  record Outcome(List<Message> now, List<Held> later) {
    static Outcome now(Message... messages) {
      return new Outcome(List.of(messages), List.of());
    }
  }
}
