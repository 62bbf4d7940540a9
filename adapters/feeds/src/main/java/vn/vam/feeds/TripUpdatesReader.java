package vn.vam.feeds;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.bus.TripUpdates;
import vn.vam.core.bus.TripUpdates.Halt;
import vn.vam.core.bus.TripUpdates.Update;

/**
 * Reads GTFS-realtime, field by field after gtfs-realtime.proto: its trip updates; positions and
 * alerts are passed over. The published Java classes were made for a protobuf of old whose parsing
 * can be made to take all memory.
 */
final class TripUpdatesReader implements Reader<TripUpdates> {
  static final int LARGEST = 4 << 20;
  private static final int MOST_ENTITIES = 20_000;
  private static final int MOST_HALTS = 500;
  private static final int CANCELED = 3;
  private static final int SCHEDULED = 0;
  private static final int SKIPPED = 1;

  private Instant madeAt = Instant.EPOCH;
  private int entities;

  /** What a field's bytes are read by. */
  private interface Field {
    boolean read(int number, CodedInputStream in) throws IOException;
  }

  private static final class Trip {
    String id = "";
    String day = "";
    boolean cancelled;
    final List<Halt> halts = new ArrayList<>();
  }

  private static final class Told {
    int sequence = -1;
    String stop = "";
    int relationship = SCHEDULED;
    Optional<Integer> delay = Optional.empty();
    Optional<Long> time = Optional.empty();
    boolean departs;
  }

  @Override
  public TripUpdates read(byte[] body) throws Unreadable {
    return new TripUpdatesReader().readOnce(body);
  }

  private TripUpdates readOnce(byte[] body) throws Unreadable {
    Map<String, List<Update>> updates = new HashMap<>();
    try {
      fields(CodedInputStream.newInstance(body), (number, in) -> feed(number, in, updates));
    } catch (IOException malformed) {
      throw new Unreadable("no GTFS-realtime", malformed);
    }
    if (madeAt.equals(Instant.EPOCH) || entities > MOST_ENTITIES) {
      throw new Unreadable("no time in its header, or more than " + MOST_ENTITIES + " entities");
    }
    return new TripUpdates(madeAt, updates);
  }

  private boolean feed(int number, CodedInputStream in, Map<String, List<Update>> updates)
      throws IOException {
    return switch (number) {
      case 1 -> within(in, this::header);
      case 2 -> {
        entities++;
        yield within(in, (field, entity) -> entity(field, entity, updates));
      }
      default -> false;
    };
  }

  private boolean header(int number, CodedInputStream in) throws IOException {
    if (number != 3) {
      return false;
    }
    madeAt = instant(in.readUInt64());
    return true;
  }

  private static boolean entity(int number, CodedInputStream in, Map<String, List<Update>> updates)
      throws IOException {
    if (number != 3) {
      return false;
    }
    Trip trip = new Trip();
    within(in, (field, update) -> tripUpdate(field, update, trip));
    if (!trip.id.isEmpty()) {
      updates
          .computeIfAbsent(trip.id, id -> new ArrayList<>())
          .add(new Update(GtfsReader.date(trip.day), trip.cancelled, trip.halts));
    }
    return true;
  }

  private static boolean tripUpdate(int number, CodedInputStream in, Trip trip) throws IOException {
    return switch (number) {
      case 1 -> within(in, (field, descriptor) -> descriptor(field, descriptor, trip));
      case 2 -> {
        Told told = new Told();
        within(in, (field, update) -> stopTime(field, update, told));
        if (trip.halts.size() < MOST_HALTS) {
          halt(told).ifPresent(trip.halts::add);
        }
        yield true;
      }
      default -> false;
    };
  }

  private static boolean descriptor(int number, CodedInputStream in, Trip trip) throws IOException {
    switch (number) {
      case 1 -> trip.id = in.readStringRequireUtf8();
      case 3 -> trip.day = in.readStringRequireUtf8();
      case 4 -> trip.cancelled = in.readEnum() == CANCELED;
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean stopTime(int number, CodedInputStream in, Told told) throws IOException {
    switch (number) {
      case 1 -> told.sequence = in.readUInt32();
      case 2 -> event(in, told, told.departs);
      case 3 -> {
        told.departs = true;
        event(in, told, false);
      }
      case 4 -> told.stop = in.readStringRequireUtf8();
      case 5 -> told.relationship = in.readEnum();
      default -> {
        return false;
      }
    }
    return true;
  }

  /**
   * @param passedOver an arrival where the departure is told too
   */
  private static void event(CodedInputStream in, Told told, boolean passedOver) throws IOException {
    Told event = new Told();
    within(
        in,
        (field, value) -> {
          switch (field) {
            case 1 -> event.delay = Optional.of(value.readInt32());
            case 2 -> event.time = Optional.of(value.readInt64());
            default -> {
              return false;
            }
          }
          return true;
        });
    if (!passedOver) {
      told.delay = event.delay;
      told.time = event.time;
    }
  }

  private static Optional<Halt> halt(Told told) {
    if (told.relationship == SKIPPED) {
      return Optional.of(new Halt.Skipped(told.sequence, told.stop));
    }
    if (told.relationship != SCHEDULED) {
      return Optional.empty();
    }
    return told.time
        .<Halt>map(time -> new Halt.At(told.sequence, told.stop, instant(time)))
        .or(() -> told.delay.map(delay -> new Halt.Late(told.sequence, told.stop, delay)));
  }

  private static Instant instant(long seconds) {
    return Instant.ofEpochSecond(Math.clamp(seconds, 0, 0xFF_FFFF_FFFFL));
  }

  private static boolean within(CodedInputStream in, Field field) throws IOException {
    int outer = in.pushLimit(in.readRawVarint32());
    fields(in, field);
    in.popLimit(outer);
    return true;
  }

  private static void fields(CodedInputStream in, Field field) throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (!field.read(WireFormat.getTagFieldNumber(tag), in) && !in.skipField(tag)) {
        throw new IOException("a group that ends without a beginning");
      }
    }
  }
}
