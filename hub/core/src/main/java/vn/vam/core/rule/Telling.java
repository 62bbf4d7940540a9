package vn.vam.core.rule;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.vam.core.station.DeviceId;

/** Whose silence the alert of one watch has told of. */
final class Telling {
  private final List<Hearing> hearings;
  private Set<DeviceId> told = Set.of();

  /** Who of these was heard since. */
  private Set<DeviceId> back = Set.of();

  private List<DeviceId> silent = List.of();

  /**
   * @param hearings by which the devices of its own station are waited for; none for a rule that
   *     waits for no silence
   */
  Telling(List<Hearing> hearings) {
    this.hearings = hearings;
  }

  boolean waits() {
    return !hearings.isEmpty();
  }

  /**
   * @param raised whether an alert stands: an older hub told it of the whole station
   */
  void restore(Silences silences, Instant lastAt, boolean raised) {
    hearings.forEach(hearing -> hearing.restore(silences.heard(), lastAt));
    told = silences.told();
    back = silences.back();
    if (raised && silences.heard().isEmpty()) {
      hearings.forEach(hearing -> told = union(told, hearing.heard().keySet()));
    }
  }

  private static Set<DeviceId> union(Set<DeviceId> one, Set<DeviceId> other) {
    Set<DeviceId> both = new HashSet<>(one);
    both.addAll(other);
    return Set.copyOf(both);
  }

  /** The devices of the station from now on. */
  void expect(Listed devices) {
    hearings.forEach(hearing -> hearing.expect(devices));
  }

  /**
   * From here on whoever was never heard is listened to.
   *
   * @return whether there is such a one
   */
  boolean begin(Instant now) {
    boolean first = false;
    for (Hearing hearing : hearings) {
      first |= hearing.begin(now);
    }
    return first;
  }

  /** Takes up work after the hub was away. */
  void resume(Instant now) {
    hearings.forEach(hearing -> hearing.resume(now, told));
  }

  /** Whether others are silent than when this was asked before, which has to be remembered. */
  boolean turns(Instant at) {
    if (hearings.isEmpty()) {
      return false;
    }
    List<DeviceId> before = silent;
    silent = hearings.getFirst().silentAt(at, at);
    return !silent.equals(before);
  }

  /** Whether people know of some of these only. */
  boolean isNews(List<DeviceId> devices) {
    return !told.containsAll(devices);
  }

  /** What is said of them: nothing by name where they are all that the station has. */
  List<DeviceId> tell(List<DeviceId> devices) {
    if (hearings.isEmpty()) {
      return List.of();
    }
    told = Set.copyOf(devices);
    back = Set.of();
    return named(devices);
  }

  private List<DeviceId> named(List<DeviceId> devices) {
    Set<DeviceId> all = Set.copyOf(devices);
    boolean everyone = hearings.stream().anyMatch(hearing -> hearing.isEveryone(all));
    return everyone ? List.of() : devices;
  }

  /** Whether others of those that people know of are heard than before. */
  boolean isOther(List<DeviceId> devices) {
    return !backBut(devices).equals(back);
  }

  private Set<DeviceId> backBut(List<DeviceId> silentNow) {
    Set<DeviceId> others = new HashSet<>(told);
    silentNow.forEach(others::remove);
    return others;
  }

  /** What is said of those that are silent still. */
  List<DeviceId> tellStill(List<DeviceId> devices) {
    back = Set.copyOf(backBut(devices));
    return named(devices);
  }

  void ends() {
    told = Set.of();
    back = Set.of();
  }

  Silences kept() {
    return hearings.isEmpty()
        ? Silences.NONE
        : new Silences(hearings.getFirst().heard(), told, back);
  }
}
