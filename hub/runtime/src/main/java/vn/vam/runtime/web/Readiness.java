package vn.vam.runtime.web;

import java.util.List;
import java.util.function.Supplier;

/** Tells whether the hub can do its work. Called on the event loop: never blocks. */
@FunctionalInterface
public interface Readiness {
  /** What the hub still waits for, such as {@code broker}; empty when it is ready. */
  List<String> waiting();

  /**
   * Why a hub that works reaches nobody: {@code token}, the messenger lets it in no more; {@code
   * account}, it takes nothing of the account. Empty as far as is known.
   */
  default List<String> troubles() {
    return List.of();
  }

  static Readiness of(Supplier<List<String>> waiting, Supplier<List<String>> troubles) {
    return new Readiness() {
      @Override
      public List<String> waiting() {
        return waiting.get();
      }

      @Override
      public List<String> troubles() {
        return troubles.get();
      }
    };
  }
}
