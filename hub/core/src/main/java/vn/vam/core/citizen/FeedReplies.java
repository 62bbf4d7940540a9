package vn.vam.core.citizen;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import vn.vam.core.feed.Copy;
import vn.vam.core.feed.Feed;
import vn.vam.core.notify.Button;

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

  /** In words, and with the buttons below them: a card has no room for it. */
  private Reply noting(Reply reply, Instant taken, Instant now) {
    String words = reply.messages().getFirst().text() + "\n" + sentences.takenAt(taken, now);
    List<Button> offered = reply.messages().getLast().buttons();
    return new Reply(List.of(new Reply.Message(words, offered)), reply.changes());
  }

  private Reply without(TownSentence sentence, TownSentence service) {
    return Reply.of(sentences.say(sentence, "service", sentences.say(service)), buttons.town());
  }
}
