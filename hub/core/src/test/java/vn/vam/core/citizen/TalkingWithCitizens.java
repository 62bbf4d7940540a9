package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.citizen.ProfileChange.Erase;
import vn.vam.core.citizen.ProfileChange.Follow;
import vn.vam.core.citizen.ProfileChange.Subscribe;
import vn.vam.core.citizen.ProfileChange.Unsubscribe;
import vn.vam.core.citizen.ProfileChange.UnsubscribeAll;
import vn.vam.core.dossier.Dossier;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.DossierState;
import vn.vam.core.dossier.Dossiers.LookUp;
import vn.vam.core.dossier.LookUps;
import vn.vam.core.dossier.PhotoSource.Fetched;
import vn.vam.core.dossier.Proof;
import vn.vam.core.dossier.ReceiptReader.Sight;
import vn.vam.core.dossier.Receipts;
import vn.vam.core.dossier.RememberedTries;
import vn.vam.core.dossier.TryLimits;
import vn.vam.core.feed.Feeds;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.notify.Button;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Observation;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationId;

class TalkingWithCitizens {
  private static final Instant NOW = Instant.parse("2026-03-12T05:10:00Z");
  private static final DossierCode CODE = new DossierCode("H58.20-260312-0015");

  private final LatestReadings latest = new LatestReadings(Duration.ofHours(3));
  private static final Proof PROOF = new Proof("K7QM");

  private static final ProfileChange WHICH_ALERTS =
      new ProfileChange.Ask(new OpenQuestion.WhereAlerts());

  private final List<String> trail = new ArrayList<>();
  private LookUp office = new LookUp.NotFound();
  private Fetched fetched = new Fetched.Photo(new byte[0]);
  private Sight sight = new Sight.Unread("blurred");
  private final Conversation conversation =
      new Conversation(
          TestProvince.registry(),
          latest,
          History.NONE,
          lookUps(),
          new Receipts(photo -> fetched, photo -> sight),
          Feeds.NONE,
          TestProvince.rules(),
          Duration.ofHours(3),
          ChatSettings.USUAL);

  @Nested
  class Coming_and_going {
    @Test
    void who_follows_is_welcomed_with_three_things_to_do() {
      Reply reply = answer(new CitizenEvent.Followed("u1", NOW));

      assertThat(text(reply)).contains("Xin chào", "Xuân Hòa", "hồ sơ");
      assertThat(payloads(reply)).containsExactly("#doman", "#tracuuhoso", "#canhbao", "#dichvu");
      assertThat(reply.changes()).containsExactly(new Follow());
    }

    @Test
    void who_leaves_hears_nothing_and_is_forgotten() {
      Reply reply = answer(new CitizenEvent.Unfollowed("u1", NOW), TestProvince.XUAN_HOA);

      assertThat(reply.messages()).isEmpty();
      assertThat(reply.changes()).containsExactly(new Erase());
    }

    @Test
    void who_withdraws_is_erased_and_told_so() {
      Reply reply = answer(new CitizenEvent.Withdrew("u1", NOW));

      assertThat(text(reply)).contains("Đã xóa");
      assertThat(reply.changes()).containsExactly(new Erase());
    }

    @Test
    void a_voice_gets_a_friendly_word_and_the_menu() {
      Reply reply = answer(new CitizenEvent.SentOther("u1", "user_send_audio", NOW));

      assertThat(text(reply)).contains("Cảm ơn");
      assertThat(payloads(reply)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"hôm nay trời đẹp quá", "👍", "menu", "xin chào", "''"})
    void whatever_is_said_there_is_an_answer_with_a_way_on(String text) {
      Reply reply = say(text);

      assertThat(text(reply)).isNotBlank();
      assertThat(payloads(reply)).hasSize(4);
    }
  }

  @Nested
  class Asking_for_salinity {
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
      latest.take(
          new Observation(TestProvince.XUAN_HOA, Quantity.BATTERY, 12.6, Quality.PASS, NOW));

      assertThat(text(say("xuân hòa"))).contains("đã cũ");
    }

    @Test
    void says_that_nothing_was_measured() {
      assertThat(text(say("xuân hòa"))).contains("chưa gửi số đo nào");
    }

