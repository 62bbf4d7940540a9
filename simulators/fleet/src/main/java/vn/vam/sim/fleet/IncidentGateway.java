package vn.vam.sim.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A camera gateway of somebody else's make that watches a road: incidents begin at random, are told
 * again while they last, and end. It tells what and where, never which vehicle.
 */
final class IncidentGateway implements Device {

  private static final double MEAN_PAUSE_S = 60;
  private static final Duration AGAIN = Duration.ofSeconds(8);

  /** Whose form of message it speaks. What its names mean is told to the hub in its settings. */
  enum Make {
    /** Zones of the picture have names; an event has an id and a life. */
    FRIGATE("cam-rach-mieu-1", Duration.ofSeconds(10), "lan-dung-khan-cap", "lan-nguoc-chieu") {
      @Override
      Message tell(Incident incident, String phase, Instant seen) {
        return FrigateForm.of(incident, phase, seen).from(device());
      }
    },

    /** Rules of the camera have names; an event is a state that is true, and then false. */
    ONVIF("cam-ap-bac-1", Duration.ofSeconds(18), "TaiNan", "UnTac") {
      @Override
      Message tell(Incident incident, String phase, Instant seen) {
        return OnvifForm.message(device(), incident, !phase.equals("end"), seen);
      }
    };

    private final String device;
    private final Duration first;
    private final List<String> names;

    Make(String device, Duration first, String... names) {
      this.device = device;
      this.first = first;
      this.names = List.of(names);
    }

    /** A camera that is known to the hub by the name it has here. */
    String device() {
      return device;
    }

    /** Of zones or rules; one for each kind of incident. */
    List<String> names() {
      return names;
    }

    /**
     * @param phase new, update or end
     */
    abstract Message tell(Incident incident, String phase, Instant seen);
  }

  private final Make make;
  private final SplittableRandom random;
  private @Nullable Incident incident;
  private int incidents;
  private Instant due;

  private IncidentGateway(Make make, FleetConfig config, ModelClock time) {
    this.make = make;
    this.random = Seeds.randomOf(config, id());
    this.due = time.wallStart().plus(make.first);
  }

  static IncidentGateway of(Make make, FleetConfig config, ModelClock time) {
    return new IncidentGateway(make, config, time);
  }

  @Override
  public String id() {
    return make.device() + "-incidents";
  }

  @Override
  public Instant due() {
    return due;
  }

  @Override
  public List<Message> take() {
    Instant seen = due;
    if (incident == null) {
      incident = Incident.begin(incidents++, make, seen, random);
      due = seen.plus(AGAIN);
      return List.of(make.tell(incident, "new", seen));
    }
    Incident told = incident;
    if (told.isOverAt(seen)) {
      incident = null;
      due = seen.plus(pause());
      return List.of(make.tell(told, "end", seen));
    }
    due = seen.plus(AGAIN);
    return List.of(make.tell(told, "update", seen));
  }

  @Override
  public void skipTo(Instant now) {
    due = now;
  }

  /** The faults of chance are written for the hub's own form. */
  @Override
  public boolean mayFail() {
    return false;
  }

  private Duration pause() {
    return Duration.ofMillis(
        5_000 + Math.round(-1000 * MEAN_PAUSE_S * Math.log(1 - random.nextDouble())));
  }
}
