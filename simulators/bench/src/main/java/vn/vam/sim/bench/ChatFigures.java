package vn.vam.sim.bench;

import java.util.Arrays;
import java.util.Map;

/**
 * What came of it.
 *
 * @param said messages the citizens sent
 * @param refused webhooks the hub did not answer with 200
 * @param unanswered messages nobody got an answer to
 * @param beyond answers that nobody had asked for
 * @param putOff answers that do not have what was asked for, such as that the office is away
 * @param webhook how long the hub took for its 200
 * @param answer from sending a message to the request at the messenger that answers it
 * @param answers the same by what was asked for
 * @param memoryMb resident at its most
 */
public record ChatFigures(
    int said,
    int refused,
    int unanswered,
    int beyond,
    int putOff,
    Spread webhook,
    Spread answer,
    Map<Utterance.Kind, Spread> answers,
    long memoryMb) {
  /** Of ten times as much the messenger takes the hub for dead. */
  private static final double LATEST_WEBHOOK_MS = 200;

  /** Milliseconds. */
  public record Spread(double p50, double p95, double p99, double worst) {
    static Spread of(double[] milliseconds) {
      double[] sorted = milliseconds.clone();
      Arrays.sort(sorted);
      return new Spread(at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(double[] sorted, double share) {
      return sorted.length == 0
          ? Double.NaN
          : sorted[(int) Math.min(sorted.length - 1L, Math.floor(share * sorted.length))];
    }
  }

  /** Whether everything said was taken, 99 in 100 within 200 ms, and answered once. */
  public boolean isFlawless() {
    return refused == 0 && unanswered == 0 && beyond == 0 && webhook.p99() <= LATEST_WEBHOOK_MS;
  }
}
