package vn.vam.sim.bench;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What is measured of the conversation.
 *
 * @param launcher of the hub, {@code ./vam}
 * @param citizens who talk at once, 1 to 10,000
 * @param each messages of each of them, 1 to 100
 * @param within all of them say what they have to say, 1 s to 1 h
 * @param perMinute what the messenger allows the hub to send
 * @param officeDelay before each answer about a dossier, up to 1 min
 * @param seed decides who says what, and when
 * @param hubOptions of its Java, such as {@code -Xmx256m}
 */
public record ChatPlan(
    Path launcher,
    int citizens,
    int each,
    Duration within,
    int perMinute,
    Duration officeDelay,
    long seed,
    String hubOptions) {
  private static final int MOST_CITIZENS = 10_000;
  private static final int MOST_EACH = 100;
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration SLOWEST_OFFICE = Duration.ofMinutes(1);

  public ChatPlan {
    within("citizens", citizens, MOST_CITIZENS);
    within("messages of each", each, MOST_EACH);
    within("requests a minute", perMinute, Integer.MAX_VALUE);
    if (within.compareTo(Duration.ofSeconds(1)) < 0 || within.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("within: 1s to 1h, not " + within);
    }
    if (officeDelay.isNegative() || officeDelay.compareTo(SLOWEST_OFFICE) > 0) {
      throw new IllegalArgumentException("delay of the office: 0s to 1m, not " + officeDelay);
    }
  }

  private static void within(String what, int number, int most) {
    if (number < 1 || number > most) {
      throw new IllegalArgumentException("%s: 1 to %d, not %d".formatted(what, most, number));
    }
  }
}
