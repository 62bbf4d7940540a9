package vn.vam.core.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.message.Identity;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Stage;
import vn.vam.core.quality.QualityLimits;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.Device;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.DeviceTraits;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.core.station.StationTraits;

/** One device at Xuân Hòa, river km 42, and messages of it on their way through a stage. */
public final class Passing {
  public static final DeviceId DEVICE = new DeviceId("xuan-hoa-1");
  public static final StationId STATION = new StationId("xuan-hoa");
  public static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");

  private Passing() {}

  public static Registry registry(DeviceTraits device, StationTraits station) {
    return registry(device, station, Optional.of(42.0));
  }

  public static Registry registryAt(Optional<Double> riverKm, Map<Quantity, QualityLimits> limits) {
    return registry(DeviceTraits.NONE, new StationTraits(limits, Optional.empty()), riverKm);
  }

  private static Registry registry(
      DeviceTraits device, StationTraits station, Optional<Double> riverKm) {
    return new Registry(
        List.of(
            new Station(
                STATION,
                "Xuân Hòa",
                Kind.SALINITY,
                List.of(),
                Optional.empty(),
                riverKm,
                List.of(),
                station)),
        List.of(new Device(DEVICE, STATION, Kind.SALINITY, device)));
  }

  public static Registry registry() {
    return registry(DeviceTraits.NONE, StationTraits.NONE);
  }

  public static DeviceTraits traits(
      Optional<Boolean> compensated, Optional<Double> mountedAt, Optional<Integer> mostPerMinute) {
    return new DeviceTraits(
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        compensated,
        mountedAt,
        mostPerMinute,
        false,
        Optional.empty());
  }

  public static DeviceTraits every(Duration interval) {
    return counting(Optional.of(interval), false, Optional.empty());
  }

  public static DeviceTraits endStamped() {
    return counting(Optional.empty(), true, Optional.empty());
  }

  public static DeviceTraits totalBits(Optional<Integer> bits) {
    return counting(Optional.empty(), false, bits);
  }

  private static DeviceTraits counting(
      Optional<Duration> every, boolean endStamped, Optional<Integer> totalBits) {
    return new DeviceTraits(
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        every,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        endStamped,
        totalBits);
  }

  public static Instant minute(double minute) {
    return NOON.plusMillis(Math.round(minute * 60_000));
  }

  public static Reading measured(Quantity quantity, double value, Instant at) {
    return new Reading.Measured(DEVICE, STATION, quantity, value, Quality.PASS, at);
  }

  public static Reading counted(String lane, Map<Quantity, Double> values, Instant at) {
    return new Reading.Counted(DEVICE, STATION, lane, "in", values, Quality.PASS, at);
  }

  public static Outcome.Decoded pass(Stage stage, Instant arrived, Reading... readings) {
    return stage.apply(message(arrived), accepted(readings));
  }

  public static List<Reading> passes(Stage stage, Instant arrived, Reading... readings) {
    return ((Outcome.Accepted) pass(stage, arrived, readings)).readings();
  }

  public static List<Reading> passes(Stage stage, Reading... readings) {
    return passes(stage, readings[0].takenAt(), readings);
  }

  public static Outcome.Accepted accepted(Reading... readings) {
    return new Outcome.Accepted(DEVICE, List.of(readings), new Identity.DeviceTime(), 0);
  }

  public static RawMessage message(Instant arrived) {
    return new RawMessage("native", "c-1", "topic", Payload.ofText("{}"), false, arrived);
  }

  /** The readings' values of one quantity, in order. */
  public static List<Double> values(List<Reading> readings, Quantity quantity) {
    return readings.stream()
        .map(reading -> reading instanceof Reading.Past past ? past.reading() : reading)
        .map(
            reading ->
                reading instanceof Reading.Measured measured && measured.quantity() == quantity
                    ? Optional.of(measured.value())
                    : reading instanceof Reading.Counted counted
                        ? Optional.ofNullable(counted.values().get(quantity))
                        : Optional.<Double>empty())
        .flatMap(Optional::stream)
        .toList();
  }
}
