package vn.vam.payloads.step;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RejectReason;
import vn.vam.core.station.DeviceId;

/** One step of decoding: something to go on with, or the outcome it stops at. */
public sealed interface Step<T> {
  record Go<T>(T value) implements Step<T> {}

  record Stop<T>(Outcome.Decoded outcome) implements Step<T> {}

  default <U> Step<U> then(Function<T, Step<U>> next) {
    return switch (this) {
      case Go<T> go -> next.apply(go.value());
      case Stop<T> stop -> new Stop<>(stop.outcome());
    };
  }

  /**
   * @throws IllegalStateException where it stopped
   */
  default T value() {
    return switch (this) {
      case Go<T> go -> go.value();
      case Stop<T> stop -> throw new IllegalStateException("decoding stopped here");
    };
  }

  /** The whole, made of parts that all went on; or where the first of them stopped. */
  static <T> Step<T> join(Supplier<T> whole, Step<?>... parts) {
    for (Step<?> part : parts) {
      if (part instanceof Stop<?> stop) {
        return new Stop<>(stop.outcome());
      }
    }
    return new Go<>(whole.get());
  }

  /** The last word: the outcome a chain went on to, or the one it stopped at. */
  static Outcome.Decoded end(Step<? extends Outcome.Decoded> chain) {
    return switch (chain) {
      case Go<? extends Outcome.Decoded> go -> go.value();
      case Stop<? extends Outcome.Decoded> stop -> stop.outcome();
    };
  }

  static <T> Step<T> reject(
      Optional<DeviceId> device, RejectReason reason, String field, String detail) {
    return new Stop<>(new Outcome.Rejected(device, reason, Optional.of(field), detail));
  }

  static <T> Step<T> ignore(Optional<DeviceId> device, String reason) {
    return new Stop<>(new Outcome.Ignored(device, reason));
  }
}
