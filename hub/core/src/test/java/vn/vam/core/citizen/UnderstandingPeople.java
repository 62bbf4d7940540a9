package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.Proof;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

class UnderstandingPeople {
  private static final Understanding UNDERSTANDING = TestProvince.understanding();

  static Stream<Arguments> phrases() {
    return Stream.of(
            "/phrases.tsv", "/phrases-people.tsv", "/phrases-hasty.tsv", "/phrases-three.tsv")
        .flatMap(table -> Heard.in(table).stream())
        .map(heard -> Arguments.of(heard.phrase(), heard.intent(), heard.detail()));
  }

  @ParameterizedTest(name = "\"{0}\" is {1} {2}")
  @MethodSource("phrases")
  void what_people_write_is_what_they_mean(String phrase, String intent, String detail) {
    Intent understood = UNDERSTANDING.understand(phrase);

    assertThat(understood.getClass().getSimpleName()).isEqualTo(intent);
    assertThat(Heard.detailOf(understood)).isEqualTo(detail);
  }

  @ParameterizedTest(name = "\"{0}\" decomposed is {1} {2}")
  @MethodSource("phrases")
  void a_phone_that_sends_marks_apart_is_understood_as_well(
      String phrase, String intent, String detail) {
    Intent understood = UNDERSTANDING.understand(Normalizer.normalize(phrase, Normalizer.Form.NFD));

    assertThat(understood.getClass().getSimpleName()).isEqualTo(intent);
    assertThat(Heard.detailOf(understood)).isEqualTo(detail);
  }

  @Test
  void a_dossier_code_is_taken_as_the_office_writes_it() {
    assertThat(UNDERSTANDING.understand("hs h15.50.05.13 – 261008 – 0975 ạ"))
        .isEqualTo(
            new Intent.AskDossier(new DossierCode("H15.50.05.13-261008-0975"), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"WUWT", "wuwt", "FXZW", "B88A"})
  void a_look_up_code_is_taken_as_it_is_typed(String lookUpCode) {
    DossierCode code = new DossierCode("H15.50.05.13-261008-0975");

    assertThat(UNDERSTANDING.understand(code.value() + " " + lookUpCode))
        .isEqualTo(
            new Intent.AskDossier(
                code, Optional.of(new Proof(lookUpCode.toUpperCase(Locale.ROOT)))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"WUWT", "SAFF", "FXZW", "B88A", "b88a"})
  void a_look_up_code_is_found_among_other_words(String lookUpCode) {
    DossierCode code = new DossierCode("H15.50.05.13-261008-0975");

    assertThat(UNDERSTANDING.understand(code.value() + " xem hồ sơ này " + lookUpCode))
        .isEqualTo(
            new Intent.AskDossier(
                code, Optional.of(new Proof(lookUpCode.toUpperCase(Locale.ROOT)))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BAOS cho tôi",
        "xem GIUMF",
        "có RỒI CHƯA",
        "TRƯỜNG tui nộp",
        "nộp ở UBND",
        "làm bằng CCCD",
        "nhắn qua ZALO"
      })
  void a_word_in_capitals_is_no_look_up_code(String words) {
    assertThat(UNDERSTANDING.understand("H15.50.05.13-261008-0975 " + words))
        .matches(
            intent ->
                !(intent instanceof Intent.AskDossier ask && ask.proof().isPresent())
                    && !(intent instanceof Intent.FollowDossier follow
                        && follow.proof().isPresent()));
  }

  @Test
  void the_longest_name_wins_and_equals_are_asked_back() {
    Understanding rivers =
        new Understanding(
            new Registry(List.of(named("hoa"), named("xuan-hoa"), named("hoa-an")), List.of()));

    assertThat(rivers.understand("do man xuan hoa"))
        .isEqualTo(new Intent.AskSalinity(new StationId("xuan-hoa")));
    assertThat(rivers.understand("hoa")).isEqualTo(new Intent.AskSalinity(new StationId("hoa")));
    assertThat(rivers.understand("do man hoa an"))
        .isEqualTo(new Intent.AskSalinity(new StationId("hoa-an")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kênh xáng", "kinh xáng", "k. xáng", "k xang", "do man Kinh Xang"})
  void a_word_for_a_kind_of_place_may_be_written_as_people_write_it(String said) {
    Understanding canals = new Understanding(new Registry(List.of(named("kenh-xang")), List.of()));

    assertThat(canals.understand(said))
        .isEqualTo(new Intent.AskSalinity(new StationId("kenh-xang")));
  }

  @Test
  void a_canal_is_not_the_town_of_its_name() {
    Understanding both =
        new Understanding(
            new Registry(List.of(named("xuan-hoa"), named("kenh-xuan-hoa")), List.of()));

    assertThat(both.understand("xuân hòa"))
        .isEqualTo(new Intent.AskSalinity(new StationId("xuan-hoa")));
    assertThat(both.understand("k. xuân hòa"))
        .isEqualTo(new Intent.AskSalinity(new StationId("kenh-xuan-hoa")));
  }

  @Test
  void short_names_forgive_no_slip() {
    assertThat(UNDERSTANDING.understand("my thu")).isEqualTo(new Intent.Unknown());
  }

  @Test
  void endless_or_hostile_text_gets_its_answer_in_time() {
    StringBuilder noise = new StringBuilder();
    new Random(7).ints(100_000, 0x20, 0x1EFF).forEach(noise::appendCodePoint);

    assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          UNDERSTANDING.understand(noise.toString());
          UNDERSTANDING.understand("xuan hoa ".repeat(20_000));
          UNDERSTANDING.understand("H15." + " ".repeat(20_000) + "-");
          UNDERSTANDING.understand("#".repeat(20_000));
        });
  }

  private static Station named(String id) {
    return new Station(
        new StationId(id), id, Kind.SALINITY, List.of(), Optional.empty(), Optional.empty());
  }
}
