package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.bus.Realtime;
import vn.vam.core.bus.Route;
import vn.vam.core.bus.Service;
import vn.vam.core.bus.ServiceAlert;
import vn.vam.core.bus.ServiceAlert.Concerned;
import vn.vam.core.bus.Stop;
import vn.vam.core.bus.StopTime;
import vn.vam.core.bus.Timetable;
import vn.vam.core.bus.Trip;
import vn.vam.core.bus.TripUpdates;
import vn.vam.core.bus.Vehicle;
import vn.vam.core.dossier.Dossiers.LookUp;
import vn.vam.core.dossier.LookUps;
import vn.vam.core.dossier.PhotoSource.Fetched;
import vn.vam.core.dossier.ReceiptReader.Sight;
import vn.vam.core.dossier.Receipts;
import vn.vam.core.dossier.RememberedTries;
import vn.vam.core.dossier.TryLimits;
import vn.vam.core.feed.Copy;
import vn.vam.core.feed.Feed;
import vn.vam.core.feed.Feeds;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.news.Article;
import vn.vam.core.news.News;
import vn.vam.core.news.NewsTopic;
import vn.vam.core.notify.Button;
import vn.vam.core.notify.Shown;
import vn.vam.core.place.Notice;
import vn.vam.core.place.OpeningHours;
import vn.vam.core.place.Place;
import vn.vam.core.place.Places;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.rule.Observation;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Position;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

class AskingAboutTheTown {
  /** Thursday, ten past noon. */
  private static final Instant NOW = Instant.parse("2026-03-12T05:10:00Z");

  private static final StationId ROAD = new StationId("rach-mieu");
  private static final StationId CAMERA = new StationId("ben-pha");
  private static final Registry REGISTRY =
      new Registry(
          List.of(
              station("rach-mieu", "Cầu Rạch Miễu", Kind.TRAFFIC),
              station("ben-pha", "Bến phà", Kind.CAMERA),
              new Station(
                  new StationId("my-tho"),
                  "Mỹ Tho",
                  Kind.SALINITY,
                  List.of(),
                  Optional.of(new Position(10.347, 106.347)),
                  Optional.empty())),
          List.of());

  private final LatestReadings latest = new LatestReadings(Duration.ofHours(1));
  private Copy<News> news = new Copy.Current<>(articles(), NOW);
  private Copy<Timetable> bus = new Copy.Current<>(timetable(), NOW);
  private Copy<Realtime> realtime = new Copy.NotOffered<>();
  private Copy<Places> places = new Copy.Current<>(sights(), NOW);
  private Copy<Places> schools = new Copy.Current<>(schoolsWithNotice(), NOW);
  private final Conversation conversation =
      new Conversation(
          REGISTRY,
          latest,
          History.NONE,
          new LookUps(
              (code, proof) -> new LookUp.NotFound(),
              new RememberedTries(),
              TryLimits.USUAL,
              (outcome, agency) -> {}),
          new Receipts(
              photo -> new Fetched.Missing("none"), photo -> new Sight.Unavailable("none")),
          new Feeds(
              () -> news, () -> bus, () -> realtime, () -> places, () -> schools, Feed.none()),
          List.of(),
          Duration.ofHours(1),
          ChatSettings.USUAL);

  private static Station station(String id, String name, Kind kind) {
    return new Station(
        new StationId(id), name, kind, List.of(), Optional.empty(), Optional.empty());
  }

  private static News articles() {
    return new News(
        List.of(
            article("Mặn lên theo con nước rằm", "Hạn mặn", "2026-03-12T01:00:00Z"),
            article("Chiều nay có mưa rào", "Thời tiết", "2026-03-12T03:00:00Z")));
  }

  private static Article article(String title, String category, String at) {
    return new Article(
        title,
        title,
        URI.create("https://tin.example/" + Math.abs(title.hashCode())),
        "",
        List.of(category),
        Instant.parse(at));
  }

