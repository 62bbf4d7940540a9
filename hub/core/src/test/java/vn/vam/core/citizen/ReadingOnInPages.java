package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.bus.Route;
import vn.vam.core.bus.Stop;
import vn.vam.core.bus.StopTime;
import vn.vam.core.bus.Timetable;
import vn.vam.core.bus.Trip;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.DossierState;
import vn.vam.core.dossier.Followed;
import vn.vam.core.dossier.Standing;
import vn.vam.core.feed.Copy;
import vn.vam.core.feed.Feed;
import vn.vam.core.feed.Feeds;
import vn.vam.core.limit.Limit;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.news.Article;
import vn.vam.core.news.News;
import vn.vam.core.notify.Button;
import vn.vam.core.place.Places;
import vn.vam.core.sluice.Sluice;
import vn.vam.core.sluice.Sluices;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Position;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

/** Whatever is long comes in pages, and all of it can be read. */
class ReadingOnInPages {
  private static final Instant NOW = InTheTown.NOW;
  private static final int MANY = 120;

  private final Asked citizen = new Asked(conversation(), Profile.EMPTY, NOW);

  @Test
  void every_station_is_told_of() {
    assertThatAllIsTold("độ mặn tất cả các trạm", "• Trạm mặn ");
  }

  @Test
  void every_road_is_told_of() {
    assertThatAllIsTold("kẹt xe không", "Đường số ");
  }

  @Test
  void every_camera_is_told_of() {
    assertThatAllIsTold("chỗ nào ngập", "Máy quay ");
  }

  @Test
  void every_line_is_told_of() {
    assertThatAllIsTold("xe buýt", "Bến đi ");
  }

  @Test
  void every_stop_of_a_line_is_told_of() {
    assertThatAllIsTold("tuyến 1", "Trạm chờ ");
  }

  @Test
  void every_sight_is_told_of() {
    assertThatAllIsTold("tham quan", "Vườn trái cây ");
  }

  @Test
  void every_school_is_told_of() {
    assertThatAllIsTold("trường học", "Trường làng ");
  }

  @Test
  void every_sluice_is_told_of() {
    assertThatAllIsTold("cống nào mở", "Cống đập ");
  }

  @Test
  void every_article_is_told_of() {
    List<String> read = citizen.readsAll("tin tức");

    assertThat(told(read, "Tin mới số ")).hasSize(105);
    assertThatPagesAreShort(read);
  }

  @Test
  void every_limit_and_every_dossier_that_is_followed_is_told_of() {
    List<Limit> limits =
        IntStream.range(0, 50)
            .mapToObj(n -> new Limit(new StationId("salt-" + n), Limit.Side.ABOVE, 1))
            .toList();
    List<Followed> dossiers =
        IntStream.range(0, 60)
            .mapToObj(
                n ->
                    new Followed(
                        n,
                        "u1",
                        new DossierCode("H58.20-260312-%04d".formatted(n)),
                        new Standing(
                            Optional.of(DossierState.values()[3]), "", Optional.empty(), false),
                        0,
                        NOW))
            .toList();
    Profile profile =
        new Profile(List.of(), limits, dossiers, Optional.empty(), Optional.empty(), List.of());

    List<String> read = new Asked(conversation(), profile, NOW).readsAll("cảnh báo của tôi");

    assertThat(told(read, "Trạm mặn ")).hasSize(50);
    assertThat(told(read, "H58.20-260312-")).hasSize(60);
    assertThatPagesAreShort(read);
  }

  @Test
  void everything_they_agreed_to_is_told_to_who_asks_what_is_held() {
    List<Consent> consents =
        IntStream.range(0, 70)
            .mapToObj(n -> new Consent(numbered("Tôi đồng ý số ", n), NOW))
            .toList();
    Profile profile =
        new Profile(List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), consents);

    List<String> read = new Asked(conversation(), profile, NOW).readsAll("bạn giữ gì về tôi");

