package vn.vam.core.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamingThings {
  @ParameterizedTest
  @ValueSource(strings = {"a", "7", "xuan-hoa-1", "a.b_c-d", "0-"})
  void plain_ids_are_taken(String id) {
    assertThat(new DeviceId(id)).hasToString(id);
    assertThat(new StationId(id)).hasToString(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-a",
        ".a",
        "_a",
        "A",
        "xuân-hòa",
        "a b",
        "a,b",
        "a=b",
        "a/b",
        "a+",
        "a#",
        "a\n"
      })
  void what_would_need_escaping_is_refused(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> new DeviceId(id));
    assertThatIllegalArgumentException().isThrownBy(() -> new StationId(id));
  }

  @Test
  void sixty_four_characters_are_the_most() {
    assertThat(Ids.isId("a".repeat(64))).isTrue();
    assertThat(Ids.isId("a".repeat(65))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"salinity,SALINITY", "traffic,TRAFFIC", "camera,CAMERA"})
  void a_kind_is_known_by_its_word(String word, Kind kind) {
    assertThat(Kind.of(word)).contains(kind);
    assertThat(kind.word()).isEqualTo(word);
  }

  @Test
  void an_unknown_word_is_no_kind() {
    assertThat(Kind.of("camera_event")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"91,0", "-90.1,0", "0,180.5", "NaN,0", "0,NaN"})
  void a_position_is_on_earth(double lat, double lon) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Position(lat, lon));
  }

  @Test
  void the_poles_and_the_date_line_are_on_earth() {
    assertThat(new Position(-90, 180)).isEqualTo(new Position(-90, 180));
  }
}
