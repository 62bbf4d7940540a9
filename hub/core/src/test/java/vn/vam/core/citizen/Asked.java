package vn.vam.core.citizen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A citizen who goes on with a conversation: what the hub has asked is kept, as in its file. */
final class Asked {
  private final Conversation conversation;
  private final Instant now;
  private final Profile profile;
  private Optional<OpenQuestion> open = Optional.empty();

  Asked(Conversation conversation, Profile profile, Instant now) {
    this.conversation = conversation;
    this.profile = profile;
    this.now = now;
  }

  Reply says(String text) {
    Profile known =
        new Profile(
            profile.stations(),
            profile.limits(),
            profile.dossiers(),
            profile.quiet(),
            open,
            profile.consents());
    Reply reply = conversation.answer(new CitizenEvent.Said("u1", text, now), known, now);
    for (ProfileChange change : reply.changes()) {
      if (change instanceof ProfileChange.Ask ask) {
        open = OpenQuestion.read(ask.question().written());
      } else if (change instanceof ProfileChange.AskNothing) {
        open = Optional.empty();
      }
    }
    return reply;
  }

  String hears(String text) {
    return Talk.text(says(text));
  }

  /** What the hub remembers is gone after some minutes. */
  void waitsTooLong() {
    open = Optional.empty();
  }

  /** The answer and all that is behind it, a message each. */
  List<String> readsAll(String question) {
    List<String> pages = new ArrayList<>();
    Reply reply = says(question);
    while (pages.size() < 100) {
      reply.messages().forEach(message -> pages.add(message.text()));
      if (open.filter(OpenQuestion.More.class::isInstance).isEmpty()) {
        return pages;
      }
      reply = says("xem tiếp");
    }
    throw new AssertionError("no end of pages");
  }
}
