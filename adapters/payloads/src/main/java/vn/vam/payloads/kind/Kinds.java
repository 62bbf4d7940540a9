package vn.vam.payloads.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.message.RejectReason;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Kind;
import vn.vam.payloads.field.FieldNames;
import vn.vam.payloads.field.Fields;
import vn.vam.payloads.field.Label;
import vn.vam.payloads.note.Note;
import vn.vam.payloads.step.Step;

/** The readings of a message, by the kind of its device. */
public final class Kinds {
  static final Set<Quantity> OF_PROBE = Quantity.of(Kind.SALINITY);
  static final Set<Quantity> OF_COUNTER = Quantity.of(Kind.TRAFFIC);
  static final Set<Quantity> OF_CAMERA = Quantity.of(Kind.CAMERA);

  private Kinds() {}

  public static Step<Understood> readings(Kind kind, Origin origin, Fields fields) {
    return switch (kind) {
      case SALINITY -> ProbeReadings.of(origin, fields);
      case TRAFFIC -> CounterReadings.of(origin, fields);
      case CAMERA -> CameraReadings.of(origin, fields);
    };
  }

  /** The numbers of a counter that say its detector is broken. */
  public static List<Note> faults(Fields fields, List<Reading> readings) {
    return readings.getFirst() instanceof Reading.Counted
        ? fields.numbers(OF_COUNTER).entrySet().stream()
            .filter(number -> number.getValue() == CounterReadings.FAULT)
            .map(number -> new Note(number.getKey().field(), "left out, the detector is broken"))
            .toList()
        : List.of();
  }

  /** The kind of a device nobody told us about, by what it says. */
  public static Kind supposed(Fields fields) {
    if (fields.label(Label.EVENT_ID).isPresent()) {
      return Kind.CAMERA;
    }
    return fields.mentions(OF_COUNTER) && !fields.mentions(OF_PROBE) ? Kind.TRAFFIC : Kind.SALINITY;
  }

  /** Names the field at fault: the first that was unreadable, else the first that was expected. */
  static <T> Step<T> nothingMeasured(DeviceId device, Fields fields, Set<Quantity> wanted) {
    return fields
        .firstUnreadable(wanted)
        .<Step<T>>map(field -> noMeasuredField(device, field, "expected a number such as 4.2"))
        .orElseGet(
            () ->
                noMeasuredField(
                    device,
                    wanted.iterator().next().field(),
                    "expected at least one of " + FieldNames.list(wanted)));
  }

  private static <T> Step<T> noMeasuredField(DeviceId device, String field, String detail) {
    return Step.reject(Optional.of(device), RejectReason.NO_MEASURED_FIELD, field, detail);
  }

  static boolean allPossible(Map<Quantity, Double> values) {
    return values.entrySet().stream().allMatch(e -> e.getKey().isPossible(e.getValue()));
  }
}