    @Test
    void gives_no_advice_on_a_doubtful_value() {
      latest.take(
          new Observation(TestProvince.XUAN_HOA, Quantity.SALINITY, 9, Quality.SUSPECT, NOW));

      assertThat(text(say("xuân hòa"))).contains("chưa chắc").doesNotContain("Nước rất mặn");
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

  @Nested
  class Subscribing {
    @Test
    void records_the_words_agreed_to_and_tells_what_comes_and_how_to_stop() {
      Reply reply = say("nhan canh bao xuan hoa");

      String consent =
          "Tôi đồng ý nhận tin cảnh báo của trạm Xuân Hòa tại đây, cho đến khi tôi nhắn DỪNG.";
      assertThat(reply.changes()).containsExactly(new Subscribe(TestProvince.XUAN_HOA, consent));
      assertThat(text(reply))
          .contains(
              consent,
              "• độ mặn trên 0,5 g/l suốt 30 phút\n• độ mặn trên 4 g/l\n",
              "chỉ cần nhắn một chữ: DỪNG");
    }

    @Test
    void a_pressed_button_does_the_same() {
      assertThat(say("#canhbao trung-luong").changes()).hasSize(1);
      assertThat(text(say("#canhbao trung-luong")))
          .contains("• tốc độ xe dưới 15 km/h suốt 10 phút");
    }

    @Test
    void nothing_changes_for_those_who_have_it() {
      Reply reply = say("nhận cảnh báo xuân hòa", TestProvince.XUAN_HOA);

      assertThat(text(reply)).contains("rồi");
      assertThat(reply.changes()).isEmpty();
    }

    @Test
    void a_station_without_alerts_is_not_promised() {
      Reply reply = say("nhận cảnh báo vàm kênh");

      assertThat(text(reply)).contains("Vàm Kênh chưa có mức cảnh báo");
      assertThat(reply.changes()).isEmpty();
    }

    @Test
    void speaking_of_alerts_is_not_agreeing_to_them() {
      Reply reply = say("cảnh báo xuân hòa");

      assertThat(reply.changes()).containsExactly(WHICH_ALERTS);
      assertThat(payloads(reply)).containsExactly("#canhbao xuan-hoa");
    }

    @Test
    void without_a_station_it_offers_those_that_have_alerts() {
      assertThat(payloads(say("nhận cảnh báo", TestProvince.MY_THO)))
          .containsExactly("#canhbao xuan-hoa", "#canhbao trung-luong");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"xuân hòa", "xuan hoa", "dạ trạm xuân hòa ạ", "xuaan hoaf", "x. xuan hoa"})
    void asked_for_which_station_a_bare_name_is_enough(String name) {
      assertThat(say("nhận cảnh báo").changes()).containsExactly(WHICH_ALERTS);

      assertThat(reply(name).changes())
          .anySatisfy(
              change ->
                  assertThat(change)
                      .isInstanceOfSatisfying(
                          Subscribe.class,
                          to -> assertThat(to.station()).isEqualTo(TestProvince.XUAN_HOA)))
          .contains(new ProfileChange.AskNothing());
    }

    @Test
    void asked_for_which_station_two_names_are_asked_back_again() {
      Reply reply = reply("my tho voi xuan hoa");

      assertThat(payloads(reply)).containsExactly("#canhbao xuan-hoa", "#canhbao my-tho");
      assertThat(reply.changes()).containsExactly(WHICH_ALERTS);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "xuân hòa mặn chưa",
          "bieu do xuan hoa",
          "không nhận xuân hòa",
          "#cong Cống Xuân Hòa",
          "thôi",
          "menu"
        })
    void asked_for_which_station_who_says_something_else_agrees_to_nothing(String other) {
      assertThat(reply(other).changes())
          .doesNotHaveAnyElementsOfTypes(Subscribe.class)
          .doesNotContain(WHICH_ALERTS);
    }

    private Reply reply(String text) {
      return conversation.answer(
          new CitizenEvent.Said("u1", text, NOW), asked(new OpenQuestion.WhereAlerts()), NOW);
    }

    @Test
    void one_word_stops_everything() {
      Reply reply = say("dung", TestProvince.XUAN_HOA, TestProvince.MY_THO);

      assertThat(text(reply)).contains("Đã ngưng gửi mọi cảnh báo");
      assertThat(reply.changes()).containsExactly(new UnsubscribeAll());
    }

    @Test
    void one_station_alone_can_be_stopped() {
      Reply reply = say("dừng xuân hòa", TestProvince.XUAN_HOA, TestProvince.MY_THO);

      assertThat(text(reply)).contains("trạm Xuân Hòa").doesNotContain("Mỹ Tho");
      assertThat(reply.changes()).containsExactly(new Unsubscribe(TestProvince.XUAN_HOA));
    }

    @Test
    void stopping_what_never_began_is_told_so() {
      assertThat(text(say("dừng xuân hòa"))).contains("không có gì phải ngưng");
      assertThat(text(say("stop"))).contains("không có gì phải ngưng");
    }

