package vn.vam.core.citizen;

import java.util.List;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationId;

/** What is meant of the stations that were named: of one, or which of several. Pure. */
final class StationTalk {
  private final Registry registry;

  StationTalk(Registry registry) {
    this.registry = registry;
  }

  Intent chart(List<StationId> stations, int days) {
    List<StationId> measured = measuringSalt(stations);
    return measured.size() == 1
        ? new Intent.AskChart(measured.getFirst(), days)
        : new Intent.AskChartWhich(measured, days);
  }

  Intent day(List<StationId> stations, int daysAgo) {
    List<StationId> measured = measuringSalt(stations);
    return measured.size() == 1
        ? new Intent.AskDay(measured.getFirst(), daysAgo)
        : new Intent.AskDayWhich(measured, daysAgo);
  }

  Intent safe(List<StationId> stations) {
    List<StationId> measured = measuringSalt(stations);
    return measured.size() == 1
        ? new Intent.AskSafe(measured.getFirst())
        : new Intent.AskSafeWhich(measured);
  }

  Intent subscription(List<StationId> stations) {
    return stations.size() == 1
        ? new Intent.Subscribe(stations.getFirst())
        : new Intent.SubscribeWhich(stations);
  }

  Intent salinity(List<StationId> stations) {
    List<StationId> measured = measuringSalt(stations);
    return measured.size() == 1
        ? new Intent.AskSalinity(measured.getFirst())
        : new Intent.AskSalinityWhich(measured);
  }

  List<StationId> measuringSalt(List<StationId> stations) {
    return stations.stream()
        .filter(id -> registry.station(id).filter(is -> is.kind() == Kind.SALINITY).isPresent())
        .toList();
  }
}
