package vn.vam.app.hub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vam.core.message.Outcome;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Hint;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/** What comes from the camera at the quay. */
final class Quay {
  private static final DeviceId CAMERA = new DeviceId("quay-1");
  private static final StationId STATION = new StationId("quay");

  private Quay() {}

  static Reading event(
      String id,
      CameraEventType type,
      CameraPhase phase,
      Quality quality,
      Instant taken,
      Optional<Instant> started) {
    return new Reading.CameraEvent(
        CAMERA,
        STATION,
        id,
        type,
        phase,
        Optional.empty(),
        Optional.empty(),
        quality,
        taken,
        started,
        Optional.empty());
  }

  /** What its gateway says of it. */
  static Outcome presence(boolean online, Instant now) {
    Hint said = new Hint.Presence(CAMERA, STATION, online, now);
    return new Outcome.Ignored(Optional.of(CAMERA), "status", List.of(said));
  }
}
