package vn.vam.runtime.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.citizen.CitizenEvent;
import vn.vam.core.citizen.Citizens;
import vn.vam.core.citizen.Inbox;
import vn.vam.core.citizen.Profile;
import vn.vam.core.citizen.Reply;
import vn.vam.core.notify.Draft;

/**
 * Turns a waiting event into answers; the event, the answers and what they change are settled in
 * one transaction.
 */
public final class Answering {
  /** An answer that comes later than this would only confuse. */
  private static final Duration WORTH_SENDING = Duration.ofHours(1);

  /** Thinks of a reply; may block on look-ups. */
  public interface Mind {
    Reply answer(CitizenEvent event, Profile profile, Instant now);
  }

  private static final Logger log = LoggerFactory.getLogger(Answering.class);

  private final Mind mind;
  private final Inbox inbox;
  private final Citizens citizens;
  private final Reply apology;
  private final Clock clock;

  /**
   * @param apology said when thinking failed, so that a question is never met with silence
   */
  public Answering(Mind mind, Inbox inbox, Citizens citizens, Reply apology, Clock clock) {
    this.mind = mind;
    this.inbox = inbox;
    this.citizens = citizens;
    this.apology = apology;
    this.clock = clock;
  }

  public void answer(Inbox.Waiting waiting) {
    Reply reply = think(waiting);
    Instant now = clock.instant();
    inbox.answer(waiting, drafts(waiting, reply, now), reply.changes(), now);
  }

  private Reply think(Inbox.Waiting waiting) {
    CitizenEvent event = waiting.event();
    try {
      Instant now = clock.instant();
      return mind.answer(event, citizens.profile(event.citizen(), now), now);
    } catch (RuntimeException mistake) {
      log.error("no answer could be found, event={}", waiting.id(), mistake);
      return apology;
    }
  }

  private static List<Draft> drafts(Inbox.Waiting waiting, Reply reply, Instant now) {
    List<Draft> drafts = new ArrayList<>();
    for (Reply.Message message : reply.messages()) {
      drafts.add(
          new Draft(
              "answer/" + waiting.id() + "/" + drafts.size(),
              waiting.event().citizen(),
              message.text(),
              message.buttons(),
              Draft.ANSWER,
              Optional.of(now.plus(WORTH_SENDING)),
              Optional.empty(),
              message.shown()));
    }
    return drafts;
  }
}
