package vn.vam.core.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.Hint;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationId;

/** Everything rules hear of, by where it comes from. */
final class Signals {
  private record Measured(StationId station, Quantity quantity) {}

  private record Watched(StationId station, CameraEventType type) {}

  /** Someone who waits for silence. */
  record Ear(RuleWatch watch, Hearing hearing) {
    boolean hears(Reading reading) {
      Optional<Quantity> awaited = hearing.silent().quantity();
      return reading.isSignOfLife()
          && awaited
              .map(
                  quantity ->
                      Observation.of(reading).stream()
                          .anyMatch(each -> each.quantity() == quantity))
              .orElse(true);
    }
  }

  private final Map<Measured, Series> series = new HashMap<>();
  private final Map<Watched, Sightings> sightings = new HashMap<>();
  private final Map<StationId, List<Ear>> ears = new HashMap<>();
  private final Map<StationId, Eyes> eyes = new HashMap<>();
  private final Map<RuleWatch, Series> sleeping = new HashMap<>();
  private Registry registry;

  Signals(Registry registry) {
    this.registry = registry;
  }

  Series series(StationId station, Quantity quantity) {
    return series.computeIfAbsent(
        new Measured(station, quantity), key -> new Series(station, quantity));
  }

  Optional<Series> heard(StationId station, Quantity quantity) {
    return Optional.ofNullable(series.get(new Measured(station, quantity)));
  }

  Sightings sightings(StationId station, CameraEventType type) {
    return sightings.computeIfAbsent(new Watched(station, type), key -> new Sightings());
  }

  Optional<Sightings> seen(StationId station, CameraEventType type) {
    return Optional.ofNullable(sightings.get(new Watched(station, type)));
  }

  Eyes eyes(StationId station) {
    return eyes.computeIfAbsent(station, key -> new Eyes(registry.devicesOf(key)));
  }

  /** Those that a reading says something of: that one is there, or gone. */
  Optional<Eyes> looking(Reading reading) {
    Eyes known = eyes.get(reading.station());
    boolean isConcerned =
        (known != null && known.areConcernedBy(reading))
            || (Eye.isOfItself(reading) && isAt(reading.station(), reading.device()));
    return isConcerned ? Optional.of(eyes(reading.station())) : Optional.empty();
  }

  /** Whether it wants to know that cameras are there. */
  boolean looks(RuleWatch watch) {
    return eyes.values().stream().anyMatch(each -> each.watches().contains(watch));
  }

  /** Other cameras are there from now on. */
  void expect(Registry other) {
    registry = other;
    eyes.forEach((station, each) -> each.expect(registry.devicesOf(station)));
  }

  List<Ear> ears(StationId station) {
    return ears.getOrDefault(station, List.of());
  }

  void listen(RuleWatch watch, StationId station, Hearing hearing) {
    ears.computeIfAbsent(station, key -> new ArrayList<>()).add(new Ear(watch, hearing));
  }

  void sleep(RuleWatch watch, Series in) {
    sleeping.put(watch, in);
    settle(watch);
  }

  /** Where it sleeps, if it is one that may. */
  Optional<Series> bedOf(RuleWatch watch) {
    return Optional.ofNullable(sleeping.get(watch));
  }

  /**
   * Wakes and sleeps by the phase it is in now: between two levels nothing else can change it, and
   * while it is timing nothing but the other side of its level, and time.
   */
  void settle(RuleWatch watch) {
    Series in = sleeping.get(watch);
    if (in == null) {
      return;
    }
    if (!(watch.awaited() instanceof Condition.Beyond beyond)) {
      in.sleepers().awake(watch);
    } else if (watch.isTiming()) {
      in.sleepers().doze(watch, beyond.level(), watch.due());
    } else {
      in.sleepers().asleep(watch, beyond.level());
    }
  }

  /** Lets it look at the next value, whatever that is. */
  void keepAwake(RuleWatch watch) {
    bedOf(watch).ifPresent(bed -> bed.sleepers().awake(watch));
  }

  /** Where it dozes, if it does. */
  Optional<Series> dozesIn(RuleWatch watch) {
    return bedOf(watch).filter(bed -> bed.sleepers().isDozing(watch));
  }

  /** Fills the memory with what was judged before. */
  void recall(Reading reading, Instant now) {
    Observation.of(reading).forEach(observation -> recall(observation, now));
    ears(reading.station()).stream()
        .filter(ear -> ear.hears(reading))
        .forEach(
            ear -> {
              ear.hearing().heard(reading.device(), reading.takenAt());
              ear.watch().recall(reading.takenAt(), Instant.MIN);
            });
    looking(reading)
        .ifPresent(
            each -> {
              each.of(reading.device()).take(reading);
              each.watches().forEach(watch -> watch.recall(reading.takenAt(), now));
            });
    if (reading instanceof Reading.CameraEvent event && event.quality().mayAlert()) {
      seen(event.station(), event.type())
          .filter(known -> known.isNews(event))
          .ifPresent(
              known -> {
                known
                    .watches()
                    .forEach(watch -> watch.recall(known.judgedAt(event, watch, now), now));
                known.take(event);
              });
    }
  }

  void recall(Observation observation, Instant now) {
    heard(observation.station(), observation.quantity())
        .ifPresent(
            known -> {
              if (observation.quality().mayAlert()) {
                known.take(observation.at(), observation.value(), observation.teller());
                known.watches().forEach(watch -> watch.recall(observation.at(), now));
              } else {
                known.withdraw(observation);
              }
            });
  }

  void recall(Hint hint) {
    switch (hint) {
      case Hint.LastKnown last -> {}
      case Hint.Presence presence -> {
        if (isCamera(presence)) {
          eyes(presence.station()).of(presence.device()).tell(presence);
        }
      }
    }
  }

  void recall(SignalState state) {
    switch (state) {
      case SignalState.OfSeries of ->
          heard(of.subject().station(), of.subject().quantity())
              .ifPresent(known -> of.doubt().ifPresent(known::doubt));
      case SignalState.OfCamera of -> {
        if (isAt(of.subject().station(), of.subject().device())) {
          eyes(of.subject().station()).of(of.subject().device()).restore(of);
        }
      }
    }
  }

  /** Whether it is there, and was not taken away or elsewhere. */
  private boolean isAt(StationId station, DeviceId device) {
    return registry.isEmpty()
        || registry.device(device).filter(known -> known.station().equals(station)).isPresent();
  }

  boolean isCamera(Hint.Presence presence) {
    return isAt(presence.station(), presence.device())
        && registry
            .device(presence.device())
            .filter(known -> known.kind() == Kind.CAMERA)
            .isPresent();
  }

  /** Nobody tells it anything any more. */
  void forget(RuleWatch watch) {
    Series bed = sleeping.remove(watch);
    if (bed != null) {
      bed.sleepers().remove(watch);
      return;
    }
    series.values().forEach(each -> each.watches().remove(watch));
    sightings.values().forEach(each -> each.watches().remove(watch));
    eyes.values().forEach(each -> each.watches().remove(watch));
    ears.values().forEach(each -> each.removeIf(ear -> ear.watch() == watch));
  }
}
