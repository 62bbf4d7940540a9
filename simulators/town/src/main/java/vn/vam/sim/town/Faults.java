package vn.vam.sim.town;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Faults ordered for the next answers below a path. Lives on one event loop. */
final class Faults {
  static final int MOST = 100_000;

  /** How an answer can fail. */
  enum Kind {
    /** The connection closes without an answer. */
    DOWN,
    /** The right answer, late. */
    SLOW,
    HTTP_500,
    /** Status 200 and a page for people. */
    GARBAGE;

    static Optional<Kind> named(String name) {
      return Arrays.stream(values())
          .filter(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
          .findFirst();
    }
  }

  /**
   * @param ms how late a slow answer is
   */
  record Fault(Kind kind, int ms) {}

  private record Ordered(Fault fault, int left) {}

  private final Map<String, Ordered> ordered = new LinkedHashMap<>();

  /** In the place of those ordered before for the same path; 0 ends them. */
  void order(String path, Fault fault, int count) {
    ordered.put(path, new Ordered(fault, count));
  }

  Optional<Fault> next(String path) {
    for (Map.Entry<String, Ordered> entry : ordered.entrySet()) {
      Ordered order = entry.getValue();
      if (path.startsWith(entry.getKey()) && order.left() > 0) {
        entry.setValue(new Ordered(order.fault(), order.left() - 1));
        return Optional.of(order.fault());
      }
    }
    return Optional.empty();
  }
}
