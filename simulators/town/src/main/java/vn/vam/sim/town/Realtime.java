package vn.vam.sim.town;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;

/**
 * Writes GTFS-realtime byte by byte, after gtfs-realtime.proto: trip updates for trips that are
 * late or do not run, positions of buses, and an alert.
 */
final class Realtime {
  private static final int LATE_S = 180;
  private static final int VARINT = 0;
  private static final int BYTES = 2;
  private static final int CANCELED = 3;
  private static final int STOPPED_AT = 1;
  private static final int CONSTRUCTION = 10;
  private static final int DETOUR = 4;
  private static final int DAY_S = 86_400;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Realtime() {}

  /** Of all three kinds a message of its own begins so. */
  private static Realtime feed(Instant now) {
    return new Realtime()
        .message(1, new Realtime().text(1, "2.0").number(2, 0).number(3, now.getEpochSecond()));
  }

  static byte[] updates(List<String> late, List<String> cancelled, Instant now) {
    Realtime feed = feed(now);
    late.forEach(trip -> feed.entity(trip, lateTrip(trip)));
    cancelled.forEach(trip -> feed.entity(trip, cancelledTrip(trip)));
    return feed.out.toByteArray();
  }

  static byte[] vehicles(List<BusLines.Standing> buses, Instant now) {
    Realtime feed = feed(now);
    for (BusLines.Standing bus : buses) {
      Realtime place =
          new Realtime()
              .message(1, new Realtime().text(1, bus.trip()).text(3, bus.day()))
              .number(3, bus.sequence())
              .number(4, STOPPED_AT)
              .number(5, now.getEpochSecond());
      feed.message(2, new Realtime().text(1, bus.trip()).message(4, place));
    }
    return feed.out.toByteArray();
  }

  /** Line 02 goes another way for a day yet, in two languages. */
  static byte[] alert(Instant now) {
    Realtime text =
        new Realtime()
            .message(
                1, new Realtime().text(1, "Road works: no stop at Lạc Hồng Park").text(2, "en"))
            .message(
                1,
                new Realtime()
                    .text(1, "Đường Hùng Vương đang thi công, xe không ghé Công viên Lạc Hồng")
                    .text(2, "vi"));
    Realtime alert =
        new Realtime()
            .message(1, new Realtime().number(2, now.getEpochSecond() + DAY_S))
            .message(5, new Realtime().text(2, "r2"))
            .number(6, CONSTRUCTION)
            .number(7, DETOUR)
            .message(10, text);
    return feed(now).message(2, new Realtime().text(1, "a1").message(5, alert)).out.toByteArray();
  }

  private void entity(String id, Realtime update) {
    message(2, new Realtime().text(1, id).message(3, update));
  }

  /** From its first halt on. */
  private static Realtime lateTrip(String trip) {
    Realtime delay = new Realtime().number(1, LATE_S);
    return new Realtime()
        .message(1, new Realtime().text(1, trip))
        .message(2, new Realtime().number(1, 1).message(3, delay));
  }

  private static Realtime cancelledTrip(String trip) {
    return new Realtime().message(1, new Realtime().text(1, trip).number(4, CANCELED));
  }

  private Realtime message(int field, Realtime inner) {
    return bytes(field, inner.out.toByteArray());
  }

  private Realtime text(int field, String text) {
    return bytes(field, text.getBytes(UTF_8));
  }

  private Realtime bytes(int field, byte[] bytes) {
    varint((long) field << 3 | BYTES);
    varint(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  private Realtime number(int field, long number) {
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
