package vn.vam.sim.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Counts one direction of a road, a message a lane, in whole intervals that start on even clock
 * marks; a message carries the start of its interval. Never a partial interval.
 */
final class TrafficCounter implements Device {

  private final Junction junction;
  private final int direction;
  private final Duration interval;
  private final ModelClock time;
  private final SplittableRandom random;
  private final Duration sendingDelay;
  private Instant start;

  private TrafficCounter(Junction junction, int direction, FleetConfig config, ModelClock time) {
    this.junction = junction;
    this.direction = direction;
    this.interval = config.trafficInterval();
    this.time = time;
    this.random = Seeds.randomOf(config, id());
    this.sendingDelay = Duration.ofMillis(random.nextInt(20, 800));
    this.start = nextMark(time.wallStart());
  }

  static List<Device> at(Junction junction, FleetConfig config, ModelClock time) {
    List<Device> counters = new ArrayList<>();
    for (int direction = 0; direction < Junction.DIRECTIONS.size(); direction++) {
      counters.add(new TrafficCounter(junction, direction, config, time));
    }
    return counters;
  }

  @Override
  public String id() {
    return junction.station().devices().get(direction);
  }

  @Override
  public Instant due() {
    return start.plus(interval).plus(sendingDelay);
  }

  @Override
  public List<Message> take() {
    Instant counted = start;
    start = start.plus(interval);
    return IntStream.rangeClosed(1, junction.lanes())
        .mapToObj(lane -> message(lane, counted))
        .toList();
  }

  @Override
  public void skipTo(Instant now) {
    start = nextMark(now);
  }

  private Message message(int lane, Instant from) {
    Instant model = time.at(from);
    LaneInterval counted =
        LaneInterval.draw(vehiclesPerHour(lane, model), junction.freeFlowKmh(), interval, random);
    NativeForm form =
        NativeForm.takenAt(from)
            .with("lane", lane)
            .with("direction", Junction.DIRECTIONS.get(direction))
            .with("interval_s", interval.toSeconds())
            .with("count", counted.count())
            .with("occupancy_pct", counted.occupancyPct(), 0.1);
    if (counted.count() > 0) {
      form.with("speed_kmh", counted.speedKmh(), 0.1);
    }
    var classes = form.object("classes");
    counted.classes().forEach((each, count) -> classes.put(each.field(), count));
    return form.from(Kind.TRAFFIC, id());
  }

  /** In the morning more come into town, in the evening more leave; the outer lane is fuller. */
  private double vehiclesPerHour(int lane, Instant model) {
    double tide = 0.18 * Math.signum(0.5 - direction) * morning(model);
    double ofLane = lane == 1 ? 1.0 : 0.8;
    return junction.perLaneAndDay() * TrafficDay.sharePerHour(model) * (1 + tide) * ofLane;
  }

  private static double morning(Instant model) {
    return model.atOffset(Province.LOCAL_TIME).getHour() < 12 ? 1 : -1;
  }

  private Instant nextMark(Instant now) {
    long millis = interval.toMillis();
    return Instant.ofEpochMilli(Math.ceilDiv(now.toEpochMilli(), millis) * millis);
  }
}
