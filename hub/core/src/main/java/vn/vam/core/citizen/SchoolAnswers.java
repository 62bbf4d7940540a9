package vn.vam.core.citizen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vam.core.place.Places;

/** Schools, and what they let parents know. */
final class SchoolAnswers {
  private final PlaceAnswers places;
  private final TownSentences sentences;

  SchoolAnswers(PlaceAnswers places, TownSentences sentences) {
    this.places = places;
    this.sentences = sentences;
  }

  /** What concerns all schools is told first, wherever someone asks about. */
  Reply of(Places schools, Where where, Instant now) {
    Reply reply = places.of(schools, where, now);
    List<String> notices = places.notices(schools.notices(), now);
    if (notices.isEmpty()) {
      return reply;
    }
    List<Reply.Message> messages = new ArrayList<>();
    messages.add(
        new Reply.Message(
            sentences.say(TownSentence.SCHOOLS_NOTICES, "lines", String.join("\n", notices)),
            List.of()));
    messages.addAll(reply.messages());
    return new Reply(messages, reply.changes());
  }
}
