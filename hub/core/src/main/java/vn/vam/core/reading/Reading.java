package vn.vam.core.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/**
 * What we understood of a message: a measured value, a counted interval of a lane, an event of a
 * camera, or any of these from the past.
 */
public sealed interface Reading {
  DeviceId device();

  StationId station();

  Quality quality();

  /** When the device measured, not when we heard of it; millisecond precision. */
  Instant takenAt();

  /**
   * Whether it shows that its device is there: what tells the past does not, nor that a camera is
   * gone.
   */
  default boolean isSignOfLife() {
    return switch (this) {
      case Measured measured -> true;
      case Counted counted -> true;
      case CameraEvent event -> !event.isAbsence();
      case Past past -> false;
    };
  }

  /**
   * @param value in the unit of {@code quantity}; finite
   * @param method how the hub computed it, such as {@code pss78-hill}; absent for what the device
   *     said itself
   */
  record Measured(
      DeviceId device,
      StationId station,
      Quantity quantity,
      double value,
      Quality quality,
      Instant takenAt,
      Optional<String> method)
      implements Reading {
    public Measured {
      requireFinite(quantity, value);
    }

    public Measured(
        DeviceId device,
        StationId station,
        Quantity quantity,
        double value,
        Quality quality,
        Instant takenAt) {
      this(device, station, quantity, value, quality, takenAt, Optional.empty());
    }

    public Measured at(Instant other) {
      return new Measured(device, station, quantity, value, quality, other, method);
    }

    public Measured flagged(Quality other) {
      return other == quality
          ? this
          : new Measured(device, station, quantity, value, other, takenAt, method);
    }

    /** Another quantity that follows from this one. */
    public Measured as(Quantity other, double its, Optional<String> how) {
      return new Measured(device, station, other, its, quality, takenAt, how);
    }
  }

  /**
   * One interval of one lane.
   *
   * @param lane matches {@link vn.vam.core.station.Ids#GRAMMAR}; "1" where the counter does not say
   * @param direction likewise; "both" where the counter does not say
   * @param values at least one; count, occupancy (percent), speed (km/h), length of the interval
   *     (s), counts by class
   * @param takenAt start of the interval
   */
  record Counted(
      DeviceId device,
      StationId station,
      String lane,
      String direction,
      Map<Quantity, Double> values,
      Quality quality,
      Instant takenAt)
      implements Reading {
    public Counted {
      if (values.isEmpty()) {
        throw new IllegalArgumentException("a counted interval has at least one value");
      }
      values.forEach(Reading::requireFinite);
      values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    public Counted flagged(Quality other) {
      return other == quality
          ? this
          : new Counted(device, station, lane, direction, values, other, takenAt);
    }

    public Counted with(Map<Quantity, Double> others) {
      return new Counted(device, station, lane, direction, others, quality, takenAt);
    }

    /** Zero where the counter does not say, or says something impossible. */
    public Duration length() {
      double seconds = values.getOrDefault(Quantity.INTERVAL, 0.0);
      return Quantity.INTERVAL.isPossible(seconds)
          ? Duration.ofMillis(Math.round(seconds * 1_000))
          : Duration.ZERO;
    }

    public Counted at(Instant other) {
      return new Counted(device, station, lane, direction, values, quality, other);
    }
  }

  /**
   * One phase in the life of something a camera saw. Never a whole plate, never a face.
   *
   * @param eventId the gateway's own id, the same from new to end
   * @param score the camera's confidence, 0 to 1
   * @param zone the camera's name for the area
   * @param startedAt when the event began, where the camera says so
   * @param maskedPlate for eyes alone: in no point, tag or log line; absent unless the source was
   *     told to keep it
   */
  record CameraEvent(
      DeviceId device,
      StationId station,
      String eventId,
      CameraEventType type,
      CameraPhase phase,
      Optional<Double> score,
      Optional<String> zone,
      Quality quality,
      Instant takenAt,
      Optional<Instant> startedAt,
      Optional<MaskedPlate> maskedPlate)
      implements Reading {
    public CameraEvent {
      score.ifPresent(value -> requireFinite(Quantity.SCORE, value));
    }

    public CameraEvent(
        DeviceId device,
        StationId station,
        String eventId,
        CameraEventType type,
        CameraPhase phase,
        Optional<Double> score,
        Optional<String> zone,
        Quality quality,
        Instant takenAt) {
      this(
          device,
          station,
          eventId,
          type,
          phase,
          score,
          zone,
          quality,
          takenAt,
          Optional.empty(),
          Optional.empty());
    }

    public CameraEvent at(Instant other) {
      return new CameraEvent(
          device,
          station,
          eventId,
          type,
          phase,
          score,
          zone,
          quality,
          other,
          startedAt,
          maskedPlate);
    }

    public CameraEvent flagged(Quality other) {
      return other == quality
          ? this
          : new CameraEvent(
              device,
              station,
              eventId,
              type,
              phase,
              score,
              zone,
              other,
              takenAt,
              startedAt,
              maskedPlate);
    }

    /** Whether it tells that the camera is gone: that is no sign of life from it. */
    public boolean isAbsence() {
      return type == CameraEventType.OFFLINE && phase != CameraPhase.END;
    }

    public CameraEvent withoutZone() {
      return new CameraEvent(
          device,
          station,
          eventId,
          type,
          phase,
          score,
          Optional.empty(),
          quality,
          takenAt,
          startedAt,
          maskedPlate);
    }

    public CameraEvent withPlate(Optional<MaskedPlate> plate) {
      return new CameraEvent(
          device, station, eventId, type, phase, score, zone, quality, takenAt, startedAt, plate);
    }
  }

  /**
   * A reading that tells the past and says so: a device's own memory, or what was measured while a
   * connection was down. Stored; never the latest value, never judged by a rule.
   *
   * @param reading itself none of the past
   */
  record Past(Reading reading) implements Reading {
    public Past {
      if (reading instanceof Past) {
        throw new IllegalArgumentException("the past of the past is the past");
      }
    }

    @Override
    public DeviceId device() {
      return reading.device();
    }

    @Override
    public StationId station() {
      return reading.station();
    }

    @Override
    public Quality quality() {
      return reading.quality();
    }

    @Override
    public Instant takenAt() {
      return reading.takenAt();
    }
  }

  private static void requireFinite(Quantity quantity, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(quantity.field() + " must be finite, was " + value);
    }
  }
}
