package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.core.citizen.ProfileChange.Erase;
import vn.vam.core.citizen.ProfileChange.Follow;
import vn.vam.core.dossier.Receipts;
import vn.vam.core.feed.Feeds;
import vn.vam.core.station.Registry;

/** What is answered to whatever else people do. */
class TalkingWithCitizens extends InConversation {
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
  void who_has_only_tapped_to_write_is_not_spoken_to() {
    assertThat(answer(new CitizenEvent.OpenedChat("u1", NOW))).isEqualTo(Reply.silence());
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
}
