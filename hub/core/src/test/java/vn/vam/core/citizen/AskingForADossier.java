package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.dossier.Dossier;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.DossierState;
import vn.vam.core.dossier.Dossiers.LookUp;
import vn.vam.core.dossier.PhotoSource.Fetched;
import vn.vam.core.dossier.ReceiptReader.Sight;

/** Where a dossier is, by its code or by a photo of its receipt. */
class AskingForADossier extends InConversation {
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
  @ValueSource(strings = {"B88A", "ba88", "D9D9", "K1MA", "a11a"})
  void a_look_up_code_is_not_taken_for_a_word_in_vni(String lookUpCode) {
    office = found(DossierState.RECEIVED, "2026-03-20T09:30:00Z");

    assertThat(text(say(CODE.value() + " " + lookUpCode)))
        .contains("Không tìm thấy hồ sơ nào khớp");
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

    assertThat(text(say(CODE.value() + " k7qm"))).contains("bổ sung giấy tờ").doesNotContain("trễ");
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

    private Reply send(String caption) {
      return answer(
          new CitizenEvent.SentPhotos(
              "u1", List.of(URI.create("https://f5.zdn.vn/1")), caption, NOW));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "xem hồ sơ này",
          "xem giup ho so nay",
          "dạ của em",
          "alo ad ơi",
          "hs này sao rồi"
        })
    void with_words_about_it_below_brings_the_same(String caption) {
      sight = new Sight.Seen(CODE);

      assertThat(send(caption)).isEqualTo(send());
    }

    @ParameterizedTest
    @ValueSource(strings = {"K7QM", "mã tra cứu K7QM", "hồ sơ này, mã K7QM"})
    void with_its_look_up_code_below_needs_no_question(String caption) {
      sight = new Sight.Seen(CODE);
      office = found(DossierState.IN_PROGRESS, "2026-03-20T10:00:00Z");

      assertThat(text(send(caption))).contains("Đăng ký khai sinh");
    }

    @Test
    void with_its_own_code_below_is_answered_once() {
      sight = new Sight.Seen(CODE);

      assertThat(send("hồ sơ " + CODE.value()).messages()).hasSize(1);
    }

    @Test
    void with_another_code_below_is_answered_by_both() {
      sight = new Sight.Seen(CODE);

      assertThat(send("hồ sơ H58.20-260312-0099").messages())
          .extracting(Reply.Message::text)
          .satisfiesExactly(
              shown -> assertThat(shown).contains(CODE.value()),
              said -> assertThat(said).contains("H58.20-260312-0099"));
    }

    @Test
    void with_a_question_of_something_else_below_is_answered_by_both() {
      sight = new Sight.Seen(CODE);

      assertThat(send("độ mặn xuân hòa").messages())
          .extracting(Reply.Message::text)
          .satisfiesExactly(
              shown -> assertThat(shown).contains(CODE.value()),
              said -> assertThat(said).contains("Xuân Hòa"));
    }

    @Test
    void that_shows_no_receipt_has_its_caption_answered() {
      assertThat(text(send("độ mặn xuân hòa"))).contains("Xuân Hòa");
      assertThat(text(send(CODE.value()))).contains(CODE.value());
      assertThat(text(send("xem hồ sơ này"))).contains("chụp lại");
    }

    @Test
    void with_a_wish_to_follow_below_is_followed() {
      sight = new Sight.Seen(CODE);

      assertThat(send("theo dõi hồ sơ này giùm").changes())
          .isEqualTo(say("theo dõi " + CODE.value()).changes());
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
}
