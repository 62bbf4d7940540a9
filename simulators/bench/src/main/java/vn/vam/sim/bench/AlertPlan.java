package vn.vam.sim.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * What is measured of alerts.
 *
 * @param launcher of the hub, {@code ./vam}
 * @param breaches one after the other, 30 to 2,000; the first twenty are not counted
 * @param beside messages a second of others meanwhile, 0 to 20,000
 * @param subscribers of the station in the fan-out, 0 (no fan-out) to 1,000,000
 * @param limits of citizens' own at the station that the others report from, 0 to 1,000,000
 * @param perMinute what the messenger allows
 * @param hubOptions of its Java, such as {@code -Xmx256m}
 * @param seed puts citizens and what they want to hear of into the state folder before the hub
 *     starts
 */
public record AlertPlan(
    Path launcher,
    int breaches,
    int beside,
    int subscribers,
    int limits,
    int perMinute,
    String hubOptions,
    Seed seed) {
  private static final int FEWEST_BREACHES = 30;
  private static final int MOST_BREACHES = 2_000;
  private static final int MOST_BESIDE = 20_000;
  private static final int MOST_SUBSCRIBERS = 1_000_000;
  private static final int MOST_LIMITS = 1_000_000;

  /** Writes subscriptions and limits as the hub keeps them. */
  public interface Seed {
    /** Citizens {@code prefix0-0}, {@code prefix0-1} … agree to hear of the first station. */
    void subscribe(Path state, List<String> stations, String prefix, int citizens);

    /**
     * Citizens {@code prefix0}, {@code prefix1} … each want to hear when the salinity of the
     * station is above a level of their own, evenly between the lowest and the highest that the hub
     * allows.
     */
    void limits(Path state, String station, String prefix, int citizens);
  }

  public AlertPlan {
    check("breaches", breaches, FEWEST_BREACHES, MOST_BREACHES);
    check("messages beside", beside, 0, MOST_BESIDE);
    check("subscribers", subscribers, 0, MOST_SUBSCRIBERS);
    check("limits", limits, 0, MOST_LIMITS);
    check("requests a minute", perMinute, 1, 100_000);
  }

  private static void check(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s: %d to %d, not %d".formatted(what, least, most, value));
    }
  }
}
