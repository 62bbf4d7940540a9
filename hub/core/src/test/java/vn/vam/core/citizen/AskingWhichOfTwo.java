package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.bus.Route;
import vn.vam.core.bus.Stop;
import vn.vam.core.bus.StopTime;
import vn.vam.core.bus.Timetable;
import vn.vam.core.bus.Trip;
import vn.vam.core.feed.Copy;
import vn.vam.core.feed.Feed;
import vn.vam.core.feed.Feeds;
import vn.vam.core.limit.Limit;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.news.News;
import vn.vam.core.notify.Button;
import vn.vam.core.place.OpeningHours;
import vn.vam.core.place.Place;
import vn.vam.core.place.Places;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Observation;
import vn.vam.core.sluice.Sluice;
import vn.vam.core.sluice.Sluices;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Position;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.core.station.StationTraits;

/** Two of one name: the hub asks back, and takes a button, a number or a word for an answer. */
class AskingWhichOfTwo {
  private static final Instant NOW = InTheTown.NOW;
  private static final StationId ON_TIEN = new StationId("xuan-hoa");
  private static final StationId ON_LUONG = new StationId("xuan-hoa-2");

  private final LatestReadings latest = new LatestReadings(Duration.ofHours(1));
  private final Asked citizen =
      new Asked(
          new Conversation(
              registry(),
              latest,
              History.NONE,
              Talk.emptyOffice(),
              Talk.noPhotos(),
              feeds(),
              List.of(
                  TestProvince.rule("salt", ON_TIEN, 1, 0.8, "vi/salt", Duration.ZERO),
                  TestProvince.rule("salt-2", ON_LUONG, 1, 0.8, "vi/salt", Duration.ZERO)),
              Duration.ofHours(1),
              ChatSettings.USUAL),
          Profile.EMPTY,
          NOW);

  AskingWhichOfTwo() {
    measure(ON_TIEN, 1.5);
    measure(ON_LUONG, 0.25);
  }

