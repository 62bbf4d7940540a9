package vn.vam.core.feed;

import vn.vam.core.bus.Realtime;
import vn.vam.core.bus.Timetable;
import vn.vam.core.news.News;
import vn.vam.core.place.Places;
import vn.vam.core.sluice.Sluices;

/**
 * Everything the conversation knows from outside the hub, dossiers aside.
 *
 * @param realtime what buses do that their timetable does not tell
 * @param sluices whether gates are open
 */
public record Feeds(
    Feed<News> news,
    Feed<Timetable> bus,
    Feed<Realtime> realtime,
    Feed<Places> places,
    Feed<Places> schools,
    Feed<Sluices> sluices) {
  public static final Feeds NONE =
      new Feeds(Feed.none(), Feed.none(), Feed.none(), Feed.none(), Feed.none(), Feed.none());
}
