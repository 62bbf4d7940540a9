package vn.vam.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.vam.core.feed.Copy;
import vn.vam.core.feed.Feed;

/** A table kept by hand is told while the operator's archive cannot be had. */
class StandingInForAnother {
  private static final Instant NOON = Instant.parse("2026-11-26T05:00:00Z");
  private static final Instant EARLIER = NOON.minusSeconds(3_600);
  private static final Copy<String> BY_HAND = new Copy.Current<>("by hand", NOON);

  private static Copy<String> told(Copy<String> archive, Copy<String> byHand) {
    Feed<String> first = () -> archive;
    Feed<String> other = () -> byHand;
    return new StandIn<>(first, other).now();
  }

  @Test
  void it_is_silent_while_the_archive_is_at_hand() {
    Copy<String> archive = new Copy.Current<>("archive", EARLIER);

    assertThat(told(archive, BY_HAND)).isEqualTo(archive);
  }

  @Test
  void it_is_told_with_its_age_while_the_archive_is_away() {
    Copy<String> byHand = new Copy.LastGood<>("by hand", NOON);

    assertThat(told(new Copy.LastGood<>("archive", EARLIER), BY_HAND)).isEqualTo(byHand);
    assertThat(told(new Copy.NoneYet<>(), BY_HAND)).isEqualTo(byHand);
  }

  @Test
  void of_two_old_ones_the_newer_is_told() {
    Copy<String> newer = new Copy.LastGood<>("newer", NOON);
    Copy<String> older = new Copy.LastGood<>("older", EARLIER);

    assertThat(told(newer, older)).isEqualTo(newer);
    assertThat(told(older, newer)).isEqualTo(newer);
    assertThat(told(older, new Copy.NoneYet<>())).isEqualTo(older);
  }

  @Test
  void one_of_them_alone_is_told_as_it_is() {
    assertThat(told(new Copy.NotOffered<>(), BY_HAND)).isEqualTo(BY_HAND);
    assertThat(told(new Copy.LastGood<>("archive", EARLIER), new Copy.NotOffered<>()))
        .isEqualTo(new Copy.LastGood<>("archive", EARLIER));
    assertThat(told(new Copy.NotOffered<>(), new Copy.NotOffered<>()))
        .isEqualTo(new Copy.NotOffered<String>());
  }
}
