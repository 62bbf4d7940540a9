package vn.vam.core.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.MessageId;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RejectReason;
import vn.vam.core.message.Sender;

/**
 * The newest rejected messages, newest first, of each sender a fair share: where there are too
 * many, those who have most lose their oldest. One that is replayed leaves the shelf, and can be
 * taken off it only once. Safe for several threads.
 */
public final class RejectedShelf {
  /** As many find room, and for a while a quarter more, so that making room costs little each. */
  public static final int KEPT = 20_000;

  private final int room;
  private final TreeMap<MessageId, RejectedMessage> shelf = new TreeMap<>();
  private final Map<Sender, Long> forgotten = new HashMap<>();
  private final Set<MessageId> claimed = new HashSet<>();
  private final Set<MessageId> replayed = new HashSet<>();
  private final Deque<MessageId> replayedInOrder = new ArrayDeque<>();

  /** What happened to a message that was to be replayed. */
  public sealed interface Claim {
    /** It is the caller's: to replay, or to put back. */
    record Taken(RejectedMessage message) implements Claim {}

    /** Someone else has it, or had it. */
    record Gone() implements Claim {}

    record Unknown() implements Claim {}
  }

  public RejectedShelf() {
    this(KEPT);
  }

  RejectedShelf(int room) {
    this.room = room;
  }

  public synchronized void take(LogBatch batch) {
    for (int i = 0; i < batch.entries().size(); i++) {
      LogEntry entry = batch.entries().get(i);
      entry.replayOf().ifPresent(rejected -> remove(rejected.messageId()));
      if (entry.outcome() instanceof Outcome.Rejected rejected) {
        put(RejectedMessage.of(batch.messageId(i), entry, rejected));
      }
    }
  }

  private void remove(MessageId id) {
    shelf.remove(id);
    claimed.remove(id);
    if (replayed.add(id)) {
      replayedInOrder.addLast(id);
    }
    if (replayedInOrder.size() > KEPT) {
      replayed.remove(replayedInOrder.removeFirst());
    }
  }

  /** The store will never take this accepted message as it is. */
  public void refuse(MessageId id, LogEntry entry, String detail) {
    put(
        RejectedMessage.of(
            id,
            entry,
            new Outcome.Rejected(
                entry.outcome().knownDevice(),
                RejectReason.REFUSED_BY_STORE,
                Optional.empty(),
                detail)));
  }

  /** Puts one on the shelf unless it was replayed. */
  public synchronized void put(RejectedMessage message) {
    if (!replayed.contains(message.id())) {
      shelf.put(message.id(), message);
    }
    if (shelf.size() > room + room / 4) {
      NoisiestFirst.of(shelf.values(), shelf.size() - room).forEach(this::forget);
    }
  }

  private void forget(MessageId id) {
    Optional.ofNullable(shelf.remove(id))
        .ifPresent(gone -> forgotten.merge(gone.sender(), 1L, Long::sum));
    claimed.remove(id);
  }

  /** How many, since the start, the shelf had no room for: they cannot be replayed any more. */
  public synchronized Map<Sender, Long> forgotten() {
    return Map.copyOf(forgotten);
  }

  /** Takes a message off for a replay; it stays visible until the log has the replay. */
  public synchronized Claim claim(MessageId id) {
    if (replayed.contains(id) || claimed.contains(id)) {
      return new Claim.Gone();
    }
    RejectedMessage message = shelf.get(id);
    if (message == null) {
      return new Claim.Unknown();
    }
    claimed.add(id);
    return new Claim.Taken(message);
  }

  /** It could not be replayed and may be tried again. */
  public synchronized void putBack(MessageId id) {
    claimed.remove(id);
  }

  /** What the store refused, for whoever keeps it: the log does not know. */
  public synchronized List<RejectedMessage> refused() {
    return shelf.values().stream()
        .filter(message -> message.reason() == RejectReason.REFUSED_BY_STORE)
        .toList();
  }

  public synchronized List<RejectedMessage> list(Optional<String> source, Optional<String> reason) {
    return shelf.descendingMap().values().stream()
        .filter(rejected -> source.map(rejected.source()::equals).orElse(true))
        .filter(rejected -> reason.map(rejected.reason().word()::equals).orElse(true))
        .toList();
  }

  /** Of these, newest first, at most so many, of each sender a fair share. */
  public static List<RejectedMessage> fewOf(List<RejectedMessage> newestFirst, int most) {
    if (newestFirst.size() <= most) {
      return newestFirst;
    }
    Set<MessageId> others = NoisiestFirst.of(newestFirst.reversed(), newestFirst.size() - most);
    return newestFirst.stream().filter(message -> !others.contains(message.id())).toList();
  }
}
