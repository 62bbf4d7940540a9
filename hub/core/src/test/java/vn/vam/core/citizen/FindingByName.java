package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.core.text.Word;

class FindingByName {
  private final NameFinder<String> places =
      new NameFinder<>(
          List.of(
              "Kênh Xáng",
              "Rạch Xáng",
              "Kênh 14",
              "Bến xe thị xã Gò Công",
              "Chợ phường 4",
              "Chợ Lách"),
          Function.identity());

  @ParameterizedTest
  @CsvSource({
    "kênh xáng, Kênh Xáng",
    "k. xang, Kênh Xáng",
    "Kinh Xáng, Kênh Xáng",
    "rach xang, Rạch Xáng",
    "kinh 14, Kênh 14",
    "k 14, Kênh 14",
    "ben xe tx go cong, Bến xe thị xã Gò Công",
    "tx. gò công, Bến xe thị xã Gò Công",
    "chợ p. 4, Chợ phường 4",
    "cho phuong 4, Chợ phường 4",
    "h. cho lach, Chợ Lách",
    "huyen Cho Lach, Chợ Lách"
  })
  void a_kind_of_place_may_be_written_as_people_write_it(String said, String place) {
    List<Word> words = Word.allIn(said);

    assertThat(places.best(new Where.Named(words, words))).containsExactly(place);
  }
}
