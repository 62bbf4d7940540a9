package vn.vam.core.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import vn.vam.core.message.RawMessage;

/**
 * How much of what is rejected is kept for a replay. Nobody answers for what unknown devices send,
 * so that the source is what counts: beyond so many bytes within a minute of arrivals only a
 * message's size is kept. It is counted like the others.
 */
public final class RejectedAllowance {
  /** Of a source, within a minute; over 20,000 messages of a probe. */
  private static final long USUAL_BYTES = 8L << 20;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final class Minute {
    private Instant begun = Instant.MIN;
    private long bytes;

    long add(Instant at, long more) {
      boolean another = at.isBefore(begun) || !at.isBefore(begun.plus(MINUTE));
      begun = another ? at : begun;
      bytes = another ? more : bytes + more;
      return bytes;
    }
  }

  private final long most;
  private final Map<String, Minute> minutes = new HashMap<>();

  public RejectedAllowance() {
    this(USUAL_BYTES);
  }

  /**
   * @param most bytes of a source within a minute
   */
  public RejectedAllowance(long most) {
    this.most = most;
  }

  /** Whether there is room for it; if not, it takes none. */
  public boolean keeps(RawMessage message) {
    Minute minute = minutes.computeIfAbsent(message.source(), source -> new Minute());
    long size = message.topic().length() + (long) message.payload().size();
    boolean fits = minute.add(message.arrivedAt(), size) <= most;
    minute.bytes -= fits ? 0 : size;
    return fits;
  }
}
