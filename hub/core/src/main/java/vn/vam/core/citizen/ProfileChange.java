package vn.vam.core.citizen;

import java.util.Optional;
import vn.vam.core.news.NewsTopic;
import vn.vam.core.station.StationId;

/** What an answer changes about a citizen; kept in the same transaction as the answer. */
public sealed interface ProfileChange {
  record Follow() implements ProfileChange {}

  /** Stops everything that is pushed. */
  record Unfollow() implements ProfileChange {}

  /**
   * @param consent the words the citizen agreed with, kept with their time
   */
  record Subscribe(StationId station, String consent) implements ProfileChange {}

  record Unsubscribe(StationId station) implements ProfileChange {}

  record UnsubscribeAll() implements ProfileChange {}

  /**
   * @param consent the words the citizen agreed with, kept with their time
   */
  record SubscribeNews(NewsTopic topic, String consent) implements ProfileChange {}

  /**
   * @param topic absent for all of them
   */
  record StopNews(Optional<NewsTopic> topic) implements ProfileChange {}

  /** Leaves nothing behind. */
  record Erase() implements ProfileChange {}
}
