package vn.vam.runtime.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.live.RejectedShelf;
import vn.vam.core.log.Place;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.rule.Observation;

class ShowingWhatIsNew {
  private final MemoryLog log = new MemoryLog();
  private final LatestReadings latest = new LatestReadings(Duration.ofHours(1));
  private final RejectedShelf rejected = new RejectedShelf();
  private final List<Double> newest = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();
  private final LiveReader reader = reader(Place.START);

  @Test
  void a_new_value_is_known_and_told() {
    log.append("0 4.2");

    assertThat(reader.turn()).isZero();
    assertThat(newest).containsExactly(4.2);
    assertThat(latest.of(Water.XUAN_HOA, Quantity.SALINITY).orElseThrow().value()).isEqualTo(4.2);
  }

  @Test
  void of_several_values_in_one_look_the_newest_alone_is_told() {
    log.append("0 4.2", "1 4.3");
    log.append("2 4.4");
    reader.turn();

    assertThat(newest).containsExactly(4.4);
  }

  @Test
  void a_late_value_is_not_told() {
    log.append("5 4.2");
    reader.turn();
    log.append("4 9");
    reader.turn();

    assertThat(newest).containsExactly(4.2);
  }

  @Test
  void different_quantities_are_both_told() {
    log.append(List.of(Water.entry(Water.salt(0, 4.2), Water.warmth(0, 28))));
    reader.turn();

    assertThat(newest).containsExactlyInAnyOrder(4.2, 28.0);
  }

  @Test
  void what_a_camera_saw_is_told() {
    log.append("flood");
    reader.turn();

    assertThat(seen).containsExactly("e-1");
  }

  @Test
  void what_was_rejected_is_on_the_shelf() {
    log.append("0 4.2", "broken");
    reader.turn();

    assertThat(rejected.list(Optional.empty(), Optional.empty())).hasSize(1);
  }

  @Test
  void nothing_is_told_twice() {
    log.append("0 4.2");
    reader.turn();

    assertThat(reader.turn()).isPositive();
    assertThat(newest).hasSize(1);
  }

  @Test
  void what_is_behind_its_place_is_known_already() {
    log.append("0 4.2");
    log.append("1 4.3");
    reader(Place.of(1)).turn();

    assertThat(newest).containsExactly(4.3);
  }

  private LiveReader reader(Place place) {
    Clock clock = Clock.fixed(Water.NOON, ZoneOffset.UTC);
    return new LiveReader(
        log,
        latest,
        rejected,
        new Ears(),
        new Lag("live", clock, new SimpleMeterRegistry()),
        place);
  }

  private final class Ears implements LiveReader.Listener {
    @Override
    public void newest(Observation observation) {
      newest.add(observation.value());
    }

    @Override
    public void seen(Reading.CameraEvent event) {
      seen.add(event.eventId());
    }
  }
}
