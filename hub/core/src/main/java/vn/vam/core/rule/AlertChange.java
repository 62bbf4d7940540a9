package vn.vam.core.rule;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/**
 * A step in the life of an alert, decided by the rules.
 *
 * <p>{@code at} is event time: when the level had held long enough, not when we came to know.
 * {@code value} is the number the rule judges, in the unit of its quantity; events that were seen,
 * or minutes of silence. {@code devices} are those of the station that it is about, in order; none
 * where it is about the station as a whole.
 */
public sealed interface AlertChange {
  RuleId rule();

  StationId station();

  Severity severity();

  Instant at();

  double value();

  List<DeviceId> devices();

  /**
   * As people and programs read it: {@code raised}, {@code escalated}, {@code still}, {@code
   * doubted}, {@code cleared}.
   */
  default String word() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static List<DeviceId> inOrder(Collection<DeviceId> devices) {
    return devices.size() < 2 ? List.copyOf(devices) : devices.stream().sorted().toList();
  }

  record Raised(
      RuleId rule,
      StationId station,
      Severity severity,
      Instant at,
      double value,
      List<DeviceId> devices)
      implements AlertChange {
    public Raised {
      devices = inOrder(devices);
    }

    /** Of the station as a whole. */
    public Raised(RuleId rule, StationId station, Severity severity, Instant at, double value) {
      this(rule, station, severity, at, value, List.of());
    }
  }

  /**
   * @param severity the higher one it has reached; the same as before where further devices of the
   *     station have fallen silent
   */
  record Escalated(
      RuleId rule,
      StationId station,
      Severity severity,
      Instant at,
      double value,
      List<DeviceId> devices)
      implements AlertChange {
    public Escalated {
      devices = inOrder(devices);
    }

    /** Of the station as a whole. */
    public Escalated(RuleId rule, StationId station, Severity severity, Instant at, double value) {
      this(rule, station, severity, at, value, List.of());
    }
  }

  /**
   * It stands as before, but of other devices: one that people know to be silent was heard again,
   * or fell silent again after that. Operators hear of it, citizens do not.
   *
   * @param devices that are silent now
   */
  record Still(
      RuleId rule,
      StationId station,
      Severity severity,
      Instant at,
      double value,
      List<DeviceId> devices)
      implements AlertChange {
    public Still {
      devices = inOrder(devices);
    }
  }

  /**
   * A value that is suspect would have raised an alert, or made it graver: operators hear of it at
   * once, citizens once the next good value agrees. It is no alert yet.
   *
   * @param severity what it would have reached
   * @param at of the value
   */
  record Doubted(RuleId rule, StationId station, Severity severity, Instant at, double value)
      implements AlertChange {
    /** A value is of the station. */
    @Override
    public List<DeviceId> devices() {
      return List.of();
    }
  }

  /**
   * @param severity the highest it had reached
   * @param ending why; nothing is known to be well again, but by its rule
   */
  record Cleared(
      RuleId rule, StationId station, Severity severity, Instant at, double value, Ending ending)
      implements AlertChange {
    /** As the rules see it. */
    public Cleared(RuleId rule, StationId station, Severity severity, Instant at, double value) {
      this(rule, station, severity, at, value, Ending.SAFE);
    }

    /** The end is of the whole station. */
    @Override
    public List<DeviceId> devices() {
      return List.of();
    }
  }
}
