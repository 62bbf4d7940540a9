package vn.vam.core.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Stage;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.reading.Reading.Measured;
import vn.vam.core.salinity.PracticalSalinity;
import vn.vam.core.station.Device;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Registry;

/**
 * Gives a probe that tells conductivity alone its salinity, and says by which method. A probe's own
 * salinity stands. Conductivity that is not referred to 25 °C needs the water's temperature:
 * without it there is no salinity, since 32 °C alone reads a seventh higher.
 */
public final class SalinityFromConductivity implements Stage {
  /** What the points of such a value say of it. */
  public static final String METHOD = "pss78-hill";

  private record Moment(Instant at, boolean past) {}

  private final Supplier<Registry> registry;

  public SalinityFromConductivity(Supplier<Registry> registry) {
    this.registry = registry;
  }

  @Override
  public Outcome.Decoded apply(RawMessage message, Outcome.Accepted accepted) {
    if (accepted.readings().stream().noneMatch(SalinityFromConductivity::isConductivity)) {
      return accepted;
    }
    List<Reading> readings = new ArrayList<>(accepted.readings());
    accepted.readings().stream()
        .map(SalinityFromConductivity::moment)
        .distinct()
        .flatMap(moment -> salinity(moment, accepted.readings()).stream())
        .forEach(readings::add);
    return accepted.with(readings);
  }

  @Override
  public void recall(RawMessage message, Outcome.Accepted accepted) {
    // Each message stands for itself.
  }

  private static boolean isConductivity(Reading reading) {
    return reading instanceof Reading.Past past
        ? isConductivity(past.reading())
        : reading instanceof Measured measured
            && (measured.quantity() == Quantity.EC25 || measured.quantity() == Quantity.EC);
  }

  private static Moment moment(Reading reading) {
    return new Moment(reading.takenAt(), reading instanceof Reading.Past);
  }

  private Optional<Reading> salinity(Moment moment, List<Reading> readings) {
    List<Measured> measured =
        readings.stream()
            .filter(reading -> moment(reading).equals(moment))
            .map(reading -> reading instanceof Reading.Past past ? past.reading() : reading)
            .filter(Measured.class::isInstance)
            .map(Measured.class::cast)
            .toList();
    if (find(measured, Quantity.SALINITY).isPresent()) {
      return Optional.empty();
    }
    return salinity(measured).map(salt -> moment.past() ? new Reading.Past(salt) : salt);
  }

  private Optional<Measured> salinity(List<Measured> measured) {
    Optional<Measured> compensated = find(measured, Quantity.EC25);
    Optional<Measured> conductivity = compensated.or(() -> find(measured, Quantity.EC));
    return conductivity.flatMap(
        told ->
            isCompensated(registry.get(), told.device(), compensated.isPresent())
                ? Optional.of(salinity(told, PracticalSalinity.REFERENCE))
                : find(measured, Quantity.TEMPERATURE).map(water -> salinity(told, water)));
  }

  /**
   * What such a salinity follows from.
   *
   * @param bySaying whether the device calls its conductivity referred to 25 °C
   */
  static Set<Quantity> sources(Registry registry, DeviceId device, boolean bySaying) {
    Quantity conductivity = bySaying ? Quantity.EC25 : Quantity.EC;
    return isCompensated(registry, device, bySaying)
        ? EnumSet.of(conductivity)
        : EnumSet.of(conductivity, Quantity.TEMPERATURE);
  }

  private static boolean isCompensated(Registry registry, DeviceId device, boolean bySaying) {
    return registry
        .device(device)
        .map(Device::traits)
        .flatMap(traits -> traits.compensated())
        .orElse(bySaying);
  }

  private static Measured salinity(Measured conductivity, Measured water) {
    return salinity(conductivity, water.value())
        .flagged(conductivity.quality().worseOf(water.quality()));
  }

  private static Measured salinity(Measured conductivity, double temperature) {
    double salinity = PracticalSalinity.of(Math.max(0, conductivity.value()), temperature);
    return conductivity.as(Quantity.SALINITY, rounded(salinity), Optional.of(METHOD));
  }

  /** No probe is exact to a tenth of a milligram. */
  private static double rounded(double salinity) {
    return Math.round(salinity * 10_000) / 10_000.0;
  }

  private static Optional<Measured> find(List<Measured> measured, Quantity quantity) {
    return measured.stream().filter(reading -> reading.quantity() == quantity).findFirst();
  }
}
