package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.citizen.Talk.text;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.feed.Copy;
import vn.vam.core.feed.Feed;
import vn.vam.core.feed.Feeds;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.notify.Button;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Observation;
import vn.vam.core.sluice.Sluice;
import vn.vam.core.sluice.Sluice.State;
import vn.vam.core.sluice.Sluices;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Position;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

/** Whether sluices are open, since when, and what the water is like there. */
class AskingAboutSluices {
  /** 12:10 in Việt Nam. */
  private static final Instant NOW = Instant.parse("2026-03-12T05:10:00Z");

  private static final StationId XUAN_HOA = new StationId("xuan-hoa");
  private static final Registry RIVER =
      new Registry(
          List.of(
              station("xuan-hoa", "Xuân Hòa", 10.33656, 106.41029),
              station("my-tho", "Mỹ Tho", 10.3478, 106.3648)),
          List.of());
  private static final Sluices SLUICES =
      new Sluices(
          List.of(
              sluice("Cống Xuân Hòa", 10.33656, 106.41029, State.CLOSED, "Sẽ lấy gạn."),
              sluice("Cống Vàm Giồng", 10.30214, 106.54872, State.OPEN, ""),
              sluice("Cống Bảo Định", 10.38892, 106.34171, State.UNKNOWN, "")));

  private final LatestReadings latest = new LatestReadings(Duration.ofHours(3));
  private Copy<Sluices> sluices = new Copy.Current<>(SLUICES, NOW);

