package vn.vam.core.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.vam.core.reading.Hint;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;

/** What became of a message. Each message has exactly one. */
public sealed interface Outcome {

  /** What a decoder can say; a duplicate is only recognised behind it. */
  sealed interface Decoded extends Outcome {}

  /**
   * Understood.
   *
   * @param readings at least one
   * @param identity what makes this message the same as a redelivered copy
   * @param dropped fields that held no readable number and were left out
   */
  record Accepted(DeviceId device, List<Reading> readings, Identity identity, int dropped)
      implements Decoded {
    public Accepted {
      readings = List.copyOf(readings);
      if (readings.isEmpty()) {
        throw new IllegalArgumentException("an accepted message has at least one reading");
      }
    }

    /** The same message, understood further. */
    public Accepted with(List<Reading> others) {
      return new Accepted(device, others, identity, dropped);
    }

    /** The same message with each of its readings understood further, where one is. */
    public Accepted each(UnaryOperator<Reading> further) {
      List<Reading> others = new ArrayList<>(readings.size());
      boolean changed = false;
      for (Reading reading : readings) {
        Reading other = further.apply(reading);
        changed |= other != reading;
        others.add(other);
      }
      return changed ? with(others) : this;
    }
  }

  /**
   * Not understood, kept for people to look at and to replay after a fix.
   *
   * @param device the known device it came from, where that much could be told
   * @param field the path of the field at fault, where one is
   * @param detail what was expected, for people; holds no personal data
   */
  record Rejected(
      Optional<DeviceId> device, RejectReason reason, Optional<String> field, String detail)
      implements Decoded {}

  /**
   * Understood, and no sample.
   *
   * @param reason a word such as {@code retained}
   * @param hints what it tells of the present all the same
   */
  record Ignored(Optional<DeviceId> device, String reason, List<Hint> hints) implements Decoded {
    public Ignored {
      hints = List.copyOf(hints);
    }

    public Ignored(Optional<DeviceId> device, String reason) {
      this(device, reason, List.of());
    }
  }

  /** A copy of a message that was logged before. */
  record Duplicate(Optional<DeviceId> device) implements Outcome {}

  default Optional<DeviceId> knownDevice() {
    return switch (this) {
      case Accepted accepted -> Optional.of(accepted.device());
      case Rejected rejected -> rejected.device();
      case Ignored ignored -> ignored.device();
      case Duplicate duplicate -> duplicate.device();
    };
  }

  /** As metrics and the API say it. */
  default String word() {
    return switch (this) {
      case Accepted accepted -> "accepted";
      case Rejected rejected -> "rejected";
      case Ignored ignored -> "ignored";
      case Duplicate duplicate -> "duplicate";
    };
  }
}
