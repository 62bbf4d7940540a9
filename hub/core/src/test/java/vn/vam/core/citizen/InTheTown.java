package vn.vam.core.citizen;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.bus.Realtime;
import vn.vam.core.bus.Route;
import vn.vam.core.bus.Service;
import vn.vam.core.bus.Stop;
import vn.vam.core.bus.StopTime;
import vn.vam.core.bus.Timetable;
import vn.vam.core.bus.Trip;
import vn.vam.core.feed.Copy;
import vn.vam.core.feed.Feed;
import vn.vam.core.feed.Feeds;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.news.Article;
import vn.vam.core.news.News;
import vn.vam.core.notify.Button;
import vn.vam.core.place.Notice;
import vn.vam.core.place.OpeningHours;
import vn.vam.core.place.Place;
import vn.vam.core.place.Places;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Position;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

/** A citizen of a small town: a road, a camera, buses, news, sights and schools. */
abstract class InTheTown {
  /** Thursday, ten past noon. */
  static final Instant NOW = Instant.parse("2026-03-12T05:10:00Z");

  static final StationId ROAD = new StationId("rach-mieu");
  static final StationId CAMERA = new StationId("ben-pha");
  static final Registry REGISTRY =
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

  final LatestReadings latest = new LatestReadings(Duration.ofHours(1));
  Copy<News> news = new Copy.Current<>(articles(), NOW);
  Copy<Timetable> bus = new Copy.Current<>(timetable(), NOW);
  Copy<Realtime> realtime = new Copy.NotOffered<>();
  Copy<Places> places = new Copy.Current<>(sights(), NOW);
  Copy<Places> schools = new Copy.Current<>(schoolsWithNotice(), NOW);
  final Conversation conversation =
      new Conversation(
          REGISTRY,
          latest,
          History.NONE,
          Talk.emptyOffice(),
          Talk.noPhotos(),
          new Feeds(
              () -> news, () -> bus, () -> realtime, () -> places, () -> schools, Feed.none()),
          List.of(),
          Duration.ofHours(1),
          ChatSettings.USUAL);

  static Station station(String id, String name, Kind kind) {
    return new Station(
        new StationId(id), name, kind, List.of(), Optional.empty(), Optional.empty());
  }

  static News articles() {
    return new News(
        List.of(
            article("Mặn lên theo con nước rằm", "Hạn mặn", "2026-03-12T01:00:00Z"),
            article("Chiều nay có mưa rào", "Thời tiết", "2026-03-12T03:00:00Z")));
  }

  static Article article(String title, String category, String at) {
    return new Article(
        title,
        title,
        URI.create("https://tin.example/" + Math.abs(title.hashCode())),
        "",
        List.of(category),
        Instant.parse(at));
  }

  static Timetable timetable() {
    return new Timetable(
        ZoneId.of("Asia/Ho_Chi_Minh"),
        List.of(
            new Stop("bx", "Bến xe Mỹ Tho", new Position(10.3625, 106.3430)),
            new Stop("cho", "Chợ Mỹ Tho", new Position(10.3527, 106.3668)),
            new Stop("gc", "Bến xe Gò Công", new Position(10.3637, 106.6690))),
        List.of(new Route("r", "01", "Mỹ Tho – Gò Công")),
        services(),
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

  /** Every day of that year. */
  static List<Service> services() {
    return List.of(
        new Service(
            "s",
            EnumSet.allOf(DayOfWeek.class),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 12, 31),
            Set.of(),
            Set.of()));
  }

  static int at(int hour, int minute) {
    return hour * 3_600 + minute * 60;
  }

  static Places sights() {
    return new Places(
        List.of(
            place("Chùa Vĩnh Tràng", "chùa", 10.3614, 106.3747, "07:00-11:30,13:30-17:00"),
            place("Trại rắn Đồng Tâm", "trại rắn", 10.404, 106.203, "07:00-17:00")),
        List.of());
  }

  static Places schoolsWithNotice() {
    return new Places(
        List.of(place("Trường Tiểu học Sông Tiền", "tiểu học", 10.354, 106.362, "06:30-17:00")),
        List.of(
            new Notice("Nghỉ học vì triều cường", Optional.empty(), Optional.empty()),
            new Notice("Đã qua rồi", Optional.empty(), Optional.of(LocalDate.of(2026, 3, 11)))));
  }

  static Place place(String name, String kind, double lat, double lon, String hours) {
    return new Place(
        name, kind, new Position(lat, lon), "", "", OpeningHours.read(hours), List.of());
  }

  Reply asks(String text) {
    return conversation.answer(new CitizenEvent.Said("u1", text, NOW), Profile.EMPTY, NOW);
  }

  String hears(String text) {
    return String.join("\n", asks(text).messages().stream().map(Reply.Message::text).toList());
  }

  static List<String> payloads(Reply reply) {
    return reply.messages().stream()
        .flatMap(message -> message.buttons().stream())
        .map(Button::payload)
        .toList();
  }
}
