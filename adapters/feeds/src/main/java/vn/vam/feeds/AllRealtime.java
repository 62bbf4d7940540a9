package vn.vam.feeds;

import java.time.Instant;
import java.util.List;
import vn.vam.core.bus.Realtime;
import vn.vam.core.feed.Copy;
import vn.vam.core.feed.Feed;

/**
 * What an operator publishes in several places, as one. Everything in it has a time of its own, by
 * which it is left aside: a place that is away takes nothing from the others.
 */
final class AllRealtime implements Feed<Realtime> {
  private final List<Kept<Realtime>> sources;

  AllRealtime(List<Kept<Realtime>> sources) {
    this.sources = List.copyOf(sources);
  }

  @Override
  public Copy<Realtime> now() {
    Realtime all = Realtime.NONE;
    Instant newest = Instant.EPOCH;
    boolean current = false;
    for (Kept<Realtime> source : sources) {
      switch (source.now()) {
        case Copy.Current<Realtime> now -> {
          all = all.and(now.content());
          newest = later(newest, now.takenAt());
          current = true;
        }
        case Copy.LastGood<Realtime> old -> {
          all = all.and(old.content());
          newest = later(newest, old.takenAt());
        }
        case Copy.NoneYet<Realtime> none -> {}
        case Copy.NotOffered<Realtime> none -> {}
      }
    }
    if (newest.equals(Instant.EPOCH)) {
      return new Copy.NoneYet<>();
    }
    return current ? new Copy.Current<>(all, newest) : new Copy.LastGood<>(all, newest);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
