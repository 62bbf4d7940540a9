package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.citizen.Talk.text;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.citizen.History.Past;
import vn.vam.core.dossier.TryLimits;
import vn.vam.core.feed.Feeds;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.notify.Button;
import vn.vam.core.notify.Shown;
import vn.vam.core.place.Locality;
import vn.vam.core.point.Sample;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Observation;
import vn.vam.core.station.Position;

/** Who names a commune or a market is told of the station that counts for it. */
class NamingAPlace {
  private static final Instant NOW = Instant.parse("2024-03-12T05:00:00Z");

  private final Understanding understanding =
      new Understanding(TestProvince.onTheMap(), TestProvince.places());
  private final LatestReadings latest = new LatestReadings(Duration.ofHours(3));
  private Optional<OpenQuestion> open = Optional.empty();

  @BeforeEach
  void measure() {
    TestProvince.onTheMap()
        .stations()
        .forEach(
            station ->
                latest.take(
                    new Observation(station.id(), Quantity.SALINITY, 0.3, Quality.PASS, NOW)));
  }

  static Stream<Arguments> phrases() {
    return Heard.in("/phrases-places.tsv").stream()
        .map(heard -> Arguments.of(heard.phrase(), heard.intent(), heard.detail()));
  }

  @ParameterizedTest(name = "\"{0}\" is {1} {2}")
  @MethodSource("phrases")
  void a_place_counts_for_the_nearest_station(String phrase, String intent, String detail) {
    assertThat(Heard.as(phrase, understanding.understand(phrase)))
        .isEqualTo(new Heard(phrase, intent, detail));
  }

  @Test
  void the_answer_says_how_far_away_it_was_measured() {
    assertThat(text(say("do man cho gao")))
        .startsWith("Huyện Chợ Gạo: trạm đo gần nhất là Xuân Hòa, cách chừng 5,6 km.\n")
        .contains("Nước tại Xuân Hòa: độ mặn 0,3 g/l");
  }

  @Test
  void a_station_of_the_same_river_counts_though_another_is_nearer() {
    assertThat(text(say("độ mặn chợ Thạnh Trị")))
        .startsWith("Chợ Thạnh Trị: trạm đo gần nhất là Mỹ Tho, cách chừng 3,4 km.");
  }

  @Test
  void two_places_of_one_name_are_asked_back_with_their_stations() {
    Reply reply = say("do man tan long");

    assertThat(text(reply))
        .startsWith(
            "Phường Tân Long: trạm đo gần nhất là Mỹ Tho, cách chừng 1,6 km.\n"
                + "Xã Tân Long: trạm đo gần nhất là Hòa Bình, cách chừng 1,7 km.\n");
    assertThat(reply.messages().getFirst().buttons())
        .extracting(Button::payload)
        .containsExactly("#doman my-tho", "#doman hoa-binh");
  }

  @Test
  void a_stations_own_name_means_the_station() {
    assertThat(text(say("hòa bình"))).startsWith("Nước tại Hòa Bình");
    assertThat(text(say("xã hòa bình")))
        .startsWith("Xã Hòa Bình: trạm đo gần nhất là Hòa Bình, cách chừng 2,");
  }

  @Test
  void a_limit_is_set_at_the_station_and_the_citizen_knows_which() {
    Reply reply = say("báo tôi khi xã Long Bình Điền trên 1");

    assertThat(text(reply))
        .startsWith("Xã Long Bình Điền: trạm đo gần nhất là Xuân Hòa")
        .contains("trên 1 g/l");
    assertThat(reply.changes()).isNotEmpty();
  }

  @Test
  void a_question_of_the_hub_may_be_answered_with_a_place() {
    open = Optional.of(new OpenQuestion.WhereSafe());

    assertThat(text(say("xa binh duc"))).startsWith("Xã Bình Đức: trạm đo gần nhất là Mỹ Tho");
  }

  @Test
  void a_picture_says_it_too() {
    Reply.Message message = say("biểu đồ bình đức").messages().getFirst();

    assertThat(message.text()).startsWith("Xã Bình Đức: ");
    assertThat(message.shown().map(Shown.Picture.class::cast).orElseThrow().caption())
        .startsWith("Xã Bình Đức: ");
  }

  @Test
  void a_pressed_button_names_its_station_whatever_places_are_called() {
    assertThat(text(say("#doman hoa-binh"))).startsWith("Nước tại Hòa Bình");
  }

  @ParameterizedTest
  @ValueSource(strings = {"binh du", "tan lon"})
  void a_bare_name_forgives_no_slip(String said) {
    Understanding many =
        new Understanding(
            TestProvince.onTheMap(),
            List.of(
                new Locality("Bình Đức", "", List.of(), here(), Optional.empty()),
                new Locality("Tân Long", "", List.of(), here(), Optional.empty())));

    assertThat(many.understand(said)).isEqualTo(new Intent.Unknown());
  }

  @Test
  void what_was_set_aside_is_understood_as_before_but_for_places_nobody_knew() {
    Understanding without = new Understanding(TestProvince.onTheMap());
    Understanding with = new Understanding(TestProvince.onTheMap(), TestProvince.places());

    assertThat(Heard.in("/phrases-frozen.tsv"))
        .filteredOn(heard -> !isOfNoStation(without.understand(heard.phrase())))
        .hasSizeGreaterThan(150)
        .allSatisfy(
            heard ->
                assertThat(Heard.as(heard.phrase(), with.understand(heard.phrase())))
                    .isEqualTo(Heard.as(heard.phrase(), without.understand(heard.phrase()))));
  }

  private static boolean isOfNoStation(Intent intent) {
    return intent instanceof Intent.AskSalinityWhich which && which.candidates().isEmpty();
  }

  @Test
  void a_thousand_places_cost_an_answer_nothing_one_notices() {
    List<Locality> thousand =
        IntStream.range(0, 1_000)
            .mapToObj(
                i -> new Locality("Ấp Mới Thứ " + i, "xã", List.of(), here(), Optional.empty()))
            .toList();
    Understanding many = new Understanding(TestProvince.onTheMap(), thousand);
    long began = System.nanoTime();

    for (int i = 0; i < 50; i++) {
      many.understand("chào ad cho hỏi độ mặn xã ấp mới thứ " + i + " bữa nay bao nhiêu vậy ad");
    }

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
  }

  private static Position here() {
    return new Position(10.3, 106.4);
  }

  private Reply say(String text) {
    return new Conversation(
            TestProvince.onTheMap(),
            latest,
            (station, from, to, every) ->
                new Past.Kept(List.of(sample(NOW.minusSeconds(7_200)), sample(NOW))),
            Talk.emptyOffice(),
            Talk.noPhotos(),
            Feeds.NONE,
            List.of(),
            Duration.ofHours(3),
            new ChatSettings(
                LimitRules.USUAL,
                Quiet.NEVER,
                Optional.empty(),
                Optional.empty(),
                TryLimits.USUAL,
                false,
                ChatSettings.USUAL_STORM,
                TestProvince.places()))
        .answer(
            new CitizenEvent.Said("u1", text, NOW),
            new Profile(List.of(), List.of(), List.of(), Optional.empty(), open, List.of()),
            NOW);
  }

  private static Sample sample(Instant time) {
    return new Sample(time, 0.3, Optional.empty(), Optional.empty());
  }
}
