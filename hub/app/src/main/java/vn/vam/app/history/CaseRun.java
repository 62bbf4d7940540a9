package vn.vam.app.history;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import vn.vam.app.config.RuleCase;
import vn.vam.app.history.Backtest.Result;
import vn.vam.core.rule.Rule;
import vn.vam.core.station.Registry;

/** One test of rules, run. */
public record CaseRun(RuleCase test, Result result, Difference difference) {
  public static CaseRun of(RuleCase test, List<Rule> rules, Registry registry) {
    List<PastReading> readings = new ArrayList<>();
    test.series().forEach(series -> readings.addAll(readings(series, registry)));
    for (RuleCase.Sightings sightings : test.sightings()) {
      for (OffsetDateTime at : sightings.at()) {
        readings.add(
            PastReading.seen(
                registry, sightings.station(), sightings.type(), at.toInstant(), at.getOffset()));
      }
    }
    Result result =
        Backtest.of(rules, registry, readings, test.until().map(OffsetDateTime::toInstant))
            .run(line -> {});
    return new CaseRun(test, result, Difference.between(test.expected(), result.lines()));
  }

  private static List<PastReading> readings(RuleCase.Series series, Registry registry) {
    List<PastReading> readings = new ArrayList<>();
    for (int i = 0; i < series.values().size(); i++) {
      OffsetDateTime at = series.from().plus(series.every().multipliedBy(i));
      series
          .values()
          .get(i)
          .ifPresent(
              value ->
                  readings.add(
                      PastReading.measured(
                          registry,
                          series.station(),
                          series.device(),
                          series.quantity(),
                          value,
                          at.toInstant(),
                          at.getOffset())));
    }
    return readings;
  }

  /** {@code ok NAME}, or {@code failed NAME} and what differs. */
  public List<String> written() {
    List<String> lines = new ArrayList<>();
    lines.add((difference.isNone() ? "ok " : "failed ") + test.name());
    difference.written(result).forEach(line -> lines.add("  " + line));
    return lines;
  }
}