  private static Timetable timetable() {
    return new Timetable(
        ZoneId.of("Asia/Ho_Chi_Minh"),
        List.of(
            new Stop("bx", "Bến xe Mỹ Tho", new Position(10.3625, 106.3430)),
            new Stop("cho", "Chợ Mỹ Tho", new Position(10.3527, 106.3668)),
            new Stop("gc", "Bến xe Gò Công", new Position(10.3637, 106.6690))),
        List.of(new Route("r", "01", "Mỹ Tho – Gò Công")),
        List.of(
            new Service(
                "s",
                EnumSet.allOf(DayOfWeek.class),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                Set.of(),
                Set.of())),
        List.of(
            new Trip(
                "t",
                "r",
                "s",
                "Gò Công",
                List.of(
                    new StopTime("bx", 1, at(12, 20)),
                    new StopTime("cho", 2, at(12, 30)),
                    new StopTime("gc", 3, at(13, 30))))));
  }

  private static int at(int hour, int minute) {
    return hour * 3_600 + minute * 60;
  }

  private static Places sights() {
    return new Places(
        List.of(
            place("Chùa Vĩnh Tràng", "chùa", 10.3614, 106.3747, "07:00-11:30,13:30-17:00"),
            place("Trại rắn Đồng Tâm", "trại rắn", 10.404, 106.203, "07:00-17:00")),
        List.of());
  }

  private static Places schoolsWithNotice() {
    return new Places(
        List.of(place("Trường Tiểu học Sông Tiền", "tiểu học", 10.354, 106.362, "06:30-17:00")),
        List.of(
            new Notice("Nghỉ học vì triều cường", Optional.empty(), Optional.empty()),
            new Notice("Đã qua rồi", Optional.empty(), Optional.of(LocalDate.of(2026, 3, 11)))));
  }

  private static Place place(String name, String kind, double lat, double lon, String hours) {
    return new Place(
        name, kind, new Position(lat, lon), "", "", OpeningHours.read(hours), List.of());
  }

  private Reply asks(String text) {
    return conversation.answer(new CitizenEvent.Said("u1", text, NOW), Profile.EMPTY, NOW);
  }

  private String hears(String text) {
    return String.join("\n", asks(text).messages().stream().map(Reply.Message::text).toList());
  }

  private static List<String> payloads(Reply reply) {
    return reply.messages().stream()
        .flatMap(message -> message.buttons().stream())
        .map(Button::payload)
        .toList();
  }

  private void drives(double speed, Duration ago) {
    latest.take(new Observation(ROAD, Quantity.SPEED, speed, Quality.PASS, NOW.minus(ago)));
  }

  @ParameterizedTest(name = "at {0} km/h the road is {1}")
  @CsvSource({
    "44, thông thoáng",
    "35, khá thông thoáng",
    "25, hơi đông",
    "20, 'đông, chạy chậm'",
    "15, 'rất đông, gần kẹt'",
    "9, kẹt xe"
  })
  void a_road_is_told_by_how_well_it_flows(double speed, String state) {
    drives(speed, Duration.ofMinutes(2));

    assertThat(hears("kẹt xe không"))
        .contains("Cầu Rạch Miễu: " + state)
        .contains((int) speed + " km/h")
        .contains("12:08 hôm nay");
  }

  @Test
  void a_road_nobody_heard_of_lately_is_not_called_free() {
    drives(44, Duration.ofHours(2));

    assertThat(hears("cau rach mieu")).contains("đã cũ").doesNotContain("thông thoáng");
  }

  @Test
  void a_camera_tells_of_water_and_of_nobody() {
    sees("e1", CameraEventType.FLOOD, CameraPhase.NEW, Duration.ofMinutes(3));
    sees("e2", CameraEventType.PERSON, CameraPhase.NEW, Duration.ofMinutes(1));

    assertThat(hears("cho nao ngap"))
        .contains("Bến phà: ĐANG NGẬP, từ lúc 12:07 hôm nay")
        .doesNotContain("người vào");
  }

