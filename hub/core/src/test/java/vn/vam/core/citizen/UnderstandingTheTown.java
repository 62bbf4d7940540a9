package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.core.citizen.Intent.OfTown;
import vn.vam.core.news.NewsTopic;
import vn.vam.core.station.Position;
import vn.vam.core.text.Word;

class UnderstandingTheTown {
  private final Understanding understanding = new Understanding(TestProvince.registry());

  @ParameterizedTest
  @CsvSource({
    "kẹt xe không, AskTraffic",
    "giao thong trung luong, AskTraffic",
    "trung lương, AskTraffic",
    "đường nào đang đông xe, AskTraffic",
    "chỗ nào ngập, AskCameras",
    "ngap duong o dau, AskCameras",
    "camera, AskCameras",
    "xe buýt, AskBus",
    "xe bus sap toi, AskBus",
    "tuyến số 1 đi đâu, AskBus",
    "tin mặn, AskNews",
    "tin man, AskNews",
    "tin tuc hom nay, AskNews",
    "đọc báo, AskNews",
    "du lịch, AskPlaces",
    "cho choi gan day, AskPlaces",
    "chùa Vĩnh Tràng mở cửa mấy giờ, AskPlaces",
    "trường tiểu học, AskSchools",
    "truong mam non gan day, AskSchools",
    "mai có nghỉ học không, AskSchools",
    "nhận bản tin mặn, SubscribeNews",
    "dang ky ban tin thoi tiet, SubscribeNews",
    "nhận bản tin, SubscribeNewsWhich",
    "dừng bản tin, StopNews",
    "thoi nhan ban tin man, StopNews",
    "#xebuyt Bến xe Mỹ Tho, AskBus",
    "#dichvu, AskTown",
    "độ mặn gần trường học, AskSalinityAll",
    "nhận tin mặn xuân hòa, Subscribe",
    "dừng, Unsubscribe"
  })
  void what_people_ask_of_the_town_is_what_they_mean(String phrase, String intent) {
    Intent understood = understanding.understand(phrase);

    assertThat(understood.getClass().getSimpleName())
        .isIn(intent, intent.replace("AskSalinityAll", "AskSalinityWhich"));
  }

  @ParameterizedTest
  @CsvSource({
    "xe buýt ở bến xe mỹ tho mấy giờ tới, ben xe mi tho",
    "xe bus cho tan hiep, tan hiep",
    "tham quan trại rắn, trai ran",
    "gần đây có trường nào không, ''",
  })
  void the_place_is_what_is_left_without_small_words(String phrase, String place) {
    Where where =
        switch (understanding.understand(phrase)) {
          case OfTown.AskBus ask -> ask.where();
          case OfTown.AskPlaces ask -> ask.where();
          case OfTown.AskSchools ask -> ask.where();
          case Intent other -> throw new AssertionError(other);
        };

    assertThat(words(where)).contains(place);
  }

  private static String words(Where where) {
    return switch (where) {
      case Where.Named named ->
          named.words().stream().map(Word::bare).collect(Collectors.joining(" "));
      case Where.Anywhere anywhere -> "";
      case Where.Here here -> throw new AssertionError(here);
    };
  }

  @Test
  void news_know_their_topic() {
    assertThat(understanding.understand("tin thoi tiet"))
        .isEqualTo(new OfTown.AskNews(Optional.of(NewsTopic.WEATHER)));
    assertThat(understanding.understand("tin mặn"))
        .isEqualTo(new OfTown.AskNews(Optional.of(NewsTopic.SALT)));
    assertThat(understanding.understand("tin tức")).isEqualTo(new OfTown.AskNews(Optional.empty()));
  }

  @Test
  void a_button_may_say_where_someone_is() {
    Position here = new Position(10.354, 106.365);

    String said = TownCommand.BUS.button("Xe buýt", here).payload();

    assertThat(understanding.understand(said)).isEqualTo(new OfTown.AskBus(new Where.Here(here)));
  }

  @ParameterizedTest
  @CsvSource({"'#xebuyt @95.000,106.000'", "'#xebuyt @10.0'", "'#xebuyt'", "'#giaothong ???'"})
  void what_was_tampered_with_still_gets_an_answer(String said) {
    assertThat(understanding.understand(said)).isInstanceOf(OfTown.class);
  }
}
