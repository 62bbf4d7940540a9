package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/**
 * Until when each device of a station may be silent. A message prolongs it for the device that sent
 * it; one that tells no device of the station, as a history may, for all of them.
 *
 * <p>Where a certain quantity is awaited, a device counts from when it first told that: others at
 * the same station may never do. Until one has, and where no device is known, the station is waited
 * for as a whole.
 */
final class Hearing {
  private static final Comparator<Patience> SOONEST =
      Comparator.comparing(Patience::deadline).thenComparing(Patience::device);

  private final Condition.Silent silent;
  private final DeviceId station;
  private final Map<DeviceId, Duration> allowed = new LinkedHashMap<>();
  private final Map<DeviceId, Patience> waitedFor = new LinkedHashMap<>();
  private final NavigableSet<Patience> soonest = new TreeSet<>(SOONEST);
  private Set<DeviceId> beside = Set.of();
  private Instant messageAt = Instant.MIN;

  Hearing(Condition.Silent silent, StationId station, Listed devices) {
    this.silent = silent;
    this.station = new DeviceId(station.value());
    expect(devices);
  }

  Condition.Silent silent() {
    return silent;
  }

  /** The devices of the station from now on: others are forgotten, new ones are waited for. */
  void expect(Listed devices) {
    beside = devices.beside();
    allowed.clear();
    devices.waitedFor().forEach(device -> allowed.put(device.id(), silent.allowed(device)));
    new ArrayList<>(waitedFor.values()).forEach(this::keepOrForget);
    if (silent.quantity().isEmpty()) {
      allowed.keySet().forEach(this::of);
    }
    if (waitedFor.isEmpty()) {
      of(station);
    }
  }

  private void keepOrForget(Patience patience) {
    Duration now = allowed.get(patience.device());
    if (now != null) {
      change(patience, () -> patience.allow(now));
    } else if (!isWhole(patience)) {
      remove(patience);
    }
  }

  private boolean isWhole(Patience patience) {
    return patience.device().equals(station) && !allowed.containsKey(station);
  }

  /** Whoever is waited for by name takes the place of the station as a whole. */
  private Patience of(DeviceId device) {
    Patience known = waitedFor.get(device);
    if (known != null) {
      return known;
    }
    Patience whole = waitedFor.get(station);
    if (whole != null && isWhole(whole)) {
      remove(whole);
    }
    Patience added = new Patience(device, allowed.getOrDefault(device, silent.usual()));
    waitedFor.put(device, added);
    soonest.add(added);
    return added;
  }

  private void remove(Patience patience) {
    waitedFor.remove(patience.device());
    soonest.remove(patience);
  }

  private void change(Patience patience, Runnable how) {
    soonest.remove(patience);
    how.run();
    soonest.add(patience);
  }

  /**
   * What ran out while nobody listened gets a third of the time again: it was not the device that
   * was silent.
   *
   * @param told whose silence has been told already
   */
  void resume(Instant now, Set<DeviceId> told) {
    for (Patience patience : List.copyOf(waitedFor.values())) {
      if (!patience.heardAt().equals(Instant.MIN) && !told.contains(patience.device())) {
        change(patience, () -> patience.extend(now));
      }
    }
  }

  /**
   * From here on whoever was never heard is listened to.
   *
   * @return whether there is such a one, which has to be remembered
   */
  boolean begin(Instant now) {
    boolean first = false;
    for (Patience patience : List.copyOf(waitedFor.values())) {
      if (patience.heardAt().equals(Instant.MIN)) {
        first = true;
        change(patience, () -> patience.heard(now));
      }
    }
    return first;
  }

  /**
   * @return whether that device is waited for from now on
   */
  boolean heard(DeviceId device, Instant at) {
    messageAt = at.isAfter(messageAt) ? at : messageAt;
    boolean isNew = allowed.containsKey(device) && !waitedFor.containsKey(device);
    if (allowed.containsKey(device)) {
      Patience patience = of(device);
      change(patience, () -> patience.heard(at));
    } else if (!beside.contains(device)) {
      heard(at);
    }
    return isNew;
  }

  /** Nobody knows by whom. */
  private void heard(Instant at) {
    List.copyOf(waitedFor.values()).forEach(each -> change(each, () -> each.heard(at)));
  }

  /**
   * As an earlier run remembered.
   *
   * @param heard when each was heard last; nobody where that run knew stations alone
   * @param newest when somebody was
   */
  void restore(Map<DeviceId, Instant> heard, Instant newest) {
    if (heard.isEmpty()) {
      heard(newest);
    }
    heard.forEach(
        (device, at) -> {
          if (allowed.containsKey(device) || waitedFor.containsKey(device)) {
            Patience patience = of(device);
            change(patience, () -> patience.heard(at));
          }
        });
  }

  /** When each was heard last, or first listened to. */
  Map<DeviceId, Instant> heard() {
    return waitedFor.values().stream()
        .filter(patience -> !patience.heardAt().equals(Instant.MIN))
        .collect(Collectors.toUnmodifiableMap(Patience::device, Patience::heardAt));
  }

  /** The first end of a patience behind this instant; {@link Instant#MAX} for none. */
  Instant endsAfter(Instant at) {
    for (Patience patience : soonest) {
      if (patience.deadline().isAfter(at)) {
        return patience.deadline();
      }
    }
    return Instant.MAX;
  }

  boolean isAnyoneSilent(Instant at) {
    return !soonest.first().deadline().isAfter(at);
  }

  /**
   * Whose patience is over, soonest first.
   *
   * @param endedUntil those whose patience ended later are left out
   */
  List<DeviceId> silentAt(Instant at, Instant endedUntil) {
    Instant until = Gauge.earlier(at, endedUntil);
    List<DeviceId> devices = new ArrayList<>();
    for (Patience patience : soonest) {
      if (patience.deadline().isAfter(until)) {
        break;
      }
      devices.add(patience.device());
    }
    return devices;
  }

  /** Whether these are all that are waited for. */
  boolean isEveryone(Set<DeviceId> devices) {
    return devices.containsAll(waitedFor.keySet());
  }

  /** When a message came that itself tells so, and not that somebody began to listen. */
  Instant messageAt() {
    return messageAt;
  }

  /** How long none of these was heard; of anybody where there are none. */
  double silentMinutes(List<DeviceId> devices, Instant at) {
    return waitedFor.values().stream()
        .filter(patience -> devices.isEmpty() || devices.contains(patience.device()))
        .mapToDouble(patience -> patience.silentMinutes(at))
        .min()
        .orElse(0);
  }
}
