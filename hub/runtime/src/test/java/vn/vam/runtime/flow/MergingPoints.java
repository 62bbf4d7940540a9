package vn.vam.runtime.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.Place;
import vn.vam.core.point.DoubtedPoints;
import vn.vam.core.point.Point;
import vn.vam.core.point.Value;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Reading;

class MergingPoints {
  @Test
  void values_of_one_device_and_time_become_one_point_across_batches() {
    PointBatch merged =
        of(batch(1, Water.entry(Water.salt(0, 4.2))), batch(2, Water.entry(Water.warmth(0, 28))));

    assertThat(merged.points())
        .singleElement()
        .extracting(Point::fields)
        .satisfies(
            fields -> assertThat(fields).containsKeys("salinity_gl", "temperature_c", "quality"));
    assertThat(merged.merged()).isEqualTo(1);
  }

  @Test
  void the_last_value_of_a_field_wins() {
    PointBatch merged = of(batch(1, Water.entry(Water.salt(0, 1)), Water.entry(Water.salt(0, 2))));

    assertThat(merged.points().getFirst().fields())
        .containsEntry("salinity_gl", new Value.Number(2));
  }

  @Test
  void a_later_message_of_the_same_moment_does_not_call_good_what_an_earlier_one_said() {
    Reading doubted = ((Reading.Measured) Water.salt(0, 4.2)).flagged(Quality.SUSPECT);
    PointBatch merged =
        of(batch(1, Water.entry(doubted)), batch(2, Water.entry(Water.warmth(0, 28))));

    assertThat(merged.points().getFirst().fields()).containsEntry("quality", new Value.Number(3));
  }

  @Test
  void a_point_knows_every_message_it_came_from() {
    LogEntry salt = Water.entry(Water.salt(0, 4.2));
    LogEntry warmth = Water.entry(Water.warmth(0, 28));
    LogEntry later = Water.entry(Water.salt(1, 4.3));
    PointBatch merged = of(batch(1, salt, warmth, later));

    assertThat(merged.entriesOf(0)).containsExactly(salt, warmth);
    assertThat(merged.entriesOf(1)).containsExactly(later);
  }

  @Test
  void messages_without_points_count_as_passed_but_are_none_of_its_entries() {
    PointBatch merged = of(batch(1, Water.entry("0 1"), Water.entry("broken")), broken(2));

    assertThat(merged.entries()).hasSize(1);
    assertThat(merged.place()).isEqualTo(Place.of(2));
  }

  @Test
  void it_stops_before_the_batch_that_would_be_too_much() {
    PointBatch some = of(6, points(1, 3), points(2, 3), points(3, 3));

    assertThat(some.points()).hasSize(6);
    assertThat(some.place()).isEqualTo(Place.of(2));
  }

  @Test
  void one_batch_is_always_taken_however_large() {
    PointBatch one = of(6, points(1, 9), points(2, 1));

    assertThat(one.points()).hasSize(9);
    assertThat(one.place()).isEqualTo(Place.of(1));
  }

  @Test
  void it_knows_whether_another_one_has_one_of_its_points() {
    PointBatch salt = of(batch(1, Water.entry(Water.salt(0, 4.2))));

    assertThat(salt.sharesPointWith(of(batch(2, Water.entry(Water.warmth(0, 28)))))).isTrue();
    assertThat(salt.sharesPointWith(of(batch(2, Water.entry(Water.salt(1, 4.2)))))).isFalse();
  }

  private static PointBatch of(LogBatch... batches) {
    return of(5_000, batches);
  }

  private static PointBatch of(int mostPoints, LogBatch... batches) {
    PointBatch result = new PointBatch(mostPoints, new DoubtedPoints());
    for (LogBatch batch : batches) {
      if (!result.add(batch)) {
        break;
      }
    }
    return result;
  }

  private static LogBatch batch(long number, LogEntry... entries) {
    return new LogBatch(number, List.of(entries));
  }

  private static LogBatch broken(long number) {
    return batch(number, Water.entry("broken"));
  }

  private static LogBatch points(int number, int count) {
    Stream<LogEntry> entries =
        IntStream.range(0, count).mapToObj(i -> Water.entry(Water.salt(number * 100 + i, 4)));
    return new LogBatch(number, entries.toList());
  }
}
