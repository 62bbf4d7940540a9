package vn.vam.core.rule;

import java.time.Instant;
import java.util.Optional;

/** What one watch makes of values that are suspect, and of the good ones that confirm them. */
record Suspicion(Rule rule, Gauge raise, Ladder ladder, Stage stage, Announcer announcer) {
  /** A doubted value that is confirmed counts from its own time on, where nothing came since. */
  Instant since(Gauge gauge, Instant at) {
    Instant since = gauge.since(at);
    boolean counts =
        !since.isBefore(stage.since())
            && !since.plus(rule.staleAfter()).isBefore(at)
            && rule.schedule().isActive(since);
    return counts ? since : at;
  }

  /**
   * What operators are to know of a value that is suspect; nothing where it would be no breach, or
   * where the one before it was one too.
   *
   * @param before the doubted one before it, where no good one came between them
   * @param freshUntil so long the newest good value says something
   */
  Optional<AlertChange> of(Series series, Optional<Doubt> before, Doubt doubt, Instant freshUntil) {
    if (!rule.schedule().isActive(doubt.at())) {
      return Optional.empty();
    }
    Optional<Severity> known =
        before.flatMap(earlier -> reach(series, earlier, freshUntil)).map(Reached::severity);
    return reach(series, doubt, freshUntil)
        .filter(reached -> known.map(told -> reached.severity().compareTo(told) > 0).orElse(true))
        .map(reached -> announcer.doubted(reached.severity(), doubt.at(), reached.value()));
  }

  /** What would be reached, and by which number. */
  private record Reached(Severity severity, double value) {}

  private Optional<Reached> reach(Series series, Doubt doubt, Instant freshUntil) {
    boolean calm = stage.isCalm(Gauge.earlier(doubt.at(), freshUntil));
    boolean breach = calm && raise.supposing(series, doubt).holds(doubt.at());
    return ladder
        .wouldReach(series, doubt, calm)
        .map(climb -> reached(climb.severity(), climb.gauge(), series, doubt))
        .or(
            () ->
                breach
                    ? Optional.of(reached(rule.severity(), raise, series, doubt))
                    : Optional.empty());
  }

  private static Reached reached(Severity severity, Gauge gauge, Series series, Doubt doubt) {
    double value = gauge.supposing(series, doubt).value(doubt.at());
    return new Reached(severity, Double.isNaN(value) ? doubt.value() : value);
  }
}
