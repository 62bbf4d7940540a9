package vn.vam.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.ingest.Passing.minute;
import static vn.vam.core.ingest.Passing.passes;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.vam.core.message.Stage;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Reading;

class TellingEventsApart {
  private final Stage stage = new EventsApart();

  @Test
  void two_of_one_type_and_instant_are_a_millisecond_apart() {
    assertThat(standsAt(event("e1", CameraEventType.VEHICLE))).isEqualTo(minute(0));
    assertThat(standsAt(event("e2", CameraEventType.VEHICLE))).isEqualTo(minute(0).plusMillis(1));
    assertThat(standsAt(event("e3", CameraEventType.VEHICLE))).isEqualTo(minute(0).plusMillis(2));
  }

  @Test
  void the_phases_of_one_stay_together() {
    standsAt(event("e1", CameraEventType.VEHICLE));
    standsAt(event("e2", CameraEventType.VEHICLE));

    assertThat(standsAt(event("e2", CameraEventType.VEHICLE))).isEqualTo(minute(0).plusMillis(1));
    assertThat(standsAt(event("e1", CameraEventType.VEHICLE))).isEqualTo(minute(0));
  }

  @Test
  void another_type_is_another_series() {
    standsAt(event("e1", CameraEventType.VEHICLE));

    assertThat(standsAt(event("e2", CameraEventType.PERSON))).isEqualTo(minute(0));
  }

  @Test
  void those_of_the_past_too() {
    standsAt(event("e1", CameraEventType.FLOOD));

    assertThat(standsAt(new Reading.Past(event("e2", CameraEventType.FLOOD))))
        .isEqualTo(minute(0).plusMillis(1));
  }

  @Test
  void a_restart_makes_no_difference() {
    stage.recall(
        Passing.message(minute(1)), Passing.accepted(event("e1", CameraEventType.VEHICLE)));

    assertThat(standsAt(event("e2", CameraEventType.VEHICLE))).isEqualTo(minute(0).plusMillis(1));
  }

  private Instant standsAt(Reading reading) {
    return passes(stage, minute(1), reading).getFirst().takenAt();
  }

  private static Reading event(String id, CameraEventType type) {
    return new Reading.CameraEvent(
        Passing.DEVICE,
        Passing.STATION,
        id,
        type,
        CameraPhase.NEW,
        Optional.empty(),
        Optional.empty(),
        Quality.PASS,
        minute(0));
  }
}
