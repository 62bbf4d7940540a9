package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.bus.Realtime;
import vn.vam.core.bus.ServiceAlert;
import vn.vam.core.bus.ServiceAlert.Concerned;
import vn.vam.core.bus.TripUpdates;
import vn.vam.core.bus.Vehicle;
import vn.vam.core.feed.Copy;
import vn.vam.core.station.Position;

/** Which bus comes when, where it is, and what its operator lets know. */
class WaitingForABus extends InTheTown {
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
    realtime = late(300);

    assertThat(hears("xe buýt chợ Mỹ Tho"))
        .contains("12:35 hôm nay, còn 25 phút, trễ 5 phút")
        .doesNotContain("theo bảng giờ");
  }

  private static Copy<Realtime> late(int seconds) {
    TripUpdates.Update update =
        new TripUpdates.Update(
            Optional.empty(), false, List.of(new TripUpdates.Halt.Late(1, "bx", seconds)));
    return told(
        new Realtime(new TripUpdates(NOW, Map.of("t", List.of(update))), List.of(), List.of()));
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xe buýt từ chợ Mỹ Tho đi Gò Công",
        "toi dang o cho my tho, xe nao ve go cong",
        "xe bus cho my tho den ben xe go cong may gio",
        "#xebuyt Chợ Mỹ Tho đi Bến xe Gò Công"
      })
  void who_says_where_from_and_where_to_hears_when_it_leaves_and_arrives(String question) {
    assertThat(hears(question))
        .contains("Xe buýt từ Chợ Mỹ Tho tới Bến xe Gò Công:")
        .contains("12:30 hôm nay, còn 20 phút; tới nơi chừng 13:30 hôm nay")
        .contains("theo bảng giờ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xe buýt đi Gò Công mấy giờ", "may gio co xe ra go cong", "xe nao ve go cong"})
  void who_says_only_where_to_is_not_told_the_buses_that_leave_there(String question) {
    Reply reply = asks(question);

    assertThat(hears(question))
        .contains("Tới Bến xe Gò Công có xe buýt:\n• Tuyến 01, Mỹ Tho – Gò Công")
        .contains("đón xe ở trạm nào");
    assertThat(payloads(reply))
        .containsExactly(
            "#xebuyt Bến xe Mỹ Tho đi Bến xe Gò Công", "#xebuyt Chợ Mỹ Tho đi Bến xe Gò Công");
  }

  @Test
  void who_wants_to_go_where_no_bus_goes_from_there_is_told_so() {
    assertThat(hears("xe buýt từ Gò Công về chợ Mỹ Tho"))
        .contains("không có xe buýt chạy thẳng từ Bến xe Gò Công tới Chợ Mỹ Tho");
    assertThat(hears("xe buýt đi bến xe Mỹ Tho")).contains("Chưa có tuyến xe buýt nào tới");
  }

  @Test
  void a_bus_that_is_late_arrives_late() {
    realtime = late(300);

    assertThat(hears("xe buýt từ chợ Mỹ Tho đi Gò Công"))
        .contains("trễ 5 phút; tới nơi chừng 13:35 hôm nay");
  }

  @Test
  void where_a_bus_goes_by_is_asked_of_a_stop() {
    assertThat(hears("xe nào đi qua chợ Mỹ Tho")).contains("Trạm Chợ Mỹ Tho");
    assertThat(hears("xe buýt tới chợ Mỹ Tho chưa")).contains("Trạm Chợ Mỹ Tho");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tuyến 1", "tuyen 01", "xe số 1 đi đâu", "xe buyt tuyen 1"})
  void who_asks_for_a_line_hears_its_way(String question) {
    assertThat(hears(question)).contains("Bến xe Mỹ Tho → Chợ Mỹ Tho → Bến xe Gò Công");
  }

  @Test
  void who_asks_for_a_line_that_is_none_hears_which_there_are() {
    assertThat(hears("tuyến 9"))
        .contains("Chưa biết", "• Tuyến 01, Mỹ Tho – Gò Công", "Chợ Mỹ Tho");
  }

  @Test
  void a_line_is_told_with_its_name_and_its_stops() {
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
}