  @Test
  void a_flood_that_is_over_is_told_as_over() {
    sees("e1", CameraEventType.FLOOD, CameraPhase.NEW, Duration.ofHours(2));
    sees("e1", CameraEventType.FLOOD, CameraPhase.END, Duration.ofHours(1));

    assertThat(hears("ngập")).contains("đã hết ngập").doesNotContain("ĐANG");
  }

  @ParameterizedTest
  @CsvSource({
    "ACCIDENT, tai nạn",
    "STOPPED_VEHICLE, xe dừng giữa đường",
    "WRONG_WAY, xe chạy ngược chiều",
    "CONGESTION, kẹt xe"
  })
  void an_incident_is_told_with_its_place_and_time_until_it_ends(
      CameraEventType type, String what) {
    sees("e1", type, CameraPhase.NEW, Duration.ofMinutes(3));

    assertThat(hears("có tai nạn không"))
        .contains("Bến phà: CÓ " + what + ", thấy từ lúc 12:07 hôm nay")
        .doesNotContain("không thấy");

    sees("e1", type, CameraPhase.END, Duration.ofMinutes(1));

    assertThat(hears("su co")).contains("không thấy ngập hay sự cố").doesNotContain(what);
  }

  @Test
  void an_incident_of_which_nothing_more_is_heard_is_over() {
    sees("e1", CameraEventType.ACCIDENT, CameraPhase.NEW, Duration.ofHours(2));

    assertThat(hears("sự cố")).doesNotContain("tai nạn");
  }

  @Test
  void water_and_an_incident_at_one_place_are_both_told() {
    sees("e1", CameraEventType.FLOOD, CameraPhase.NEW, Duration.ofMinutes(3));
    sees("e2", CameraEventType.STOPPED_VEHICLE, CameraPhase.NEW, Duration.ofMinutes(2));

    assertThat(hears("camera")).contains("ĐANG NGẬP", "CÓ xe dừng giữa đường");
  }

  @Test
  void what_single_people_and_vehicles_do_is_no_incident_for_others() {
    sees("e1", CameraEventType.RED_LIGHT, CameraPhase.NEW, Duration.ofMinutes(1));
    sees("e2", CameraEventType.INTRUSION, CameraPhase.NEW, Duration.ofMinutes(1));

    assertThat(hears("camera")).contains("không thấy ngập hay sự cố").doesNotContain("CÓ");
  }

  @Test
  void a_camera_that_is_gone_is_not_taken_for_a_dry_road() {
    sees("e1", CameraEventType.OFFLINE, CameraPhase.NEW, Duration.ofMinutes(30));

    assertThat(hears("camera")).contains("không hoạt động").doesNotContain("không thấy ngập");
  }

