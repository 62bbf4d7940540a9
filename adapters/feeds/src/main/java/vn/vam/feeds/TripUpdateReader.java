package vn.vam.feeds;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vam.core.bus.TripUpdates.Halt;
import vn.vam.core.bus.TripUpdates.Update;

/** One {@code TripUpdate} of GTFS-realtime. */
final class TripUpdateReader {
  private static final int MOST_HALTS = 500;
  private static final int SCHEDULED = 0;
  private static final int SKIPPED = 1;

  private final TripDescription of = new TripDescription();
  private final List<Halt> halts = new ArrayList<>();

  private static final class Told {
    int sequence = -1;
    String stop = "";
    int relationship = SCHEDULED;
    Optional<Integer> delay = Optional.empty();
    Optional<Long> time = Optional.empty();
    boolean departs;
  }

  boolean read(int number, CodedInputStream in) throws IOException {
    return switch (number) {
      case 1 -> Proto.within(in, of::read);
      case 2 -> {
        Told told = new Told();
        Proto.within(in, (field, update) -> stopTime(field, update, told));
        if (halts.size() < MOST_HALTS) {
          halt(told).ifPresent(halts::add);
        }
        yield true;
      }
      default -> false;
    };
  }

  /** Empty where it is of no trip. */
  String trip() {
    return of.trip;
  }

  Update update() {
    return new Update(GtfsReader.date(of.day), of.cancelled, halts);
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
    Proto.within(
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
        .<Halt>map(time -> new Halt.At(told.sequence, told.stop, Proto.instant(time)))
        .or(() -> told.delay.map(delay -> new Halt.Late(told.sequence, told.stop, delay)));
  }
}