  @BeforeEach
  void the_water_is_salt() {
    latest.take(new Observation(XUAN_HOA, Quantity.SALINITY, 4.2, Quality.PASS, NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cống xuân hòa đóng hay mở",
        "cong xuan hoa dong hay mo",
        "Cống Xuân Hoà mở chưa?",
        "#cong Cống Xuân Hòa"
      })
  void one_is_told_with_its_state_since_when_and_the_salt_there(String question) {
    assertThat(text(asks(question)))
        .contains("Cống Xuân Hòa: đang ĐÓNG, từ 8:05 hôm nay.")
        .contains("Thông báo: Sẽ lấy gạn.")
        .contains("trạm Xuân Hòa (ngay tại cống)", "4,2 g/l", "rất mặn", "12:10 hôm nay");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cống nào mở", "cong nao dang dong", "tình hình đóng mở cống"})
  void all_are_told_and_each_can_be_asked_for(String question) {
    Reply reply = asks(question);

    assertThat(text(reply))
        .contains("• Cống Xuân Hòa: đang ĐÓNG, từ 8:05 hôm nay")
        .contains("• Cống Vàm Giồng: đang MỞ")
        .contains("• Cống Bảo Định: chưa rõ đóng hay mở");
    assertThat(reply.messages().getFirst().buttons())
        .extracting(Button::payload)
        .contains("#cong Cống Vàm Giồng");
  }

  @Test
  void a_name_may_hold_the_words_for_a_sluice_and_its_state() {
    sluices =
        new Copy.Current<>(
            new Sluices(
                List.of(
                    sluice("Cống Ba Cống", 10.33656, 106.41029, State.CLOSED, ""),
                    sluice("Cống Ba Mở", 10.30214, 106.54872, State.OPEN, ""))),
            NOW);

    assertThat(text(asks("cống ba cống đóng hay mở"))).startsWith("Cống Ba Cống: đang ĐÓNG");
    assertThat(text(asks("cong ba mo dong chua"))).startsWith("Cống Ba Mở: đang MỞ");
  }

  @Test
  void one_nobody_knows_is_answered_with_those_there_are() {
    assertThat(text(asks("cống cầu ván mở chưa"))).contains("Không rõ", "Cống Xuân Hòa");
    assertThat(text(asks("cống cầu ván"))).contains("Không rõ", "Cống Xuân Hòa");
  }

  @Test
  void where_no_probe_is_near_people_are_told_to_measure() {
    assertThat(text(asks("cống vàm giồng đóng hay mở"))).contains("đang MỞ").contains("đo lại");
  }

  @Test
  void an_old_value_says_nothing_of_the_water_now() {
    latest.take(
        new Observation(
            new StationId("my-tho"), Quantity.SALINITY, 1.1, Quality.PASS, NOW.minusSeconds(60)));
    Instant later = NOW.plus(Duration.ofHours(5));

    assertThat(text(answer("cống xuân hòa đóng hay mở", later))).doesNotContain("4,2");
  }

  @Test
  void an_old_copy_says_so_and_no_source_too() {
    sluices = new Copy.LastGood<>(SLUICES, NOW.minus(Duration.ofHours(2)));
    assertThat(text(asks("cống nào mở"))).contains("tin lấy lúc 10:10 hôm nay");

    sluices = new Copy.NotOffered<>();
    assertThat(text(asks("cống nào mở"))).contains("chưa có tình hình đóng, mở cống");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cống xuân hòa", "cong xuan hoa", "coongs xuaan hoaf", "co6ng1 xua6n hoa2"})
  void its_name_alone_asks_for_the_salt_and_the_gate(String name) {
    Reply reply = asks(name);

    assertThat(text(reply)).contains("4,2 g/l").doesNotContain("ĐÓNG");
    assertThat(reply.messages().getLast().text())
        .startsWith("Cống Xuân Hòa: đang ĐÓNG, từ 8:05 hôm nay.\nThông báo: Sẽ lấy gạn.");
  }

  @Test
  void a_station_asked_for_without_a_word_for_a_sluice_is_no_gate() {
    assertThat(asks("xuân hòa").messages()).hasSize(1);
    assertThat(asks("độ mặn cống xuân hòa").messages()).hasSize(1);
  }

  @Test
  void a_gate_nobody_tells_of_leaves_the_salt_as_it_is() {
    assertThat(asks("cống mỹ tho").messages()).hasSize(1);
    sluices = new Copy.LastGood<>(SLUICES, NOW.minus(Duration.ofHours(2)));
    assertThat(asks("cống xuân hòa").messages().getLast().text()).contains("tin lấy lúc 10:10");
    sluices = new Copy.NoneYet<>();
    assertThat(asks("cống xuân hòa").messages()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cống bảo định",
        "cong bao dinh",
        "CONG BAO DINH",
        "coongs baor ddinhj",
        "co6ng1 bao3 d9inh5",
        "cong bao dinh sao roi ad",
        "bảo định",
        "bao dinh"
      })
  void one_without_a_station_is_known_by_its_name_alone(String name) {
    assertThat(text(asks(name))).startsWith("Cống Bảo Định: chưa rõ đóng hay mở.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"công an bảo định", "cộng tác", "cong tac", "cổng thông tin", "bao dinh vi"})
  void what_is_no_sluice_is_not_taken_for_one(String said) {
    assertThat(text(asks(said))).doesNotContain("Bảo Định");
  }

  private static Sluice sluice(String name, double lat, double lon, State state, String note) {
    return new Sluice(
        name, new Position(lat, lon), state, Optional.of(NOW.minusSeconds(14_700)), note);
  }

  private static Station station(String id, String name, double lat, double lon) {
    return new Station(
        new StationId(id),
        name,
        Kind.SALINITY,
        List.of("cống " + name),
        Optional.of(new Position(lat, lon)),
        Optional.empty());
  }

  private Reply asks(String text) {
    return answer(text, NOW);
  }

  private Reply answer(String text, Instant now) {
    Feeds feeds =
        new Feeds(Feed.none(), Feed.none(), Feed.none(), Feed.none(), Feed.none(), () -> sluices);
    return new Conversation(
            RIVER,
            latest,
            History.NONE,
            Talk.emptyOffice(),
            Talk.noPhotos(),
            feeds,
            List.of(),
            Duration.ofHours(3),
            ChatSettings.USUAL)
        .answer(new CitizenEvent.Said("u1", text, now), Profile.EMPTY, now);
  }
}
