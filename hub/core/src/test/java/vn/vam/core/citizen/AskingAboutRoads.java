package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.rule.Observation;
import vn.vam.core.station.DeviceId;

/** How roads flow, and what cameras see of them. */
class AskingAboutRoads extends InTheTown {
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
}
