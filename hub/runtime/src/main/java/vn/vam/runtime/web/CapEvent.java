package vn.vam.runtime.web;

import java.util.List;
import java.util.Optional;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Measure;

/**
 * What the public has to know of, in the categories of the Common Alerting Protocol.
 *
 * @param category one of the protocol's
 * @param words what happened, in Vietnamese
 * @param unit of an alert's value; empty where it is a count, absent where it may be of one thing
 *     or of another
 */
record CapEvent(String category, String words, Optional<String> unit) {
  private CapEvent(String category, String words, String unit) {
    this(category, words, Optional.of(unit));
  }

  /** Nothing for what is no public matter, such as a silent probe or somebody in a yard. */
  static Optional<CapEvent> of(Condition breach) {
    return switch (breach) {
      case Condition.Beyond beyond when beyond.measure() instanceof Measure.Times ->
          of(beyond.quantity()).map(event -> event.in(Optional.of("")));
      case Condition.Beyond beyond -> of(beyond.quantity());
      case Condition.Several several -> of(several);
      case Condition.Seen seen -> of(seen.type());
      case Condition.Silent silent -> Optional.empty();
      case Condition.Heard heard -> Optional.empty();
    };
  }

  private static Optional<CapEvent> of(Condition.Several several) {
    List<Optional<CapEvent>> parts = several.parts().stream().map(CapEvent::of).toList();
    boolean isOne = parts.stream().map(part -> part.map(CapEvent::unit)).distinct().count() == 1;
    return parts.stream()
        .flatMap(Optional::stream)
        .findFirst()
        .map(event -> isOne ? event : event.in(Optional.empty()));
  }

  private CapEvent in(Optional<String> other) {
    return new CapEvent(category, words, other);
  }

  private static Optional<CapEvent> of(Quantity quantity) {
    return switch (quantity) {
      case SALINITY, EC25, EC -> Optional.of(new CapEvent("Env", "Xâm nhập mặn", quantity.unit()));
      case LEVEL -> Optional.of(new CapEvent("Met", "Mực nước", quantity.unit()));
      case OCCUPANCY, SPEED ->
          Optional.of(new CapEvent("Transport", "Giao thông", quantity.unit()));
      case COUNT, PCU, CLASS_MOTORCYCLE, CLASS_CAR, CLASS_TRUCK, CLASS_BUS, CLASS_BICYCLE ->
          Optional.of(new CapEvent("Transport", "Giao thông", "xe"));
      case TEMPERATURE, DISTANCE, BATTERY_SHARE, BATTERY, INTERVAL, COUNT_TOTAL, SCORE ->
          Optional.empty();
    };
  }

  private static Optional<CapEvent> of(CameraEventType type) {
    return switch (type) {
      case FLOOD -> Optional.of(new CapEvent("Met", "Ngập nước", ""));
      case ACCIDENT -> Optional.of(new CapEvent("Transport", "Tai nạn giao thông", ""));
      case STOPPED_VEHICLE -> Optional.of(new CapEvent("Transport", "Xe dừng giữa đường", ""));
      case WRONG_WAY -> Optional.of(new CapEvent("Transport", "Xe đi ngược chiều", ""));
      case CONGESTION -> Optional.of(new CapEvent("Transport", "Ùn tắc giao thông", ""));
      case LINE_CROSSED, INTRUSION, VEHICLE, PERSON, RED_LIGHT, TAMPER, OFFLINE -> Optional.empty();
    };
  }
}
