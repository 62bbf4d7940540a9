package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.vam.core.feed.Copy;
import vn.vam.core.news.NewsTopic;
import vn.vam.core.notify.Shown;

/** News by topic, as cards or in words, and bulletins day by day. */
class ReadingTheNews extends InTheTown {
  @Test
  void news_are_told_by_topic_with_their_time_and_address() {
    Reply reply = asks("tin man");

    assertThat(reply.messages().getFirst().text())
        .contains("Mặn lên theo con nước rằm (8:00 hôm nay)")
        .contains("https://tin.example/")
        .doesNotContain("mưa rào");
    assertThat(payloads(reply)).contains("#nhanbantin salt", "#tintuc weather");
  }

  @Test
  void news_are_cards_to_tap_on() {
    Reply reply = asks("tin man");

    Shown.Cards shown = (Shown.Cards) reply.messages().getFirst().shown().orElseThrow();
    assertThat(shown.cards())
        .extracting(Shown.Card::title)
        .containsExactly("Tin mới – hạn, mặn", "Mặn lên theo con nước rằm");
    assertThat(shown.cards().getLast().subtitle()).isEqualTo("8:00 hôm nay");
    assertThat(shown.cards().getLast().link().getHost()).isEqualTo("tin.example");
  }

  @Test
  void news_of_an_old_copy_are_told_in_words() {
    news = new Copy.LastGood<>(articles(), NOW.minus(Duration.ofHours(2)));

    Reply.Message first = asks("tin man").messages().getFirst();
    assertThat(first.text()).contains("Mặn lên", "tin lấy lúc");
    assertThat(first.shown()).isEmpty();
  }

  @Test
  void a_topic_without_news_says_so_and_offers_others() {
    Reply reply = asks("tin giáo dục");

    assertThat(reply.messages().getFirst().text()).contains("chưa có tin nào");
    assertThat(payloads(reply)).contains("#tintuc salt");
  }

  @Test
  void who_agrees_to_a_bulletin_hears_to_what_and_how_to_stop() {
    Reply reply = asks("nhan ban tin man");

    assertThat(reply.messages().getFirst().text()).contains("Tôi đồng ý").contains("DỪNG");
    assertThat(reply.changes())
        .singleElement()
        .isInstanceOfSatisfying(
            ProfileChange.SubscribeNews.class,
            change -> {
              assertThat(change.topic()).isEqualTo(NewsTopic.SALT);
              assertThat(change.consent()).contains("hạn, mặn");
            });
  }

  @Test
  void who_stops_bulletins_is_believed_at_once() {
    assertThat(asks("dừng bản tin").changes())
        .containsExactly(new ProfileChange.StopNews(Optional.empty()));
  }

  @Test
  void who_names_two_topics_is_rid_of_both_and_hears_so() {
    Reply reply = asks("dung ban tin man va thoi tiet");

    assertThat(reply.changes())
        .containsExactly(
            new ProfileChange.StopNews(Optional.of(NewsTopic.SALT)),
            new ProfileChange.StopNews(Optional.of(NewsTopic.WEATHER)));
    assertThat(reply.messages().getFirst().text())
        .contains("• mục hạn, mặn", "• mục thời tiết")
        .doesNotContain("mọi bản tin");
  }
}
