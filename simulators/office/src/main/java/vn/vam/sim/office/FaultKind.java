package vn.vam.sim.office;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a look-up can fail. */
enum FaultKind {
  /** The connection closes without an answer. */
  DOWN,
  /** The right answer, late. */
  SLOW,
  /** Status 500, as the real look-up sometimes says. */
  HTTP_500,
  /** Status 200 and a page for people instead of JSON. */
  HTML;

  static Optional<FaultKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(name)).findFirst();
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
