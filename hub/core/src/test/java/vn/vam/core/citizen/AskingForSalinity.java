package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.core.notify.Button;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Observation;

/** What is told of a station, and of all of them. */
class AskingForSalinity extends InConversation {
  @Test
  void tells_value_time_trend_and_what_to_do() {
    measure(TestProvince.XUAN_HOA, 3.1, "2026-03-12T04:35:00Z");
    measure(TestProvince.XUAN_HOA, 4.2, "2026-03-12T05:05:00Z");

    Reply reply = say("do man xuan hoa");

    assertThat(text(reply))
        .isEqualTo(
            "Nước tại Xuân Hòa: độ mặn 4,2 g/l, lúc 12:05 hôm nay, đang lên.\n"
                + "Lúc 11:35 hôm nay nước ở đó là 3,1 g/l.\n"
                + "Độ mặn ở đó trên 4 g/l từ chừng 12:05 hôm nay.\n"
                + "Nước rất mặn: đóng cống, đừng lấy nước vào vườn hay ruộng. Hãy dùng nước đã"
                + " trữ.");
    assertThat(reply.messages().getFirst().buttons())
        .containsExactly(new Button("Nhận cảnh báo Xuân Hòa", "#canhbao xuan-hoa"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, Nước còn ngọt",
    "0.5, Nước còn ngọt",
    "0.51, Nước hơi mặn",
    "1, Nước hơi mặn",
    "1.01, Nước đã quá 1 g/l",
    "2, Nước đã quá 1 g/l",
    "2.01, Nước mặn",
    "4, Nước mặn",
    "4.01, Nước rất mặn",
  })
  void judges_by_five_classes(double salinity, String judgement) {
    measure(TestProvince.MY_THO, salinity, "2026-03-12T05:05:00Z");

    assertThat(text(say("mỹ tho"))).contains("\n" + judgement);
  }

  @Test
  void says_that_an_old_value_tells_nothing_about_now() {
    measure(TestProvince.XUAN_HOA, 4.2, "2026-03-11T05:05:00Z");

    assertThat(text(say("xuân hòa")))
        .contains("đã cũ", "4,2 g/l", "12:05 hôm qua", "Chưa biết nước lúc này")
        .doesNotContain("Nước rất mặn");
  }

  @Test
  void an_old_value_stays_old_while_the_battery_reports() {
    measure(TestProvince.XUAN_HOA, 4.2, "2026-03-11T05:05:00Z");
    latest.take(new Observation(TestProvince.XUAN_HOA, Quantity.BATTERY, 12.6, Quality.PASS, NOW));

    assertThat(text(say("xuân hòa"))).contains("đã cũ");
  }

  @Test
  void says_that_nothing_was_measured() {
    assertThat(text(say("xuân hòa"))).contains("chưa gửi số đo nào");
  }

  @Test
  void gives_no_advice_on_a_doubtful_value() {
    latest.take(new Observation(TestProvince.XUAN_HOA, Quantity.SALINITY, 9, Quality.SUSPECT, NOW));

    assertThat(text(say("xuân hòa"))).contains("chưa chắc").doesNotContain("Nước rất mặn");
  }

  @Test
  void a_doubtful_value_is_said_to_be_one_in_the_list_and_counts_for_no_class() {
    measure(TestProvince.MY_THO, 0.3, "2026-03-12T05:05:00Z");
    latest.take(new Observation(TestProvince.XUAN_HOA, Quantity.SALINITY, 9, Quality.SUSPECT, NOW));

    assertThat(text(say("độ mặn các trạm")))
        .contains("• Xuân Hòa: 9 g/l, số đo này chưa chắc đúng")
        .doesNotContain("rất mặn");
  }

  @Test
  void offers_alerts_only_to_those_without_and_where_there_are_any() {
    measure(TestProvince.XUAN_HOA, 1, "2026-03-12T05:05:00Z");

    assertThat(payloads(say("xuân hòa", TestProvince.XUAN_HOA))).isEmpty();
    assertThat(payloads(say("vàm kênh"))).isEmpty();
  }

  @Test
  void tells_how_many_stations_there_are_of_each_class_the_saltiest_first() {
    measure(TestProvince.MY_THO, 0.3, "2026-03-12T05:05:00Z");
    measure(TestProvince.XUAN_HOA, 4.2, "2026-03-12T05:05:00Z");
    measure(TestProvince.VAM_KENH, 5, "2026-03-12T05:05:00Z");

    assertThat(text(say("độ mặn")).lines().skip(1))
        .startsWith(
            "rất mặn 2 trạm, nước ngọt 1 trạm.",
            "• Vàm Kênh: 5 g/l – rất mặn",
            "• Xuân Hòa: 4,2 g/l – rất mặn",
            "• Mỹ Tho: 0,3 g/l – nước ngọt");
  }

  @Test
  void asks_back_when_two_stations_may_be_meant() {
    assertThat(payloads(say("do man my hoa")))
        .containsExactly("#doman my-hoa", "#doman my-hoa-cho");
  }

  @Test
  void names_our_stations_when_the_place_is_none_of_them() {
    Reply reply = say("độ mặn cai lậy");

    assertThat(text(reply))
        .contains("chưa có trạm", "Xuân Hòa, Mỹ Tho")
        .doesNotContain("Trung Lương");
    assertThat(payloads(reply)).hasSize(5);
  }

  @Test
  void lists_all_stations_each_as_surely_as_it_is_known() {
    measure(TestProvince.XUAN_HOA, 4.2, "2026-03-12T05:05:00Z");
    measure(TestProvince.MY_THO, 0.3, "2026-03-11T05:05:00Z");

    assertThat(text(say("độ mặn")).lines())
        .contains(
            "• Xuân Hòa: 4,2 g/l – rất mặn",
            "• Mỹ Tho: số đo cuối 0,3 g/l đã cũ (lúc 12:05 hôm qua)",
            "• Vàm Kênh: chưa có số đo");
  }
}
