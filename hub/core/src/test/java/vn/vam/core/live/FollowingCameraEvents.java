package vn.vam.core.live;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.reading.CameraPhase.END;
import static vn.vam.core.reading.CameraPhase.NEW;
import static vn.vam.core.reading.CameraPhase.UPDATE;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Hint;
import vn.vam.core.reading.MaskedPlate;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Reading.CameraEvent;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

class FollowingCameraEvents {
  private static final StationId QUAY = new StationId("quay");
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  private static final Duration IDLE = Duration.ofMinutes(5);

  private final LatestReadings latest = new LatestReadings(Duration.ofHours(1), IDLE);

  @Test
  void is_one_event_from_new_to_end() {
    sees("a", NEW, 0);
    sees("a", UPDATE, 10);
    assertThat(latest.openEvents(QUAY, at(10))).isEqualTo(1);

    sees("a", END, 20);

    assertThat(latest.openEvents(QUAY, at(20))).isZero();
    assertThat(last().startedAt()).isEqualTo(NOON);
    assertThat(last().ending(at(20))).contains(SeenEvent.Ending.CAMERA);
  }

  @Test
  void knows_an_event_of_which_it_only_saw_the_end() {
    latest.take(event("a", END, 20, Optional.of(at(-40))));

    assertThat(last().phase(at(20))).isEqualTo(END);
    assertThat(last().startedAt()).isEqualTo(at(-40));
    assertThat(latest.openEvents(QUAY, at(20))).isZero();
  }

  @Test
  void ends_by_itself_when_nothing_more_is_heard() {
    sees("a", NEW, 0);
    sees("a", UPDATE, 10);

    assertThat(last().phase(at(309))).isEqualTo(UPDATE);
    assertThat(last().phase(at(310))).isEqualTo(END);
    assertThat(last().ending(at(310))).contains(SeenEvent.Ending.IDLE);
    assertThat(latest.openEvents(QUAY, at(310))).isZero();
  }

  @Test
  void lives_on_when_it_is_heard_of_after_all() {
    sees("a", NEW, 0);
    sees("a", UPDATE, 900);

    assertThat(last().phase(at(901))).isEqualTo(UPDATE);
  }

  @Test
  void stays_gone_until_the_camera_is_back() {
    latest.take(event(CameraEventType.OFFLINE, "signal", NEW, 0));
    assertThat(latest.openEvents(QUAY, at(86_400))).isEqualTo(1);

    latest.take(event(CameraEventType.OFFLINE, "signal", END, 90_000));

    assertThat(latest.openEvents(QUAY, at(90_000))).isZero();
  }

  @Test
  void is_not_changed_by_copies_and_late_messages() {
    sees("a", NEW, 0);
    sees("a", END, 20);
    sees("a", UPDATE, 10);
    sees("a", UPDATE, 21);
    sees("a", NEW, 0);

    assertThat(latest.openEvents(QUAY, at(21))).isZero();
    assertThat(last().newest().takenAt()).isEqualTo(at(20));
  }

  @Test
  void goes_on_under_another_id_with_the_same_start() {
    latest.take(event("a", NEW, 0, Optional.of(NOON)));
    latest.take(event("a", END, 20, Optional.of(NOON)));
    latest.take(event("b", UPDATE, 25, Optional.of(NOON)));
    assertThat(latest.openEvents(QUAY, at(25))).isEqualTo(1);

    latest.take(event("b", END, 40, Optional.of(NOON)));

    assertThat(latest.openEvents(QUAY, at(40))).isZero();
    assertThat(last().newest().eventId()).isEqualTo("b");
    assertThat(last().startedAt()).isEqualTo(NOON);
  }

  @Test
  void two_things_seen_at_the_same_moment_are_two() {
    latest.take(event("a", NEW, 0, Optional.of(NOON)));
    latest.take(event("b", NEW, 0, Optional.of(NOON)));

    assertThat(latest.openEvents(QUAY, at(1))).isEqualTo(2);
  }

  @Test
  void begins_anew_where_a_gateway_has_one_id_for_all() {
    sees("line-1", NEW, 0);
    sees("line-1", END, 5);
    sees("line-1", NEW, 60);

    assertThat(latest.openEvents(QUAY, at(60))).isEqualTo(1);
    assertThat(last().startedAt()).isEqualTo(at(60));
  }

  @Test
  void keeps_the_plate_that_an_earlier_phase_told() {
    latest.take(event("a", NEW, 0, Optional.empty()).withPlate(plate()));
    sees("a", END, 20);

    assertThat(last().newest().maskedPlate()).isEqualTo(plate());
  }

  @Test
  void a_kept_state_tells_how_things_were_and_covers_nothing_newer() {
    sees("a", NEW, 0);
    latest.take(new Hint.LastKnown(event("signal", NEW, -60, Optional.empty())));

    assertThat(last().newest().eventId()).isEqualTo("a");
    assertThat(latest.openEvents(QUAY, NOON)).isEqualTo(2);
  }

  @Test
  void remembers_no_more_than_a_fair_number_of_events() {
    for (int i = 0; i < 2_000; i++) {
      sees("e-" + i, NEW, i);
    }

    assertThat(latest.openEvents(QUAY, at(0))).isEqualTo(256);
    assertThat(last().newest().eventId()).isEqualTo("e-1999");
  }

  private SeenEvent last() {
    return latest.lastEvent(QUAY).orElseThrow();
  }

  private void sees(String id, CameraPhase phase, int second) {
    latest.take(event(id, phase, second, Optional.empty()));
  }

  private static Optional<MaskedPlate> plate() {
    return Optional.of(MaskedPlate.of("63A-123.45"));
  }

  private static Instant at(int second) {
    return NOON.plusSeconds(second);
  }

  private static CameraEvent event(CameraEventType type, String id, CameraPhase phase, int second) {
    return new CameraEvent(
        new DeviceId("quay-1"),
        QUAY,
        id,
        type,
        phase,
        Optional.empty(),
        Optional.empty(),
        Quality.PASS,
        at(second));
  }

  private static CameraEvent event(
      String id, CameraPhase phase, int second, Optional<Instant> started) {
    return new CameraEvent(
        new DeviceId("quay-1"),
        QUAY,
        id,
        CameraEventType.PERSON,
        phase,
        Optional.empty(),
        Optional.empty(),
        Quality.PASS,
        at(second),
        started,
        Optional.empty());
  }
}
