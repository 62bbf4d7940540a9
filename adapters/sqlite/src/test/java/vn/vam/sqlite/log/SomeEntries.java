package vn.vam.sqlite.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.MessageId;
import vn.vam.core.log.ReplayOf;
import vn.vam.core.message.Envelope;
import vn.vam.core.message.Identity;
import vn.vam.core.message.IdentityKey;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Hint;
import vn.vam.core.reading.MaskedPlate;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/** Log entries of every kind, the same for the same seed. */
final class SomeEntries {
  private static final List<String> TEXTS =
      List.of("", "a", "độ mặn Xuân Hòa", "😀", "\u0000", "\"\\\n", "ế".repeat(30_000));

  private final Random random;

  SomeEntries(long seed) {
    random = new Random(seed);
  }

  List<LogEntry> list(int size) {
    List<LogEntry> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      entries.add(entry());
    }
    return entries;
  }

  /** Small, and known by its payload. */
  static List<LogEntry> rejected() {
    return rejected(Optional.empty());
  }

  static List<LogEntry> rejected(String device) {
    return rejected(Optional.of(new DeviceId(device)));
  }

  private static List<LogEntry> rejected(Optional<DeviceId> device) {
    Outcome rejected =
        new Outcome.Rejected(device, RejectReason.UNKNOWN_DEVICE, Optional.empty(), "detail");
    LogEntry entry = telling("rejected").getFirst();
    return List.of(new LogEntry(entry.message(), rejected, entry.key()));
  }

  static List<LogEntry> replayOf(MessageId id) {
    LogEntry entry = telling("replayed").getFirst();
    ReplayOf rejected =
        new ReplayOf(id.batch(), id.index(), Optional.empty(), RejectReason.UNKNOWN_DEVICE);
    return List.of(
        new LogEntry(entry.envelope(), entry.outcome(), entry.key(), Optional.of(rejected)));
  }

  static List<LogEntry> telling(String text) {
    RawMessage message =
        new RawMessage("native", "c-1", "topic", Payload.ofText(text), false, Instant.EPOCH);
    return List.of(
        new LogEntry(
            message, new Outcome.Ignored(Optional.empty(), "test"), new IdentityKey(1, 2)));
  }

  LogEntry entry() {
    RawMessage message =
        new RawMessage(
            text(), text(), text(), Payload.of(bytes()), random.nextBoolean(), instant());
    return new LogEntry(
        new Envelope(message, any(Envelope.Kept.values())),
        outcome(),
        new IdentityKey(random.nextLong(), random.nextLong()),
        maybe(this::replay),
        random.nextBoolean());
  }

  private ReplayOf replay() {
    return new ReplayOf(
        random.nextLong(1, 1_000_000),
        random.nextInt(500),
        maybe(this::device),
        any(RejectReason.values()));
  }

  private Outcome outcome() {
    return switch (random.nextInt(4)) {
      case 0 -> accepted();
      case 1 ->
          new Outcome.Rejected(
              maybe(this::device), any(RejectReason.values()), maybe(() -> "a" + text()), text());
      case 2 -> new Outcome.Ignored(maybe(this::device), text(), hints());
      default -> new Outcome.Duplicate(maybe(this::device));
    };
  }

  private Outcome.Accepted accepted() {
    DeviceId device = device();
    List<Reading> readings = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      readings.add(reading(device));
    }
    return new Outcome.Accepted(device, readings, identity(), random.nextInt(9));
  }

  private List<Hint> hints() {
    return switch (random.nextInt(3)) {
      case 0 -> List.of();
      case 1 -> List.of(new Hint.LastKnown(reading(device())));
      default -> List.of(new Hint.Presence(device(), station(), random.nextBoolean(), instant()));
    };
  }

  private Identity identity() {
    return switch (random.nextInt(3)) {
      case 0 -> new Identity.SourceId(text());
      case 1 -> new Identity.DeviceTime();
      default -> new Identity.None();
    };
  }

  private Reading reading(DeviceId device) {
    Reading reading = present(device);
    return random.nextInt(5) == 0 ? new Reading.Past(reading) : reading;
  }

  private Reading present(DeviceId device) {
    return switch (random.nextInt(3)) {
      case 0 ->
          new Reading.Measured(
              device,
              station(),
              any(Quantity.values()),
              number(),
              quality(),
              instant(),
              maybe(() -> "m" + text()));
      case 1 -> new Reading.Counted(device, station(), "1", "both", counts(), quality(), instant());
      default ->
          new Reading.CameraEvent(
              device,
              station(),
              text(),
              any(CameraEventType.values()),
              any(CameraPhase.values()),
              maybe(random::nextDouble),
              maybe(() -> "z" + text()),
              quality(),
              instant(),
              maybe(this::instant),
              maybe(() -> MaskedPlate.of("63A-123.45")));
    };
  }

  private Map<Quantity, Double> counts() {
    Map<Quantity, Double> counts = new EnumMap<>(Quantity.class);
    for (int i = random.nextInt(5); i >= 0; i--) {
      counts.put(any(Quantity.values()), number());
    }
    return counts;
  }

  private double number() {
    return any(new Double[] {0.0, -0.0, 4.93, -1e-300, Double.MAX_VALUE, random.nextGaussian()});
  }

  private Quality quality() {
    return any(Quality.values());
  }

  private Instant instant() {
    return Instant.ofEpochMilli(random.nextLong(-100_000_000_000L, 4_000_000_000_000L));
  }

  private DeviceId device() {
    return new DeviceId("d-" + random.nextInt(100));
  }

  private StationId station() {
    return new StationId("s-" + random.nextInt(100));
  }

  private String text() {
    return TEXTS.get(random.nextInt(random.nextInt(10) == 0 ? TEXTS.size() : TEXTS.size() - 1));
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(300)];
    random.nextBytes(bytes);
    return bytes;
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
