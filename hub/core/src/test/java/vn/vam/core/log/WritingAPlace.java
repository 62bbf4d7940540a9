package vn.vam.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingAPlace {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 1234, Long.MAX_VALUE})
  void it_reads_back_as_it_was(long batch) {
    assertThat(Place.read(Place.of(batch).written())).isEqualTo(Place.of(batch));
  }

  @Test
  void a_place_in_the_one_file_log_looks_plain() {
    assertThat(Place.of(1234).written()).isEqualTo("0:1234");
  }

  @Test
  void several_partitions_read_back_too() {
    Place place = new Place(new TreeMap<>(Map.of(0, 5L, 1, 7L, 12, 0L)));

    assertThat(place.written()).isEqualTo("0:5,1:7,12:0");
    assertThat(Place.read(place.written())).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "0:", ":7", "a:b", "0:1,", "0:1;1:2"})
  void anything_else_is_refused(String written) {
    assertThatIllegalArgumentException().isThrownBy(() -> Place.read(written));
  }

  @Test
  void a_place_does_not_change_with_the_map_it_was_made_of() {
    TreeMap<Integer, Long> offsets = new TreeMap<>(Map.of(0, 5L));
    Place place = new Place(offsets);
    offsets.put(0, 9L);

    assertThat(place.batch()).isEqualTo(5);
  }

  @Test
  void a_message_is_quoted_by_batch_and_position() {
    assertThat(new LogBatch(17, List.of()).messageId(3)).hasToString("17-3");
  }
}
