package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.citizen.Haste.Heed;
import vn.vam.core.station.StationId;

class WritingTooFast extends InConversation {
  private static final Heed ANSWER = new Heed.Answer();
  private static final Heed SILENCE = new Heed.Silence();

  private static final Profile TOLD =
      Profile.of(List.of(new StationId("xuan-hoa"), new StationId("my-tho")));

  private final Haste haste = new Haste(new ChatPace(3, 100));

  @Test
  void so_many_messages_a_minute_are_answered() {
    assertThat(IntStream.range(0, 3).mapToObj(second -> at(second))).containsOnly(ANSWER);
  }

  @Test
  void one_more_is_asked_to_wait_until_the_first_of_them_is_a_minute_old() {
    at(0);
    at(10);
    at(20);

    assertThat(at(30)).isEqualTo(new Heed.AskToWait(Duration.ofSeconds(40)));
  }

  @Test
  void who_was_asked_hears_nothing_until_they_slow_down() {
    IntStream.range(0, 4).forEach(this::at);
    haste.asked("u1");

    assertThat(IntStream.range(4, 60).mapToObj(this::at)).containsOnly(SILENCE);
    assertThat(at(120)).isEqualTo(ANSWER);
  }

  @Test
  void who_has_slowed_down_is_asked_again_when_they_hurry_again() {
    IntStream.range(0, 4).forEach(this::at);
    haste.asked("u1");
    IntStream.range(120, 123).forEach(this::at);

    assertThat(at(123)).isInstanceOf(Heed.AskToWait.class);
  }

  @Test
  void who_was_not_asked_yet_is_asked_by_the_next_message() {
    IntStream.range(0, 4).forEach(this::at);

    assertThat(at(5)).isInstanceOf(Heed.AskToWait.class);
  }

  @Test
  void so_many_messages_an_hour_are_too_many_however_slow_they_are() {
    IntStream.range(0, 100).forEach(each -> at(each * 30));

    assertThat(at(3_000)).isEqualTo(new Heed.AskToWait(Duration.ofSeconds(630)));
    assertThat(at(3_700)).isEqualTo(ANSWER);
  }

  @Test
  void one_who_hurries_does_not_hinder_another() {
    IntStream.range(0, 9).forEach(this::at);

    assertThat(haste.heed("u2", NOW)).isEqualTo(ANSWER);
  }

  @Test
  void the_sentence_says_how_long_to_wait() {
    assertThat(text(conversation.askToWait(Duration.ofSeconds(40))))
        .contains("nhắn nhanh quá", "chờ 1 phút", "dừng");
    assertThat(text(conversation.askToWait(Duration.ofSeconds(61)))).contains("chờ 2 phút");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dừng",
        "DUNG",
        "thôi",
        "dừng báo xuân hòa",
        "xóa thông tin của tôi",
        "bỏ số điện thoại"
      })
  void what_stops_or_erases_is_always_heard(String word) {
    assertThat(isHeard(said(word))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dừng", "thôi", "dừng báo xuân hòa", "dừng bản tin", "đừng báo ban đêm"})
  void who_has_nothing_left_to_stop_waits_as_everybody_does(String word) {
    assertThat(conversation.isAlwaysHeard(said(word), Profile.EMPTY)).isFalse();
    assertThat(isHeard(said(word))).isTrue();
  }

  @Test
  void what_erases_is_heard_whatever_is_held() {
    assertThat(conversation.isAlwaysHeard(said("xóa thông tin của tôi"), Profile.EMPTY)).isTrue();
  }

  @Test
  void a_yes_to_whether_everything_shall_be_erased_is_always_heard() {
    Profile asked = asked(new OpenQuestion.ReallyErase());

    assertThat(conversation.isAlwaysHeard(said("có"), asked)).isTrue();
  }

  @Test
  void a_stop_below_a_photo_is_always_heard() {
    URI photo = URI.create("https://photo/1.png");

    assertThat(isHeard(new CitizenEvent.SentPhotos("u1", List.of(photo), "dừng", NOW))).isTrue();
    assertThat(isHeard(new CitizenEvent.SentPhotos("u1", List.of(photo), NOW))).isFalse();
  }

  @Test
  void who_comes_leaves_or_withdraws_is_always_heard() {
    assertThat(
            List.of(
                new CitizenEvent.Followed("u1", NOW),
                new CitizenEvent.Unfollowed("u1", NOW),
                new CitizenEvent.Withdrew("u1", NOW),
                new CitizenEvent.GaveNumber("u1", "0912345678", NOW)))
        .allSatisfy(event -> assertThat(isHeard(event)).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"độ mặn xuân hòa", "menu", "ừm thì là mà", "nhận cảnh báo xuân hòa"})
  void what_is_asked_is_not(String question) {
    assertThat(isHeard(said(question))).isFalse();
  }

  private static CitizenEvent said(String words) {
    return new CitizenEvent.Said("u1", words, NOW);
  }

  private boolean isHeard(CitizenEvent event) {
    return conversation.isAlwaysHeard(event, TOLD);
  }

  private Heed at(int second) {
    Instant at = NOW.plusSeconds(second);
    return haste.heed("u1", at);
  }
}
