package vn.vam.feeds;

import vn.vam.core.feed.Copy;
import vn.vam.core.feed.Feed;

/**
 * A source, and another that is told while the first cannot be had. What stands in for a source
 * that is away is never said to be of now: people hear when it was taken.
 *
 * @param other counts alone where the first is not configured
 */
record StandIn<T>(Feed<T> first, Feed<T> other) implements Feed<T> {
  @Override
  public Copy<T> now() {
    return switch (first.now()) {
      case Copy.Current<T> current -> current;
      case Copy.LastGood<T> old -> insteadOf(old);
      case Copy.NoneYet<T> none -> insteadOf(none);
      case Copy.NotOffered<T> none -> other.now();
    };
  }

  private Copy<T> insteadOf(Copy<T> away) {
    return switch (other.now()) {
      case Copy.Current<T> current -> new Copy.LastGood<>(current.content(), current.takenAt());
      case Copy.LastGood<T> old -> isNewer(away, old) ? away : old;
      case Copy.NoneYet<T> none -> away;
      case Copy.NotOffered<T> none -> away;
    };
  }

  private static <T> boolean isNewer(Copy<T> away, Copy.LastGood<T> old) {
    return away instanceof Copy.LastGood<T> known && known.takenAt().isAfter(old.takenAt());
  }
}
