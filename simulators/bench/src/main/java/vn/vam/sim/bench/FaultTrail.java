package vn.vam.sim.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which faults there were, which numbers were published in their turn, and how long they took. */
final class FaultTrail {
  private record Turn(FaultPlan.Kind kind, int first) {}

  private final List<Turn> turns = new ArrayList<>();
  private final Map<FaultPlan.Kind, List<Duration>> recoveries =
      new EnumMap<>(FaultPlan.Kind.class);

  /**
   * @param next number that will be published; what was published before the first fault is its
   */
  void began(FaultPlan.Kind kind, int next) {
    turns.add(new Turn(kind, turns.isEmpty() ? 0 : next));
  }

  void recovered(FaultPlan.Kind kind, Duration time) {
    recoveries.computeIfAbsent(kind, first -> new ArrayList<>()).add(time);
  }

  /**
   * @param published numbers there were in all
   */
  Map<FaultPlan.Kind, FaultFigures.OfKind> figures(Witnesses witnesses, int published) {
    Map<FaultPlan.Kind, BitSet> numbers = new EnumMap<>(FaultPlan.Kind.class);
    Map<FaultPlan.Kind, Integer> counts = new EnumMap<>(FaultPlan.Kind.class);
    int end = published;
    for (Turn turn : turns.reversed()) {
      numbers.computeIfAbsent(turn.kind(), first -> new BitSet()).set(turn.first(), end);
      counts.merge(turn.kind(), 1, Integer::sum);
      end = turn.first();
    }
    Map<FaultPlan.Kind, FaultFigures.OfKind> all = new EnumMap<>(FaultPlan.Kind.class);
    numbers.forEach(
        (kind, own) -> {
          List<Duration> times =
              recoveries.getOrDefault(kind, List.of(Duration.ZERO)).stream().sorted().toList();
          all.put(
              kind,
              new FaultFigures.OfKind(
                  counts.getOrDefault(kind, 0),
                  times.get(times.size() / 2),
                  times.getLast(),
                  witnesses.of(own).fates()));
        });
    return all;
  }
}
