package vn.vam.core.live;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summarizingDouble;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading.Counted;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/**
 * Roads as a whole: what each lane counted last, taken together. Vehicles are added up; occupancy
 * and speed are means of the lanes that told them.
 */
final class Lanes {
  private static final int MOST_LANES = 64;
  private static final String ALL = "all";

  private record Lane(DeviceId device, String lane, String direction) {}

  private final Duration staleAfter;
  private final Map<StationId, Map<Lane, Counted>> newest = new HashMap<>();

  /**
   * @param staleAfter a lane silent for longer is left out
   */
  Lanes(Duration staleAfter) {
    this.staleAfter = staleAfter;
  }

  /** The road as it is known with this interval of one of its lanes. */
  Counted together(Counted counted) {
    Map<Lane, Counted> lanes = newest.computeIfAbsent(counted.station(), id -> new HashMap<>());
    Lane lane = new Lane(counted.device(), counted.lane(), counted.direction());
    if (lanes.size() < MOST_LANES || lanes.containsKey(lane)) {
      lanes.merge(lane, counted, Lanes::later);
    }
    Instant now = latestOf(lanes.values());
    lanes.values().removeIf(each -> each.takenAt().isBefore(now.minus(staleAfter)));
    return whole(counted, lanes.values(), now);
  }

  int of(StationId road) {
    return newest.getOrDefault(road, Map.of()).size();
  }

  private static Counted later(Counted one, Counted other) {
    return other.takenAt().isBefore(one.takenAt()) ? one : other;
  }

  private static Instant latestOf(Collection<Counted> lanes) {
    return lanes.stream().map(Counted::takenAt).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static Counted whole(Counted counted, Collection<Counted> lanes, Instant at) {
    Map<Quantity, DoubleSummaryStatistics> told =
        lanes.stream()
            .flatMap(lane -> lane.values().entrySet().stream())
            .collect(groupingBy(Map.Entry::getKey, summarizingDouble(Map.Entry::getValue)));
    Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
    told.forEach(
        (quantity, of) -> values.put(quantity, quantity.isCount() ? of.getSum() : of.getAverage()));
    Quality worst =
        lanes.stream().map(Counted::quality).reduce(counted.quality(), Quality::worseOf);
    return new Counted(counted.device(), counted.station(), ALL, ALL, values, worst, at);
  }
}