  private void sees(String id, CameraEventType type, CameraPhase phase, Duration ago) {
    latest.take(
        new Reading.CameraEvent(
            new DeviceId("ben-pha-1"),
            CAMERA,
            id,
            type,
            phase,
            Optional.empty(),
            Optional.empty(),
            Quality.PASS,
            NOW.minus(ago),
            Optional.empty(),
            Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xe buýt chợ Mỹ Tho", "xe buyt cho my tho", "#xebuyt Chợ Mỹ Tho"})
  void who_names_a_stop_hears_which_bus_comes(String question) {
    assertThat(hears(question))
        .contains("Trạm Chợ Mỹ Tho")
        .contains("Tuyến 01 đi Gò Công: 12:30 hôm nay, còn 20 phút")
        .contains("theo bảng giờ");
  }

  @Test
  void who_waits_where_a_bus_is_late_hears_so() {
    realtime =
        told(
            new Realtime(
                new TripUpdates(
                    NOW,
                    Map.of(
                        "t",
                        List.of(
                            new TripUpdates.Update(
                                Optional.empty(),
                                false,
                                List.of(new TripUpdates.Halt.Late(1, "bx", 300)))))),
                List.of(),
                List.of()));

    assertThat(hears("xe buýt chợ Mỹ Tho"))
        .contains("12:35 hôm nay, còn 25 phút, trễ 5 phút")
        .doesNotContain("theo bảng giờ");
  }

  private static Copy<Realtime> told(Realtime realtime) {
    return new Copy.Current<>(realtime, NOW);
  }

  private static Copy<Realtime> seen(int sequence, String stop, boolean isThere, Duration ago) {
    Vehicle bus =
        new Vehicle(
            "t", Optional.empty(), sequence, stop, isThere, Optional.empty(), NOW.minus(ago));
    return told(new Realtime(TripUpdates.NONE, List.of(bus), List.of()));
  }

  @Test
  void who_waits_for_a_bus_that_tells_where_it_is_hears_how_far_that_is() {
    realtime = seen(1, "", true, Duration.ofSeconds(40));
    assertThat(hears("xe buýt chợ Mỹ Tho"))
        .contains("xe đang ở Bến xe Mỹ Tho, cách đây 1 trạm")
        .doesNotContain("theo bảng giờ");

    realtime = seen(-1, "cho", false, Duration.ofSeconds(40));
    assertThat(hears("xe buýt chợ Mỹ Tho"))
        .contains("xe đang chạy tới Chợ Mỹ Tho")
        .doesNotContain("cách đây");
    assertThat(hears("xe buýt tuyến số 01")).contains("Xe đi Gò Công, xe đang chạy tới Chợ Mỹ Tho");
  }

  @Test
  void a_bus_that_has_gone_by_is_promised_to_nobody() {
    realtime = seen(3, "", true, Duration.ZERO);

    assertThat(hears("xe buýt chợ Mỹ Tho")).contains("không còn chuyến nào");
    assertThat(hears("xe buýt tuyến số 01")).doesNotContain("xe đang");
  }

  @Test
  void a_place_of_long_ago_says_nothing() {
    realtime = seen(3, "", false, Duration.ofMinutes(4));

    assertThat(hears("xe buýt chợ Mỹ Tho")).contains("còn 20 phút").doesNotContain("xe đang ở");
  }

  private static ServiceAlert alert(
      ServiceAlert.Effect effect, Instant madeAt, ServiceAlert.Concerned... concerned) {
    return new ServiceAlert(
        madeAt,
        List.of(new ServiceAlert.Period(Instant.MIN, NOW.plus(Duration.ofHours(2)))),
        List.of(concerned),
        effect,
        ServiceAlert.Cause.CONSTRUCTION,
        "Cầu Quay đang sửa");
  }

  private static Copy<Realtime> lets(ServiceAlert alert) {
    return told(new Realtime(TripUpdates.NONE, List.of(), List.of(alert)));
  }

  @Test
  void who_waits_hears_what_the_operator_lets_know_of_the_stop_or_the_line() {
    String detour = "Lưu ý – xe đi đường vòng vì thi công: Cầu Quay đang sửa (đến 14:10 hôm nay)";

    realtime = lets(alert(ServiceAlert.Effect.DETOUR, NOW, new Concerned("r", "", "")));
    assertThat(hears("xe buýt chợ Mỹ Tho")).contains("còn 20 phút", detour);
    assertThat(hears("xe buýt tuyến số 01")).contains(detour);

    realtime = lets(alert(ServiceAlert.Effect.DETOUR, NOW, new Concerned("", "gc", "")));
    assertThat(hears("xe buýt chợ Mỹ Tho")).doesNotContain("Lưu ý");
  }

  @Test
  void where_nothing_runs_no_bus_is_promised() {
    realtime = lets(alert(ServiceAlert.Effect.NO_SERVICE, NOW, new Concerned("", "cho", "")));

    assertThat(hears("xe buýt chợ Mỹ Tho"))
        .contains("không còn chuyến nào", "Lưu ý – ngưng chạy vì thi công: Cầu Quay đang sửa");
    assertThat(hears("xe buýt bến xe Mỹ Tho")).contains("12:20 hôm nay").doesNotContain("Lưu ý");
  }

  @Test
  void an_alert_that_nobody_confirms_any_more_is_not_told() {
    Instant longAgo = NOW.minus(Duration.ofHours(7));
    realtime = lets(alert(ServiceAlert.Effect.NO_SERVICE, longAgo, new Concerned("r", "", "")));

    assertThat(hears("xe buýt chợ Mỹ Tho")).contains("còn 20 phút").doesNotContain("Lưu ý");
  }

  @Test
  void who_names_half_of_two_stops_is_asked_which() {
    Reply reply = asks("xe buyt my tho");

    assertThat(payloads(reply)).containsExactly("#xebuyt Bến xe Mỹ Tho", "#xebuyt Chợ Mỹ Tho");
  }

  @Test
  void who_asks_for_a_line_hears_its_way() {
    assertThat(hears("xe buýt tuyến số 01"))
        .contains("Tuyến 01, Mỹ Tho – Gò Công")
        .contains("Bến xe Mỹ Tho → Chợ Mỹ Tho → Bến xe Gò Công");
  }

  @Test
  void who_asks_for_a_bus_from_nowhere_is_told_how_to_ask() {
    assertThat(hears("xe bus")).contains("gửi vị trí").contains("Tuyến 01");
  }

  @Test
  void who_sends_a_place_hears_what_is_near_and_may_ask_on() {
    CitizenEvent sent = new CitizenEvent.SentPlace("u1", new Position(10.3530, 106.3660), NOW);

    Reply reply = conversation.answer(sent, Profile.EMPTY, NOW);

    assertThat(reply.messages().getFirst().text()).contains("Mỹ Tho");
    assertThat(reply.messages().getLast().text())
        .doesNotContain("Trạm đo mặn")
        .contains("Trạm xe buýt: Chợ Mỹ Tho, cách 90 m")
        .contains("Chỗ tham quan: Chùa Vĩnh Tràng")
        .contains("Trường: Trường Tiểu học Sông Tiền")
        .contains("không lưu lại");
    assertThat(payloads(reply)).contains("#doman my-tho", "#xebuyt @10.353,106.366");
    assertThat(hears("#xebuyt @10.353,106.366")).contains("Chợ Mỹ Tho (cách");
    assertThat(hears("#diadiem @10.353,106.366")).contains("Chùa Vĩnh Tràng (chùa), cách 1,3 km");
  }

  @Test
  void news_are_told_by_topic_with_their_time_and_address() {
    Reply reply = asks("tin man");

    assertThat(reply.messages().getFirst().text())
        .contains("Mặn lên theo con nước rằm (8:00 hôm nay)")
        .contains("https://tin.example/")
        .doesNotContain("mưa rào");
    assertThat(payloads(reply)).contains("#nhanbantin salt", "#tintuc weather");
  }

  @Test
  void news_are_cards_to_tap_on() {
    Reply reply = asks("tin man");

    Shown.Cards shown = (Shown.Cards) reply.messages().getFirst().shown().orElseThrow();
    assertThat(shown.cards())
        .extracting(Shown.Card::title)
        .containsExactly("Tin mới – hạn, mặn", "Mặn lên theo con nước rằm");
    assertThat(shown.cards().getLast().subtitle()).isEqualTo("8:00 hôm nay");
    assertThat(shown.cards().getLast().link().getHost()).isEqualTo("tin.example");
  }

  @Test
  void news_of_an_old_copy_are_told_in_words() {
    news = new Copy.LastGood<>(articles(), NOW.minus(Duration.ofHours(2)));

    Reply.Message first = asks("tin man").messages().getFirst();
    assertThat(first.text()).contains("Mặn lên", "tin lấy lúc");
    assertThat(first.shown()).isEmpty();
  }

  @Test
  void a_topic_without_news_says_so_and_offers_others() {
    Reply reply = asks("tin giáo dục");

    assertThat(reply.messages().getFirst().text()).contains("chưa có tin nào");
    assertThat(payloads(reply)).contains("#tintuc salt");
  }

  @Test
  void who_agrees_to_a_bulletin_hears_to_what_and_how_to_stop() {
    Reply reply = asks("nhan ban tin man");

    assertThat(reply.messages().getFirst().text()).contains("Tôi đồng ý").contains("DỪNG");
    assertThat(reply.changes())
        .singleElement()
        .isInstanceOfSatisfying(
            ProfileChange.SubscribeNews.class,
            change -> {
              assertThat(change.topic()).isEqualTo(NewsTopic.SALT);
              assertThat(change.consent()).contains("hạn, mặn");
            });
  }

  @Test
  void who_stops_bulletins_is_believed_at_once() {
    assertThat(asks("dừng bản tin").changes())
        .containsExactly(new ProfileChange.StopNews(Optional.empty()));
  }

  @Test
  void a_sight_is_told_with_its_hours() {
    assertThat(hears("tham quan vinh trang"))
        .contains("Chùa Vĩnh Tràng (chùa)")
        .contains("Lúc này không mở; hôm nay mở 07:00–11:30, 13:30–17:00");
  }

  @Test
  void a_school_is_told_behind_what_concerns_all_schools() {
    assertThat(hears("truong song tien"))
        .contains("Nghỉ học vì triều cường")
        .doesNotContain("Đã qua rồi")
        .contains("Trường Tiểu học Sông Tiền")
        .contains("Đang mở cửa");
  }

  @Test
  void an_old_copy_is_told_as_old() {
    news = new Copy.LastGood<>(articles(), NOW.minus(Duration.ofHours(26)));
    bus = new Copy.LastGood<>(timetable(), NOW.minus(Duration.ofHours(1)));

    assertThat(hears("tin mặn")).contains("tin lấy lúc 10:10 hôm qua");
    assertThat(hears("xe buýt chợ mỹ tho")).contains("tin lấy lúc 11:10 hôm nay");
  }

  @Test
  void a_school_of_an_old_copy_is_told_with_what_concerns_all_schools() {
    schools = new Copy.LastGood<>(schoolsWithNotice(), NOW.minus(Duration.ofHours(1)));

    List<Reply.Message> told = asks("truong song tien").messages();
    assertThat(told).hasSize(2);
    assertThat(told.getFirst().text()).contains("Nghỉ học vì triều cường");
    assertThat(told.getLast().text())
        .contains("Trường Tiểu học Sông Tiền", "tin lấy lúc 11:10 hôm nay");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tin tức", "xe buýt", "du lịch", "trường học"})
  void a_source_never_heard_is_told_as_such_and_one_not_offered_too(String question) {
    nothing(new Copy.NoneYet<>(), new Copy.NoneYet<>(), new Copy.NoneYet<>());
    assertThat(hears(question)).contains("chưa lấy được");

    nothing(new Copy.NotOffered<>(), new Copy.NotOffered<>(), new Copy.NotOffered<>());
    assertThat(hears(question)).contains("Ở đây chưa có");
  }

  private void nothing(Copy<News> noNews, Copy<Timetable> noBus, Copy<Places> noPlaces) {
    news = noNews;
    bus = noBus;
    places = noPlaces;
    schools = noPlaces;
  }

  @Test
  void every_answer_fits_into_a_message() {
    for (String question :
        List.of("#dichvu", "kẹt xe", "camera", "xe buýt", "tin tức", "tham quan", "trường")) {
      assertThat(asks(question).messages())
          .allSatisfy(
              message -> {
                assertThat(message.text()).hasSizeBetween(1, 2_000);
                assertThat(message.buttons()).hasSizeLessThanOrEqualTo(5);
              });
    }
  }

  @Test
  void a_town_without_anything_still_answers() {
    Feed<News> none = Feed.none();

    assertThat(none.now()).isEqualTo(new Copy.NotOffered<>());
    assertThat(hears("#dichvu")).contains("Xe buýt");
  }
}
