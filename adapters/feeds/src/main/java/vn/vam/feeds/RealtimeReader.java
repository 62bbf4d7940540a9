package vn.vam.feeds;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.vam.core.bus.Realtime;
import vn.vam.core.bus.TripUpdates;
import vn.vam.core.bus.TripUpdates.Update;

/**
 * Reads GTFS-realtime after gtfs-realtime.proto: trip updates, positions of vehicles and alerts,
 * whichever of them stand in a message.
 */
final class RealtimeReader implements Reader<Realtime> {
  static final int LARGEST = 4 << 20;
  private static final int MOST_ENTITIES = 20_000;
  private static final int MOST_PARTS = 5 * MOST_ENTITIES;
  private static final int MOST_ALERTS = 500;

  private Instant madeAt = Instant.EPOCH;
  private int entities;
  private int parts;
  private final Map<String, List<Update>> updates = new HashMap<>();
  private final List<VehicleReader> vehicles = new ArrayList<>();
  private final List<AlertReader> alerts = new ArrayList<>();

  @Override
  public Realtime read(byte[] body) throws Unreadable {
    return new RealtimeReader().readOnce(body);
  }

  private Realtime readOnce(byte[] body) throws Unreadable {
    try {
      Proto.fields(CodedInputStream.newInstance(body), this::feed);
    } catch (IOException malformed) {
      throw new Unreadable("no GTFS-realtime", malformed);
    }
    if (madeAt.equals(Instant.EPOCH)) {
      throw new Unreadable("no time in its header");
    }
    return new Realtime(
        new TripUpdates(madeAt, updates),
        vehicles.stream().flatMap(one -> one.vehicle(madeAt).stream()).toList(),
        alerts.stream().map(one -> one.alert(madeAt)).toList());
  }

  private boolean feed(int number, CodedInputStream in) throws IOException {
    return switch (number) {
      case 1 -> Proto.within(in, this::header);
      case 2 -> {
        if (++entities > MOST_ENTITIES) {
          throw new IOException("more than " + MOST_ENTITIES + " entities");
        }
        yield Proto.within(in, this::entity);
      }
      default -> false;
    };
  }

  private boolean header(int number, CodedInputStream in) throws IOException {
    if (number != 3) {
      return false;
    }
    madeAt = Proto.instant(in.readUInt64());
    return true;
  }

  /** An entity is of one kind, but nothing keeps a stranger from writing it a million times. */
  private boolean entity(int number, CodedInputStream in) throws IOException {
    if (++parts > MOST_PARTS) {
      throw new IOException("more than " + MOST_PARTS + " parts of entities");
    }
    return switch (number) {
      case 3 -> {
        TripUpdateReader update = new TripUpdateReader();
        Proto.within(in, update::read);
        if (!update.trip().isEmpty()) {
          updates.computeIfAbsent(update.trip(), id -> new ArrayList<>()).add(update.update());
        }
        yield true;
      }
      case 4 -> {
        VehicleReader vehicle = new VehicleReader();
        vehicles.add(vehicle);
        yield Proto.within(in, vehicle::read);
      }
      case 5 -> {
        AlertReader alert = new AlertReader();
        if (alerts.size() < MOST_ALERTS) {
          alerts.add(alert);
        }
        yield Proto.within(in, alert::read);
      }
      default -> false;
    };
  }
}