  @Test
  void two_stations_of_one_name_are_told_apart_by_their_rivers() {
    Reply asked = citizen.says("độ mặn xuân hòa");

    assertThat(Talk.text(asked))
        .contains(
            "trạm nào", "1. Độ mặn Xuân Hòa (sông Tiền)", "2. Độ mặn Xuân Hòa (sông Hàm Luông)");
    assertThat(Talk.payloads(asked)).containsExactly("#doman xuan-hoa", "#doman xuan-hoa-2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2",
        "số 2",
        "so 2 nha",
        "thứ hai",
        "cái thứ hai",
        "hai",
        "hàm luông",
        "sông hàm luông",
        "xuan hoa ham luong",
        "#doman xuan-hoa-2"
      })
  void the_answer_is_a_number_a_word_or_a_button(String answer) {
    citizen.says("độ mặn xuân hòa");

    assertThat(citizen.hears(answer)).contains("Xuân Hòa (sông Hàm Luông)", "0,25 g/l");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "0", "99999", "xuân hòa"})
  void what_is_no_answer_chooses_nothing(String answer) {
    citizen.says("độ mặn xuân hòa");

    assertThat(citizen.hears(answer)).doesNotContain("g/l");
  }

  @Test
  void who_names_the_river_too_is_not_asked() {
    assertThat(citizen.hears("do man xuan hoa song tien")).contains("1,5 g/l");
  }

  @Test
  void after_ten_minutes_a_number_is_no_answer_any_more() {
    citizen.says("độ mặn xuân hòa");
    citizen.waitsTooLong();

    assertThat(citizen.hears("2")).doesNotContain("g/l");
  }

  @ParameterizedTest
  @CsvSource({
    "biểu đồ xuân hòa, #bieudo xuan-hoa-2",
    "xuân hòa hôm qua, #ngayqua xuan-hoa-2",
    "khi nào xuân hòa hết mặn, #antoan xuan-hoa-2",
    "nhận cảnh báo xuân hòa, #canhbao xuan-hoa-2",
    "báo tôi khi xuân hòa trên 1, #muc xuan-hoa-2 > 1.0",
  })
  void every_service_of_a_station_asks_back(String question, String second) {
    assertThat(Talk.payloads(citizen.says(question))).hasSize(2).last().isEqualTo(second);
  }

  @Test
  void a_limit_is_set_at_the_one_that_was_chosen_by_number() {
    citizen.says("báo tôi khi xuân hòa trên 1");

    assertThat(citizen.says("2").changes())
        .anySatisfy(
            change ->
                assertThat(change)
                    .isInstanceOfSatisfying(
                        ProfileChange.SetLimit.class,
                        set ->
                            assertThat(set.limit())
                                .isEqualTo(new Limit(ON_LUONG, Limit.Side.ABOVE, 1))));
  }

  @Test
  void two_roads_and_two_cameras_of_one_name_are_told_of_both_each_by_its_own() {
    assertThat(citizen.hears("kẹt xe cầu đỏ không"))
        .contains("Cầu Đỏ (đường 1)", "Cầu Đỏ (đường 2)")
        .doesNotContain("Ngã tư");
    assertThat(citizen.hears("camera chợ cũ")).contains("Chợ Cũ (cam-1)", "Chợ Cũ (cam-2)");
  }

  @Test
  void two_stops_of_one_name_that_are_far_apart_are_told_apart_by_their_lines() {
    assertThat(citizen.hears("xe buýt chợ mới"))
        .contains("trạm xe buýt nào", "1. Chợ Mới (", "2. Chợ Mới (", "Bến Tre");
    assertThat(citizen.hears("2")).contains("Chợ Mới");
  }

  @Test
  void two_lines_of_one_number_are_told_apart_by_where_they_go() {
    assertThat(citizen.hears("tuyến 5")).contains("tuyến nào", "Gò Công", "Bến Tre");
    assertThat(citizen.hears("bến tre")).contains("Bến Tre").doesNotContain("tuyến nào");
  }

  @Test
  void two_sights_of_one_name_are_told_apart_by_their_addresses() {
    assertThat(citizen.hears("tham quan chùa long"))
        .contains("1. Chùa Long (ấp 1, Tân Hòa)", "2. Chùa Long (ấp 3, Mỹ Phước)");
    assertThat(citizen.hears("mỹ phước")).contains("ấp 3, Mỹ Phước", "07:00");
  }

  @Test
  void so_are_two_schools() {
    assertThat(citizen.hears("trường hoa sen")).contains("trường nào", "1. ", "2. ");
    assertThat(citizen.hears("1")).contains("ấp 1, Tân Hòa");
  }

  @Test
  void two_sluices_of_one_name_are_told_of_both_by_the_nearest_probe() {
    assertThat(citizen.hears("cống bà kỳ đóng hay mở"))
        .contains(
            "Cống Bà Kỳ (gần Xuân Hòa (sông Tiền))", "Cống Bà Kỳ (gần Xuân Hòa (sông Hàm Luông))");
  }

  @Test
  void who_asks_for_news_of_two_topics_is_asked_which() {
    assertThat(citizen.hears("tin mặn với tin thời tiết")).contains("tin nào", "1. ", "2. ");
    assertThat(citizen.hears("thời tiết")).contains("thời tiết").doesNotContain("1. ");
  }

  @Test
  void who_wants_to_be_sent_news_of_two_topics_has_agreed_to_none_yet() {
    assertThat(citizen.says("nhận bản tin mặn với thời tiết").changes())
        .noneMatch(ProfileChange.SubscribeNews.class::isInstance);
  }

  @Test
  void a_name_that_is_nobody_elses_stays_as_it_is() {
    Registry province = TestProvince.registry();

    assertThat(Namesakes.toldApart(province).stations()).isEqualTo(province.stations());
  }

  @Test
  void a_choice_prints_nothing_of_itself() {
    OpenQuestion which =
        new OpenQuestion.WhichOf(
            List.of(new Button("Thôi theo dõi H58", "#botheodoi H58")), Optional.empty());

    assertThat(which.toString()).isEqualTo("WhichOf[1]");
  }

  private void measure(StationId station, double value) {
    latest.take(new Observation(station, Quantity.SALINITY, value, Quality.PASS, NOW));
  }

  private static Registry registry() {
    return new Registry(
        List.of(
            along("xuan-hoa", "Xuân Hòa", Kind.SALINITY, 10.34, "sông Tiền"),
            along("xuan-hoa-2", "Xuân Hòa", Kind.SALINITY, 10.14, "sông Hàm Luông"),
            along("cau-1", "Cầu Đỏ", Kind.TRAFFIC, 10.3, "đường 1"),
            along("cau-2", "Cầu Đỏ", Kind.TRAFFIC, 10.2, "đường 2"),
            InTheTown.station("nga-tu", "Ngã tư", Kind.TRAFFIC),
            InTheTown.station("cam-1", "Chợ Cũ", Kind.CAMERA),
            InTheTown.station("cam-2", "Chợ Cũ", Kind.CAMERA)),
        List.of());
  }

  private static Station along(String id, String name, Kind kind, double lat, String along) {
    return new Station(
        new StationId(id),
        name,
        kind,
        List.of(),
        Optional.of(new Position(lat, 106.4)),
        Optional.empty(),
        List.of(),
        new StationTraits(
            Map.of(), Optional.empty(), Optional.of(along), StationTraits.USUAL_FREE_FLOW));
  }

  private static Feeds feeds() {
    return new Feeds(
        of(new News(List.of())),
        of(timetable()),
        Feed.none(),
        of(
            new Places(
                List.of(place("Chùa Long", "ấp 1, Tân Hòa"), place("Chùa Long", "ấp 3, Mỹ Phước")),
                List.of())),
        of(
            new Places(
                List.of(
                    place("Trường Hoa Sen", "ấp 1, Tân Hòa"),
                    place("Trường Hoa Sen", "ấp 3, Mỹ Phước")),
                List.of())),
        of(new Sluices(List.of(sluice(10.34), sluice(10.14)))));
  }

  private static <T> Feed<T> of(T content) {
    return () -> new Copy.Current<>(content, NOW);
  }

  private static Place place(String name, String address) {
    return new Place(
        name,
        "",
        new Position(10.3, 106.3),
        address,
        "",
        OpeningHours.read("07:00-17:00"),
        List.of());
  }

  private static Sluice sluice(double lat) {
    return new Sluice(
        "Cống Bà Kỳ", new Position(lat, 106.4), Sluice.State.OPEN, Optional.empty(), "");
  }

  private static Timetable timetable() {
    return new Timetable(
        ZoneId.of("Asia/Ho_Chi_Minh"),
        List.of(
            new Stop("a", "Chợ Mới", new Position(10.3, 106.3)),
            new Stop("b", "Chợ Mới", new Position(10.1, 106.5)),
            new Stop("c", "Bến xe Gò Công", new Position(10.36, 106.67)),
            new Stop("d", "Bến xe Ba Tri", new Position(10.05, 106.6))),
        List.of(
            new Route("r1", "05", "Mỹ Tho – Gò Công"), new Route("r2", "05", "Bến Tre – Ba Tri")),
        InTheTown.services(),
        List.of(trip("t1", "r1", "a", "c"), trip("t2", "r2", "b", "d")));
  }

  private static Trip trip(String id, String route, String from, String to) {
    return new Trip(
        id,
        route,
        "s",
        "",
        List.of(
            new StopTime(from, 1, InTheTown.at(12, 20)),
            new StopTime(to, 2, InTheTown.at(13, 20))));
  }
}
