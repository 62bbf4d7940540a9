package vn.vam.core.feed;

import java.time.Instant;
import java.util.Optional;

/** What there is of a source's content, and how far it can be trusted to be of now. */
public sealed interface Copy<T> {
  /** Whatever there is, however old. */
  default Optional<T> whatever() {
    return switch (this) {
      case Current<T> current -> Optional.of(current.content());
      case LastGood<T> old -> Optional.of(old.content());
      case NoneYet<T> none -> Optional.empty();
      case NotOffered<T> none -> Optional.empty();
    };
  }

  /**
   * @param takenAt when the source last said that this is its content
   */
  record Current<T>(T content, Instant takenAt) implements Copy<T> {}

  /**
   * The source does not answer; this is what it said last.
   *
   * @param takenAt when the source last said that this is its content
   */
  record LastGood<T>(T content, Instant takenAt) implements Copy<T> {}

  /** Nothing was ever had of the source. */
  record NoneYet<T>() implements Copy<T> {}

  /** No such source is configured. */
  record NotOffered<T>() implements Copy<T> {}
}
