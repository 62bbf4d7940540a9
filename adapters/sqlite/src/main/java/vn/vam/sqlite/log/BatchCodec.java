package vn.vam.sqlite.log;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.ReplayOf;
import vn.vam.core.message.Envelope;
import vn.vam.core.message.Identity;
import vn.vam.core.message.IdentityKey;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;

/**
 * A batch's entries as bytes. The first byte is the form's version: an unknown one is refused,
 * never guessed at. Then comes the checksum of all that follows (CRC-32C), since a disk may give
 * back other bits than it was given; forms before it had none.
 */
final class BatchCodec {
  private static final byte VERSION = 6;

  /** Before there was a checksum; otherwise the same. */
  private static final byte VERSION_WITHOUT_CHECKSUM = 5;

  /** Before messages were taken apart; otherwise the same. */
  private static final byte VERSION_OF_WHOLE_MESSAGES = 4;

  private static final int HEAD = 1 + Integer.BYTES;
  private static final int USUAL_ENTRY = 512;
  private static final byte ACCEPTED = 1;
  private static final byte REJECTED = 2;
  private static final byte IGNORED = 3;
  private static final byte DUPLICATE = 4;

  private BatchCodec() {}

  static byte[] encode(List<LogEntry> entries) {
    Unguarded bytes = new Unguarded(entries.size() * USUAL_ENTRY);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeInt(0);
      out.writeInt(entries.size());
      for (LogEntry entry : entries) {
        write(out, entry);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    byte[] body = bytes.toByteArray();
    ByteBuffer.wrap(body).putInt(1, checksum(body));
    return body;
  }

  private static int checksum(byte[] body) {
    CRC32C checksum = new CRC32C();
    checksum.update(body, HEAD, body.length - HEAD);
    return (int) checksum.getValue();
  }

  /**
   * @throws IllegalArgumentException for bytes that {@link #encode} did not make
   */
  static List<LogEntry> decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      byte version = in.readByte();
      switch (version) {
        case VERSION -> check(bytes, in.readInt());
        case VERSION_WITHOUT_CHECKSUM, VERSION_OF_WHOLE_MESSAGES -> {}
        default ->
            throw new IllegalArgumentException(
                "a batch of version " + version + ", expected " + VERSION);
      }
      int size = in.readInt();
      List<LogEntry> entries = new ArrayList<>(Math.min(size, bytes.length));
      for (int i = 0; i < size; i++) {
        entries.add(readEntry(in, version != VERSION_OF_WHOLE_MESSAGES));
      }
      return entries;
    } catch (IOException torn) {
      throw new IllegalArgumentException("a batch that ends too early", torn);
    }
  }

  private static void check(byte[] bytes, int written) {
    if (checksum(bytes) != written) {
      throw new IllegalArgumentException("a batch whose bits are not those that were written");
    }
  }

  private static void write(DataOutputStream out, LogEntry entry) throws IOException {
    RawMessage message = entry.message();
    Texts.write(out, message.source());
    Texts.write(out, message.connection());
    Texts.write(out, message.topic());
    byte[] payload = message.payload().bytes();
    out.writeInt(payload.length);
    out.write(payload);
    out.writeBoolean(message.retained());
    out.writeLong(message.arrivedAt().toEpochMilli());
    out.writeLong(entry.key().high());
    out.writeLong(entry.key().low());
    Texts.write(out, entry.envelope().kept().name());
    writeReplay(out, entry.replayOf());
    out.writeBoolean(entry.continues());
    write(out, entry.outcome());
  }

  private static LogEntry readEntry(DataInputStream in, boolean tellsParts) throws IOException {
    String source = Texts.read(in);
    String connection = Texts.read(in);
    String topic = Texts.read(in);
    Payload payload = Payload.of(Texts.bytes(in));
    boolean retained = in.readBoolean();
    Instant arrivedAt = Instant.ofEpochMilli(in.readLong());
    RawMessage message = new RawMessage(source, connection, topic, payload, retained, arrivedAt);
    IdentityKey key = new IdentityKey(in.readLong(), in.readLong());
    Envelope envelope = new Envelope(message, Envelope.Kept.valueOf(Texts.read(in)));
    Optional<ReplayOf> replayOf = readReplay(in);
    boolean continues = tellsParts && in.readBoolean();
    return new LogEntry(envelope, readOutcome(in), key, replayOf, continues);
  }

  private static void writeReplay(DataOutputStream out, Optional<ReplayOf> replayOf)
      throws IOException {
    out.writeBoolean(replayOf.isPresent());
    if (replayOf.isPresent()) {
      ReplayOf rejected = replayOf.orElseThrow();
      out.writeLong(rejected.batch());
      out.writeInt(rejected.index());
      writeDevice(out, rejected.device());
      Texts.write(out, rejected.reason().name());
    }
  }

  private static Optional<ReplayOf> readReplay(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? Optional.of(
            new ReplayOf(
                in.readLong(), in.readInt(), readDevice(in), RejectReason.valueOf(Texts.read(in))))
        : Optional.empty();
  }

  private static void write(DataOutputStream out, Outcome outcome) throws IOException {
    switch (outcome) {
      case Outcome.Accepted accepted -> {
        out.writeByte(ACCEPTED);
        Texts.write(out, accepted.device().value());
        write(out, accepted.identity());
        out.writeInt(accepted.dropped());
        out.writeInt(accepted.readings().size());
        for (Reading reading : accepted.readings()) {
          ReadingCodec.write(out, reading);
        }
      }
      case Outcome.Rejected rejected -> {
        out.writeByte(REJECTED);
        writeDevice(out, rejected.device());
        Texts.write(out, rejected.reason().name());
        Texts.write(out, rejected.field().orElse(""));
        Texts.write(out, rejected.detail());
      }
      case Outcome.Ignored ignored -> {
        out.writeByte(IGNORED);
        writeDevice(out, ignored.device());
        Texts.write(out, ignored.reason());
        HintCodec.write(out, ignored.hints());
      }
      case Outcome.Duplicate duplicate -> {
        out.writeByte(DUPLICATE);
        writeDevice(out, duplicate.device());
      }
    }
  }

  private static Outcome readOutcome(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case ACCEPTED -> readAccepted(in);
      case REJECTED ->
          new Outcome.Rejected(
              readDevice(in),
              RejectReason.valueOf(Texts.read(in)),
              Optional.of(Texts.read(in)).filter(field -> !field.isEmpty()),
              Texts.read(in));
      case IGNORED -> new Outcome.Ignored(readDevice(in), Texts.read(in), HintCodec.read(in));
      case DUPLICATE -> new Outcome.Duplicate(readDevice(in));
      default -> throw new IllegalArgumentException("an outcome of kind " + kind);
    };
  }

  private static Outcome.Accepted readAccepted(DataInputStream in) throws IOException {
    DeviceId device = new DeviceId(Texts.read(in));
    Identity identity = readIdentity(in);
    int dropped = in.readInt();
    int size = in.readInt();
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      readings.add(ReadingCodec.read(in, device));
    }
    return new Outcome.Accepted(device, readings, identity, dropped);
  }

  private static void write(DataOutputStream out, Identity identity) throws IOException {
    switch (identity) {
      case Identity.SourceId own -> {
        out.writeByte(1);
        Texts.write(out, own.id());
      }
      case Identity.DeviceTime time -> out.writeByte(2);
      case Identity.None none -> out.writeByte(3);
    }
  }

  private static Identity readIdentity(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case 1 -> new Identity.SourceId(Texts.read(in));
      case 2 -> new Identity.DeviceTime();
      case 3 -> new Identity.None();
      default -> throw new IllegalArgumentException("an identity of kind " + kind);
    };
  }

  private static void writeDevice(DataOutputStream out, Optional<DeviceId> device)
      throws IOException {
    Texts.write(out, device.map(DeviceId::value).orElse(""));
  }

  private static Optional<DeviceId> readDevice(DataInputStream in) throws IOException {
    return Optional.of(Texts.read(in)).filter(id -> !id.isEmpty()).map(DeviceId::new);
  }
}
