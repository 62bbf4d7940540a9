package vn.vam.app.hub;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Supplier;
import vn.vam.core.ingest.ArrivalsApart;
import vn.vam.core.ingest.ClockWatch;
import vn.vam.core.ingest.CountsFromTotals;
import vn.vam.core.ingest.EventsApart;
import vn.vam.core.ingest.FloodGate;
import vn.vam.core.ingest.IntervalStarts;
import vn.vam.core.ingest.KeptTotals;
import vn.vam.core.ingest.LevelFromDistance;
import vn.vam.core.ingest.NoBetterThanItsSources;
import vn.vam.core.ingest.PassengerCarUnits;
import vn.vam.core.ingest.SalinityFromConductivity;
import vn.vam.core.ingest.SeriesLimit;
import vn.vam.core.message.Stage;
import vn.vam.core.quality.QualityControl;
import vn.vam.core.station.Registry;

/** What an accepted message passes on its way to the log, in this order. */
public final class Stages {
  private Stages() {}

  static List<Stage> of(Supplier<Registry> registry, KeptTotals totals, MeterRegistry metrics) {
    QualityControl.Listener doubts =
        (quantity, check) ->
            metrics
                .counter("vam.quality", "quantity", quantity.field(), "check", check.word())
                .increment();
    return of(registry, totals, doubts);
  }

  /** None of them remembers anything yet. */
  public static List<Stage> of(Supplier<Registry> registry, QualityControl.Listener doubts) {
    return of(registry, KeptTotals.NOWHERE, doubts);
  }

  private static List<Stage> of(
      Supplier<Registry> registry, KeptTotals totals, QualityControl.Listener doubts) {
    return List.of(
        new FloodGate(registry),
        new SeriesLimit(),
        new IntervalStarts(registry),
        new ClockWatch(doubts),
        new ArrivalsApart(),
        new EventsApart(),
        new CountsFromTotals(registry, totals),
        new PassengerCarUnits(registry),
        new LevelFromDistance(registry),
        new SalinityFromConductivity(registry),
        new QualityControl(registry, doubts),
        new NoBetterThanItsSources(registry));
  }
}
