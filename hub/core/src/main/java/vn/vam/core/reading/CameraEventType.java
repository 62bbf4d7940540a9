package vn.vam.core.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a camera can report; {@code tamper} and {@code offline} are about the camera itself. */
public enum CameraEventType {
  LINE_CROSSED,
  INTRUSION,
  VEHICLE,
  PERSON,
  FLOOD,
  RED_LIGHT,
  ACCIDENT,
  STOPPED_VEHICLE,
  WRONG_WAY,
  CONGESTION,
  TAMPER,
  OFFLINE;

  /** Whether it makes a road dangerous or slow for everybody on it. */
  public boolean isIncident() {
    return switch (this) {
      case ACCIDENT, STOPPED_VEHICLE, WRONG_WAY, CONGESTION -> true;
      case LINE_CROSSED, INTRUSION, VEHICLE, PERSON, FLOOD, RED_LIGHT, TAMPER, OFFLINE -> false;
    };
  }

  /** Whether somebody has to look after it while it lasts, however much is seen beside it. */
  public boolean isHazard() {
    return switch (this) {
      case FLOOD, ACCIDENT, STOPPED_VEHICLE, WRONG_WAY, TAMPER, OFFLINE -> true;
      case LINE_CROSSED, INTRUSION, VEHICLE, PERSON, RED_LIGHT, CONGESTION -> false;
    };
  }

  /** While one of these goes on, the camera sees nothing of this. */
  public Set<CameraEventType> coveredBy() {
    return switch (this) {
      case LINE_CROSSED,
          INTRUSION,
          VEHICLE,
          PERSON,
          FLOOD,
          RED_LIGHT,
          ACCIDENT,
          STOPPED_VEHICLE,
          WRONG_WAY,
          CONGESTION ->
          Set.of(TAMPER);
      case TAMPER, OFFLINE -> Set.of();
    };
  }

  /** As written in messages and tags. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<CameraEventType> of(String word) {
    for (CameraEventType each : values()) {
      if (each.word().equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
