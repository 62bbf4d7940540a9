package vn.vam.core.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.station.DeviceId;

/**
 * How much of what is rejected is kept for a replay: of a source so many bytes within a minute of
 * arrivals, and of a sender no more than what it leaves free. So one that floods the hub gets half
 * of it, a second one half of the rest; a stranger on one topic gets half of what all strangers
 * get. Of what is beyond, only a message's size is kept. It is counted like the others.
 */
public final class RejectedAllowance {
  /** Of a source, within a minute; over 20,000 messages of a probe. */
  private static final long USUAL_BYTES = 8L << 20;

  /** Strangers take ever new names: topics share this many counts. */
  private static final int TOPICS = 4_096;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final class Minute {
    private final Instant begun;
    private final Map<DeviceId, Long> devices = new HashMap<>();
    private final long[] topics = new long[TOPICS];
    private long strangers;
    private long all;

    Minute(Instant begun) {
      this.begun = begun;
    }

    boolean holds(Instant at) {
      return !at.isBefore(begun) && at.isBefore(begun.plus(MINUTE));
    }

    boolean takeOf(DeviceId device, long bytes, long most) {
      long own = devices.getOrDefault(device, 0L) + bytes;
      boolean fits = own <= most - all - bytes;
      if (fits) {
        devices.put(device, own);
        all += bytes;
      }
      return fits;
    }

    boolean takeOfStranger(String topic, long bytes, long most) {
      int count = Math.floorMod(topic.hashCode(), TOPICS);
      long own = topics[count] + bytes;
      long ofAllStrangers = strangers + bytes;
      long free = most - all - bytes;
      boolean fits = ofAllStrangers <= free && own <= free - ofAllStrangers;
      if (fits) {
        topics[count] = own;
        strangers = ofAllStrangers;
        all += bytes;
      }
      return fits;
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
  public boolean keeps(RawMessage message, Outcome.Rejected rejected) {
    Minute minute =
        minutes.compute(
            message.source(),
            (source, last) ->
                last != null && last.holds(message.arrivedAt())
                    ? last
                    : new Minute(message.arrivedAt()));
    long bytes = message.topic().length() + (long) message.payload().size();
    return rejected
        .device()
        .map(device -> minute.takeOf(device, bytes, most))
        .orElseGet(() -> minute.takeOfStranger(message.topic(), bytes, most));
  }
}
