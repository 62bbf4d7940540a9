package vn.vam.core.rule;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.Device;
import vn.vam.core.station.StationId;

/**
 * What must be so for an alert to be raised, or to be cleared.
 *
 * <p>Where a condition names no station, it is about the one its rule looks at.
 */
public sealed interface Condition {
  /** How far back it looks. */
  Duration window();

  /** How far back lies what has to be known for that. */
  default Duration lookBack() {
    return window();
  }

  /** In the words of the configuration, such as {@code above 0.5}. */
  String words();

  /**
   * Whether the mere passing of time tells something new, so that no fresh value is needed: that
   * nothing was heard, or that nothing more was seen.
   */
  boolean goesByTime();

  /** Whether it may hold where this is the number it judges: where that alone does not say no. */
  default boolean mayHold(double value) {
    return !(this instanceof Beyond beyond) || beyond.level().holds(value);
  }

  /** A number made of a station's values lies on one side of a level. */
  record Beyond(Optional<StationId> station, Quantity quantity, Measure measure, Level level)
      implements Condition {
    public Beyond(Quantity quantity, Measure measure, Level level) {
      this(Optional.empty(), quantity, measure, level);
    }

    @Override
    public Duration window() {
      return measure.window();
    }

    @Override
    public String words() {
      String what = measure.words().isEmpty() ? "" : measure.words() + " ";
      String where = station.map(id -> " at " + id).orElse("");
      return what + level.words() + where;
    }

    @Override
    public boolean goesByTime() {
      return false;
    }

    /** The same of one certain station. */
    public Beyond at(StationId other) {
      return new Beyond(Optional.of(other), quantity, measure, level);
    }

    /** Whether the levels of both are levels of the same, over whatever windows. */
    boolean isComparableTo(Beyond other) {
      return station.equals(other.station)
          && quantity == other.quantity
          && measure.isComparableTo(other.measure);
    }
  }

  /**
   * Cameras have seen something so many times. An event counts once, however many messages told of
   * it, from when it began until it was last told of.
   *
   * @param idle an event of which nothing was heard for so long has ended
   */
  record Seen(
      Optional<StationId> station,
      CameraEventType type,
      Duration window,
      Duration idle,
      Level times)
      implements Condition {
    /** How long an event goes on without a word, where nothing else is said. */
    public static final Duration USUAL_IDLE = Duration.ofMinutes(5);

    public Seen(Optional<StationId> station, CameraEventType type, Duration window, Level times) {
      this(station, type, window, USUAL_IDLE, times);
    }

    /** The same of one certain station. */
    public Seen at(StationId other) {
      return new Seen(Optional.of(other), type, window, idle, times);
    }

    /** The same, so many times. */
    public Seen times(Level other) {
      return new Seen(station, type, window, idle, other);
    }

    /** An event that goes on has to be known, also where its last message left the window. */
    @Override
    public Duration lookBack() {
      return window.plus(idle);
    }

    @Override
    public String words() {
      return type.word() + " " + times.words() + " times within " + Numbers.written(window);
    }

    @Override
    public boolean goesByTime() {
      return true;
    }
  }

  /**
   * A device of the station was not heard for longer than it may be silent; the station, where none
   * of its devices is known. A doubtful value is heard too: a probe that reports nonsense is
   * broken, not silent.
   *
   * @param quantity only messages that tell it count; any message where absent
   * @param usual how long a device may be silent; where intervals count the longest of any
   * @param intervals how many of its own a device may leave out; absent where all have the usual
   *     time
   * @param parent the station through which its messages come: while that is silent too, nobody
   *     knows more of this one, so it must have been heard since this one's time ran out
   */
  record Silent(
      Optional<Quantity> quantity,
      Duration usual,
      Optional<Integer> intervals,
      Optional<StationId> parent)
      implements Condition {
    public Silent(Optional<Quantity> quantity, Duration usual) {
      this(quantity, usual, Optional.empty(), Optional.empty());
    }

    /** How long that device may be silent. */
    public Duration allowed(Device device) {
      return intervals
          .flatMap(times -> device.traits().reportsEvery().map(every -> every.multipliedBy(times)))
          .orElse(usual);
    }

    @Override
    public Duration window() {
      return usual;
    }

    @Override
    public String words() {
      return "silent for " + Numbers.written(window());
    }

    @Override
    public boolean goesByTime() {
      return true;
    }
  }

  /** The opposite of {@link Silent}. */
  record Heard(Silent silent) implements Condition {
    @Override
    public Duration window() {
      return silent.window();
    }

    @Override
    public String words() {
      return "heard";
    }

    @Override
    public boolean goesByTime() {
      return true;
    }
  }

  /**
   * At least so many of several hold at once. A station whose newest value is too old counts
   * neither for nor against.
   *
   * @param least from 1 to the number of parts
   */
  record Several(List<Condition> parts, int least) implements Condition {
    public Several {
      parts = List.copyOf(parts);
      if (least < 1 || least > parts.size()) {
        throw new IllegalArgumentException(
            "expected 1 to " + parts.size() + " of the parts, was " + least);
      }
    }

    @Override
    public Duration window() {
      return longest(Condition::window);
    }

    @Override
    public Duration lookBack() {
      return longest(Condition::lookBack);
    }

    private Duration longest(Function<Condition, Duration> span) {
      return parts.stream().map(span).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    @Override
    public String words() {
      String of = least == parts.size() ? "all" : least == 1 ? "any" : "at least " + least;
      return parts.stream()
          .map(Condition::words)
          .collect(Collectors.joining(", ", of + " of (", ")"));
    }

    @Override
    public boolean goesByTime() {
      return true;
    }
  }
}
