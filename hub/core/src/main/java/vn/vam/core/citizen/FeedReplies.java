package vn.vam.core.citizen;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.vam.core.feed.Copy;
import vn.vam.core.feed.Feed;

/** Answers out of what there is of a source, and says so where it is old or nothing at all. */
final class FeedReplies {
  private final TownSentences sentences;
  private final TownButtons buttons;

  FeedReplies(TownSentences sentences, TownButtons buttons) {
    this.sentences = sentences;
    this.buttons = buttons;
  }

  /**
   * @param service how people call it
   */
  <T> Reply of(Feed<T> feed, TownSentence service, Instant now, Function<T, Reply> answer) {
    return switch (feed.now()) {
      case Copy.Current<T> current -> answer.apply(current.content());
      case Copy.LastGood<T> old -> noting(answer.apply(old.content()), old.takenAt(), now);
      case Copy.NoneYet<T> none -> without(TownSentence.NONE_YET, service);
      case Copy.NotOffered<T> none -> without(TownSentence.NOT_OFFERED, service);
    };
  }

  /**
   * Behind all that is told; cards have no room for it and become words, with the buttons below.
   */
  private Reply noting(Reply reply, Instant taken, Instant now) {
    Reply.Message first = reply.messages().getFirst();
    Reply.Message last = reply.messages().getLast();
    List<Reply.Message> before =
        first.shown().isPresent()
            ? List.of()
            : reply.messages().subList(0, reply.messages().size() - 1);
    String told = first.shown().isPresent() ? first.text() : last.text();
    Reply.Message noted =
        new Reply.Message(told + "\n" + sentences.takenAt(taken, now), last.buttons());
    return new Reply(Stream.concat(before.stream(), Stream.of(noted)).toList(), reply.changes());
  }

  private Reply without(TownSentence sentence, TownSentence service) {
    return Reply.of(sentences.say(sentence, "service", sentences.say(service)), buttons.town());
  }
}
