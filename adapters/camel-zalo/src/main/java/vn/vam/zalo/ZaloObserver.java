package vn.vam.zalo;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Hears how requests end, for metrics. Called on the sending thread: be quick. */
@FunctionalInterface
public interface ZaloObserver {
  ZaloObserver NONE = observation -> {};

  void observed(Observation observation);

  /**
   * One finished request; says nothing about whom it concerned.
   *
   * @param operation as in the endpoint's address, or {@code token} for a refresh or first exchange
   * @param outcome see {@link ZaloResult#outcome()}; for {@code token}: {@code granted}, {@code
   *     gone}, {@code failed}
   * @param took everything together, a repeated try included
   * @param rateRemaining requests left in this minute ({@code X-RateLimit-Remain}), when the
   *     platform said so
   * @param quota what is left of that which a message was charged to, when the platform said so
   */
  record Observation(
      String operation,
      String outcome,
      Duration took,
      OptionalLong rateRemaining,
      Optional<Quota> quota) {
    public Observation(
        String operation, String outcome, Duration took, OptionalLong rateRemaining) {
      this(operation, outcome, took, rateRemaining, Optional.empty());
    }
  }
}
