package vn.vam.core.ingest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Stage;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.Reading;
import vn.vam.core.reading.Reading.CameraEvent;
import vn.vam.core.station.DeviceId;

/**
 * Two events of one type that a camera sees at one instant are two points: the later told is moved
 * to the next millisecond at which no other event of its type stands. The phases of one event stay
 * together. Remembers the last events of all cameras, across a restart as far as the log is
 * recalled.
 */
public final class EventsApart implements Stage {
  private static final int REMEMBERED = 20_000;

  /** More things at once no camera tells apart. */
  private static final int MOST_AT_ONCE = 1_000;

  private record Moment(DeviceId device, CameraEventType type, Instant at) {}

  private final Map<Moment, String> events =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Moment, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  @Override
  public Outcome.Decoded apply(RawMessage message, Outcome.Accepted accepted) {
    return accepted.each(this::apart);
  }

  @Override
  public void recall(RawMessage message, Outcome.Accepted accepted) {
    accepted.readings().forEach(this::apart);
  }

  private Reading apart(Reading reading) {
    return switch (reading) {
      case CameraEvent event -> apart(event);
      case Reading.Past past when past.reading() instanceof CameraEvent event ->
          new Reading.Past(apart(event));
      case Reading.Past past -> past;
      case Reading.Measured measured -> measured;
      case Reading.Counted counted -> counted;
    };
  }

  private CameraEvent apart(CameraEvent event) {
    for (int later = 0; later < MOST_AT_ONCE; later++) {
      Instant at = event.takenAt().plusMillis(later);
      String standing =
          events.putIfAbsent(new Moment(event.device(), event.type(), at), event.eventId());
      if (standing == null || standing.equals(event.eventId())) {
        return later == 0 ? event : event.at(at);
      }
    }
    return event;
  }
}
