package vn.vam.sim.town;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;

/**
 * Writes GTFS-realtime byte by byte, after gtfs-realtime.proto: a feed message with a trip update
 * for each trip that is late or does not run.
 */
final class TripUpdates {
  private static final int LATE_S = 180;
  private static final int VARINT = 0;
  private static final int BYTES = 2;
  private static final int CANCELED = 3;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private TripUpdates() {}

  static byte[] of(List<String> late, List<String> cancelled, Instant now) {
    TripUpdates feed =
        new TripUpdates()
            .message(
                1, new TripUpdates().text(1, "2.0").number(2, 0).number(3, now.getEpochSecond()));
    late.forEach(trip -> feed.entity(trip, lateTrip(trip)));
    cancelled.forEach(trip -> feed.entity(trip, cancelledTrip(trip)));
    return feed.out.toByteArray();
  }

  private void entity(String id, TripUpdates update) {
    message(2, new TripUpdates().text(1, id).message(3, update));
  }

  /** From its first halt on. */
  private static TripUpdates lateTrip(String trip) {
    TripUpdates delay = new TripUpdates().number(1, LATE_S);
    return new TripUpdates()
        .message(1, new TripUpdates().text(1, trip))
        .message(2, new TripUpdates().number(1, 1).message(3, delay));
  }

  private static TripUpdates cancelledTrip(String trip) {
    return new TripUpdates().message(1, new TripUpdates().text(1, trip).number(4, CANCELED));
  }

  private TripUpdates message(int field, TripUpdates inner) {
    return bytes(field, inner.out.toByteArray());
  }

  private TripUpdates text(int field, String text) {
    return bytes(field, text.getBytes(UTF_8));
  }

  private TripUpdates bytes(int field, byte[] bytes) {
    varint((long) field << 3 | BYTES);
    varint(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  private TripUpdates number(int field, long number) {
    varint((long) field << 3 | VARINT);
    varint(number);
    return this;
  }

  private void varint(long number) {
    long left = number;
    while (left > 0x7F) {
      out.write((int) (left & 0x7F | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }
}
