package vn.vam.app.history;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import vn.vam.core.rule.AlertChange;

/** A change as {@code vam rules test} writes it: {@code TIME raised RULE STATION VALUE}. */
final class ChangeLine {
  static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
  private static final double EXACT = 1e15;

  private ChangeLine() {}

  static String of(AlertChange change, ZoneOffset offset) {
    return "%s %s %s %s %s"
        .formatted(
            TIME.format(change.at().atOffset(offset)),
            change.word(),
            change.rule(),
            change.station(),
            number(change.value()));
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < EXACT
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
