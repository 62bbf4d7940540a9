package vn.vam.core.citizen;

import java.time.Instant;
import java.util.List;
import vn.vam.core.notify.Draft;

/** What citizens did and nobody has answered yet, on disk. Every call blocks. */
public interface Inbox {
  /**
   * Returns once the event is on disk.
   *
   * @param key under which the messenger delivers the same event again; remembered for at least a
   *     day
   * @return false when the key was seen before: then nothing changed
   */
  boolean accept(String key, CitizenEvent event, Instant now);

  /** Of each citizen the oldest event without an answer, oldest first. */
  List<Waiting> waiting(int most);

  /**
   * One transaction: the answers go to the outbox, the citizen's profile changes, the event is done
   * and its content forgotten. Does nothing for an event that has its answer already.
   */
  void answer(Waiting waiting, List<Draft> answers, List<ProfileChange> changes, Instant now);

  /**
   * @param id of the row in the inbox
   */
  record Waiting(long id, CitizenEvent event) {}
}