    @Test
    void ones_alerts_are_listed_with_a_way_to_stop_each() {
      Reply reply = say("cảnh báo của tôi", TestProvince.XUAN_HOA, new StationId("gone"));

      assertThat(text(reply)).contains("Xuân Hòa, gone");
      assertThat(payloads(reply)).containsExactly("#dung xuan-hoa");
    }
  }

  @Nested
  class Asking_for_a_dossier {
    @Test
    void tells_where_it_is_and_what_to_do_next() {
      office = found(DossierState.IN_PROGRESS, "2026-03-20T09:30:00Z");

      assertThat(text(say("h58.20-260312-0015 K7QM")))
          .isEqualTo(
              """
              Hồ sơ H58.20-260312-0015
              Người nộp: N*** T***
              Thủ tục: Đăng ký khai sinh
              Cơ quan tiếp nhận: Bộ phận Một cửa phường Mỹ Tho
              Nơi giải quyết: UBND phường Mỹ Tho
              Nhận ngày: 12/3/2026
              Hẹn trả: 16:30 ngày 20/3/2026
              Tình trạng: đang xử lý.
              Việc tiếp theo: bà con chờ đến ngày hẹn, chưa cần làm gì thêm.\
              """);
    }

    @ParameterizedTest
    @EnumSource(DossierState.class)
    void every_state_has_its_words_and_a_next_step(DossierState state) {
      office = found(state, "2026-03-20T09:30:00Z");

      assertThat(text(say(CODE.value() + " k7qm"))).contains("Tình trạng: ", "Việc tiếp theo: ");
    }

    @ParameterizedTest
    @CsvSource({
      "2026-03-10T09:00:00Z, trễ hẹn 2 ngày",
      "2026-03-12T04:00:00Z, quá giờ hẹn trả hôm nay",
      "2026-03-10T17:00:00Z, trễ hẹn 1 ngày",
    })
    void says_that_it_is_late(Instant due, String words) {
      office = found(DossierState.RECEIVED, due.toString());

      assertThat(text(say(CODE.value() + " k7qm"))).contains(words);
    }

    @Test
    void a_promised_day_lasts_until_its_end() {
      office = found(DossierState.RECEIVED, "2026-03-11T17:00:00Z");

      assertThat(text(say(CODE.value() + " k7qm")))
          .contains("Hẹn trả: 12/3/2026")
          .doesNotContain("trễ", "quá giờ");
    }

    @Test
    void waiting_for_the_citizen_is_not_being_late() {
      office = found(DossierState.SUPPLEMENT_ASKED, "2026-03-01T09:00:00Z");

      assertThat(text(say(CODE.value() + " k7qm")))
          .contains("bổ sung giấy tờ")
          .doesNotContain("trễ");
    }

    @Test
    void what_the_office_wrote_down_before_is_told_with_its_time() {
      LookUp.Found asked = found(DossierState.IN_PROGRESS, "2026-04-20T09:30:00Z");
      office = asked;
      assertThat(text(say(CODE.value() + " k7qm"))).doesNotContain("sổ của cơ quan");

      office = new LookUp.Found(asked.dossier(), Optional.of(NOW.minus(Duration.ofDays(1))));
      assertThat(text(say(CODE.value() + " k7qm"))).contains("Theo sổ của cơ quan lúc", "hôm qua");
    }

    @Test
    void a_state_of_the_offices_own_is_told_in_its_words() {
      office =
          new LookUp.Found(
              new Dossier(
                  CODE,
                  "",
                  "",
                  "",
                  "",
                  Optional.empty(),
                  "Chờ ký duyệt",
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()));

      assertThat(text(say(CODE.value() + " k7qm")))
          .startsWith("Hồ sơ H58.20-260312-0015\nTình trạng: Chờ ký duyệt\n");
    }

    @Test
    void an_unknown_code_and_a_closed_office_are_told_politely() {
      assertThat(text(say(CODE.value() + " k7qm"))).contains("Không tìm thấy hồ sơ", CODE.value());

      office = new LookUp.Unavailable("connection refused");

      assertThat(text(say(CODE.value() + " k7qm")))
          .isEqualTo("Hệ thống tra cứu tạm thời gián đoạn. Vui lòng thử lại sau ít phút.");
    }

    @Test
    void asks_what_else_the_receipt_says_before_anybody_looks() {
      office = found(DossierState.IN_PROGRESS, "2026-03-20T09:30:00Z");

      Reply asked = say(CODE.value());

      assertThat(text(asked)).contains("mã tra cứu", "4 số cuối").doesNotContain("khai sinh");
      assertThat(asked.changes())
          .containsExactly(new ProfileChange.Ask(new OpenQuestion.WhichReceipt(CODE)));
      assertThat(trail).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"K7QM", "k7qm", "mã tra cứu K7QM", "là k7qm ạ", "ma: k7qm"})
    void hears_the_answer_to_that(String said) {
      office = found(DossierState.IN_PROGRESS, "2026-03-20T09:30:00Z");

      assertThat(text(reply(said))).contains("Đăng ký khai sinh", "N*** T***");
    }

    @Test
    void wrong_and_missing_are_told_in_the_same_words() {
      office = found(DossierState.IN_PROGRESS, "2026-03-20T09:30:00Z");
      String wrong = text(say(CODE.value() + " 1234"));
      office = new LookUp.NotFound();
      String missing = text(say(CODE.value() + " K7QM"));

      assertThat(wrong).isEqualTo(missing).contains("Không tìm thấy hồ sơ nào khớp");
      assertThat(trail).containsExactly("NOT_SHOWN H58.20", "NOT_SHOWN H58.20");
    }

    @Test
    void who_was_wrong_too_often_has_to_wait_even_when_right() {
      office = found(DossierState.IN_PROGRESS, "2026-03-20T09:30:00Z");
      List.of("1111", "2222", "3333").forEach(guess -> say(CODE.value() + " " + guess));

      assertThat(text(say(CODE.value() + " K7QM"))).contains("quá nhiều lần");
      assertThat(trail).last().isEqualTo("TOO_MANY_TRIES H58.20");
    }

    @Test
    void something_else_said_instead_is_answered_as_ever() {
      assertThat(text(reply("dừng"))).contains("không có gì phải ngưng");
    }

    private Reply reply(String text) {
      return conversation.answer(
          new CitizenEvent.Said("u1", text, NOW), asked(new OpenQuestion.WhichReceipt(CODE)), NOW);
    }

    @Test
    void without_a_code_it_asks_for_one_that_is_one() {
      String asked = text(say("#tracuuhoso"));

      assertThat(DossierCode.findIn(asked)).isPresent();
    }
  }

  private static Profile asked(OpenQuestion question) {
    return new Profile(
        List.of(), List.of(), List.of(), Optional.empty(), Optional.of(question), List.of());
  }

  @Nested
  class Knowing_ones_rights {
    private final Consent consent =
        new Consent("Tôi đồng ý nhận tin", Instant.parse("2026-01-02T03:00:00Z"));

    @Test
    void what_is_held_is_told_in_plain_words() {
      Profile profile =
          new Profile(
              List.of(TestProvince.XUAN_HOA),
              List.of(),
              List.of(),
              Optional.of(Quiet.between(LocalTime.of(22, 0), LocalTime.of(5, 0))),
              Optional.empty(),
              List.of(consent));

      String held = text(say("bạn giữ gì về tôi", profile));

      assertThat(held)
          .contains("“Tôi đồng ý nhận tin”", "2/1/2026", "từ 22:00 đến 5:00", "Zalo")
          .contains("xóa thông tin của tôi");
    }

    @Test
    void who_is_not_known_is_told_so() {
      assertThat(text(say("bạn giữ gì về tôi"))).contains("chưa giữ gì");
    }

    @Test
    void erasing_is_asked_twice() {
      Reply asked = say("xóa thông tin của tôi");
      assertThat(asked.changes())
          .containsExactly(new ProfileChange.Ask(new OpenQuestion.ReallyErase()));
      assertThat(payloads(asked)).containsExactly("#xoathongtin chacchan");

      assertThat(say("có", asked(new OpenQuestion.ReallyErase())).changes())
          .containsExactly(new Erase());
      assertThat(say("#xoathongtin chacchan").changes()).containsExactly(new Erase());
      assertThat(say("thôi", asked(new OpenQuestion.ReallyErase())).changes())
          .doesNotContain(new Erase());
    }

    private Reply say(String text, Profile profile) {
      return conversation.answer(new CitizenEvent.Said("u1", text, NOW), profile, NOW);
    }

    private Reply say(String text) {
      return say(text, Profile.EMPTY);
    }
  }

  @Nested
  class Sending_a_photo_of_the_receipt {
    private Reply send() {
      return answer(
          new CitizenEvent.SentPhotos("u1", List.of(URI.create("https://f5.zdn.vn/1")), NOW));
    }

    @Test
    void brings_what_typing_the_code_brings() {
      sight = new Sight.Seen(CODE);

      assertThat(send()).isEqualTo(say(CODE.value()));
      assertThat(text(send())).contains(CODE.value());
    }

    @Test
    void that_cannot_be_read_brings_advice_how_to_take_a_better_one() {
      assertThat(text(send()))
          .contains("chụp lại", "chỗ sáng", "mã QR", "nhắn mã hồ sơ")
          .doesNotContain("blurred");
    }

    @Test
    void as_pdf_brings_the_same_or_says_what_the_file_has_to_be() {
      CitizenEvent file =
          new CitizenEvent.SentFiles("u1", List.of(URI.create("https://f5.zdn.vn/1")), NOW);
      assertThat(text(answer(file))).contains("PDF", "mật khẩu", "5 MB", "3 trang", "nhắn mã");

      sight = new Sight.Seen(CODE);

      assertThat(answer(file)).isEqualTo(say(CODE.value()));
    }

    @Test
    void that_is_too_long_is_not_asked_for_again() {
      fetched = new Fetched.TooLong("longer than 10485760 bytes");

      assertThat(text(send())).contains("chụp lại").doesNotContain("gửi lại sau", "10485760");
    }

    @Test
    void that_did_not_come_blames_nobody() {
      fetched = new Fetched.Missing("status 500");

      assertThat(text(send())).contains("gửi lại sau ít phút").doesNotContain("500", "chụp lại");
    }
  }

  @Test
  void a_mistake_of_ours_is_apologised_for() {
    assertThat(text(conversation.apology())).contains("Xin lỗi");
  }

  @Test
  void an_empty_province_still_answers() {
    Conversation empty =
        new Conversation(
            new Registry(List.of(), List.of()),
            latest,
            History.NONE,
            lookUps(),
            new Receipts(photo -> fetched, photo -> sight),
            Feeds.NONE,
            List.of(),
            Duration.ofHours(3),
            ChatSettings.USUAL);

    for (String text :
        List.of("độ mặn", "độ mặn xuân hòa", "nhận cảnh báo", "dừng", "menu", "#doman x")) {
      Reply reply = empty.answer(new CitizenEvent.Said("u1", text, NOW), Profile.EMPTY, NOW);
      assertThat(text(reply)).isNotBlank();
    }
  }

  @Test
  void messages_are_composed_text_of_bounded_length() {
    List<Reply> replies = new ArrayList<>();
    for (String text :
        List.of("menu", "độ mặn", "xuân hòa", "nhận cảnh báo", "dừng", "#tracuuhoso")) {
      replies.add(say(text));
    }

    assertThat(replies)
        .allSatisfy(
            reply -> {
              assertThat(Normalizer.isNormalized(text(reply), Normalizer.Form.NFC)).isTrue();
              assertThat(text(reply)).hasSizeLessThan(2_000).doesNotContain("{", "}");
              assertThat(reply.messages().getFirst().buttons()).hasSizeLessThanOrEqualTo(5);
            });
  }

  private LookUps lookUps() {
    return new LookUps(
        (code, proof) -> proof.equals(Optional.of(PROOF)) ? office : new LookUp.NotFound(),
        new RememberedTries(),
        new TryLimits(3, 5, 60, Duration.ofHours(1)),
        (outcome, agency) -> trail.add(outcome + " " + agency));
  }

  private LookUp.Found found(DossierState state, String due) {
    return new LookUp.Found(
        new Dossier(
            CODE,
            "N*** T***",
            "Đăng ký khai sinh",
            "UBND phường Mỹ Tho",
            "Bộ phận Một cửa phường Mỹ Tho",
            Optional.of(state),
            "",
            Optional.of(Instant.parse("2026-03-11T17:00:00Z")),
            Optional.of(Instant.parse(due)),
            Optional.empty()));
  }

  private void measure(StationId station, double salinity, String at) {
    latest.take(
        new Observation(station, Quantity.SALINITY, salinity, Quality.PASS, Instant.parse(at)));
  }

  private Reply say(String text, StationId... subscribed) {
    return answer(new CitizenEvent.Said("u1", text, NOW), subscribed);
  }

  private Reply answer(CitizenEvent event, StationId... subscribed) {
    return conversation.answer(event, Profile.of(List.of(subscribed)), NOW);
  }

  private static String text(Reply reply) {
    assertThat(reply.messages()).hasSize(1);
    return reply.messages().getFirst().text();
  }

  private static List<String> payloads(Reply reply) {
    return reply.messages().getFirst().buttons().stream().map(Button::payload).toList();
  }
}