    assertThat(told(read, "Tôi đồng ý số ")).hasSize(70);
  }

  @Test
  void a_page_says_that_there_is_more_and_has_a_button_for_it() {
    Reply first = citizen.says("độ mặn tất cả các trạm");

    assertThat(Talk.text(first)).endsWith("hoặc nhắn “xem tiếp”.");
    assertThat(first.messages().getFirst().buttons())
        .hasSize(Buttons.MOST)
        .first()
        .isEqualTo(new Button("Xem tiếp", "#xemtiep"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xem tiếp", "XEM TIEP", "tiếp", "coi tiep nha", "#xemtiep", "xem thêm"})
  void the_next_page_comes_for(String words) {
    String first = citizen.hears("độ mặn tất cả các trạm");

    assertThat(citizen.hears(words)).contains("• Trạm mặn ").isNotEqualTo(first);
  }

  @Test
  void who_asks_something_else_in_between_is_answered() {
    citizen.says("độ mặn tất cả các trạm");

    assertThat(citizen.hears("menu")).contains("chọn một việc");
  }

  @Test
  void after_ten_minutes_there_is_nothing_to_read_on() {
    citizen.says("độ mặn tất cả các trạm");
    citizen.waitsTooLong();

    assertThat(citizen.hears("xem tiếp")).contains("Không còn gì để xem tiếp");
  }

  @Test
  void what_waits_prints_nothing_of_itself() {
    OpenQuestion.More more =
        new OpenQuestion.More("H58.20-260312-0015", List.of(), Optional.empty());

    assertThat(more.toString()).isEqualTo("More[18 characters]");
  }

  @Test
  void what_waits_is_kept_as_it_is() {
    OpenQuestion more =
        new OpenQuestion.More(
            "• 100 % %20 của\nTrạm 2",
            List.of(new Button("Độ mặn Xuân Hòa", "#doman xuan-hoa"), new Button("", "a b")),
            Optional.of(
                new OpenQuestion.WhichOf(List.of(), Optional.of(new OpenQuestion.WhereSafe()))));

    assertThat(OpenQuestion.read(more.written())).contains(more);
  }

  @Test
  void a_long_line_ends_behind_a_name_and_never_within_a_character() {
    Pages pages = new Pages(Sentences.vietnamese());
    String names = String.join(", ", Stream.generate(() -> "Chợ 𠀀 Gạo").limit(400).toList());
    String letters = "𠀀".repeat(2_000);

    assertThat(Talk.text(pages.first(Reply.of(names, List.of()))).lines().findFirst())
        .hasValueSatisfying(line -> assertThat(line).endsWith("Gạo,"));
    assertThat(Talk.text(pages.first(Reply.of("a" + letters, List.of()))).codePoints())
        .noneMatch(point -> point >= 0xD800 && point < 0xE000);
  }

  private void assertThatAllIsTold(String question, String name) {
    List<String> read = citizen.readsAll(question);

    assertThat(told(read, name)).hasSize(MANY);
    assertThatPagesAreShort(read);
  }

  private static void assertThatPagesAreShort(List<String> read) {
    assertThat(read)
        .hasSizeGreaterThan(1)
        .allSatisfy(page -> assertThat(page).hasSizeLessThan(1_800));
  }

  /** Which of the numbered ones are told of, each once. */
  private static List<String> told(List<String> read, String name) {
    String all = String.join("\n", read);
    return IntStream.range(0, 200)
        .mapToObj(n -> name + "%04d".formatted(n))
        .filter(all::contains)
        .toList();
  }

  private static <T> Feed<T> of(T content) {
    return () -> new Copy.Current<>(content, NOW);
  }

  private static Conversation conversation() {
    return new Conversation(
        new Registry(stations(), List.of()),
        new LatestReadings(Duration.ofHours(1)),
        History.NONE,
        Talk.emptyOffice(),
        Talk.noPhotos(),
        new Feeds(
            of(new News(articles())),
            of(timetable()),
            Feed.none(),
            of(places("Vườn trái cây ")),
            of(places("Trường làng ")),
            of(new Sluices(sluices()))),
        List.of(),
        Duration.ofHours(1),
        ChatSettings.USUAL);
  }

  private static List<Station> stations() {
    List<Station> stations = new ArrayList<>();
    for (int n = 0; n < MANY; n++) {
      stations.add(InTheTown.station("salt-" + n, numbered("Trạm mặn ", n), Kind.SALINITY));
      stations.add(InTheTown.station("road-" + n, numbered("Đường số ", n), Kind.TRAFFIC));
      stations.add(InTheTown.station("camera-" + n, numbered("Máy quay ", n), Kind.CAMERA));
    }
    return stations;
  }

  private static String numbered(String name, int n) {
    return name + "%04d".formatted(n);
  }

  private static List<Article> articles() {
    return IntStream.range(0, 105)
        .mapToObj(n -> InTheTown.article(numbered("Tin mới số ", n), "", "2026-03-12T01:00:00Z"))
        .toList();
  }

  private static List<Sluice> sluices() {
    return IntStream.range(0, MANY)
        .mapToObj(
            n ->
                new Sluice(
                    numbered("Cống đập ", n), here(n), Sluice.State.OPEN, Optional.empty(), ""))
        .toList();
  }

  private static Places places(String name) {
    return new Places(
        IntStream.range(0, MANY)
            .mapToObj(n -> InTheTown.place(numbered(name, n), "", 10 + n / 1_000.0, 106, ""))
            .toList(),
        List.of());
  }

  private static Position here(int n) {
    return new Position(10 + n / 1_000.0, 106);
  }

  private static Timetable timetable() {
    List<Stop> stops =
        IntStream.range(0, MANY)
            .mapToObj(n -> new Stop("s" + n, numbered("Trạm chờ ", n), here(n)))
            .toList();
    List<StopTime> halts =
        IntStream.range(0, MANY).mapToObj(n -> new StopTime("s" + n, n + 1, 40_000 + n)).toList();
    return new Timetable(
        ZoneId.of("Asia/Ho_Chi_Minh"),
        stops,
        IntStream.range(0, MANY)
            .mapToObj(n -> new Route("r" + n, "%02d".formatted(n), numbered("Bến đi ", n)))
            .toList(),
        InTheTown.services(),
        List.of(new Trip("t", "r1", "s", "Gò Công", halts)));
  }
}
