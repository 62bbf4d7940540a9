package vn.vam.sqlite.log;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vam.core.reading.Hint;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/** Hints as bytes. */
final class HintCodec {
  private static final byte LAST_KNOWN = 1;
  private static final byte PRESENCE = 2;

  private HintCodec() {}

  static void write(DataOutputStream out, List<Hint> hints) throws IOException {
    out.writeInt(hints.size());
    for (Hint hint : hints) {
      write(out, hint);
    }
  }

  private static void write(DataOutputStream out, Hint hint) throws IOException {
    switch (hint) {
      case Hint.LastKnown last -> {
        out.writeByte(LAST_KNOWN);
        Texts.write(out, last.reading().device().value());
        ReadingCodec.write(out, last.reading());
      }
      case Hint.Presence presence -> {
        out.writeByte(PRESENCE);
        Texts.write(out, presence.device().value());
        Texts.write(out, presence.station().value());
        out.writeBoolean(presence.online());
        out.writeLong(presence.at().toEpochMilli());
      }
    }
  }

  static List<Hint> read(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<Hint> hints = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      hints.add(readOne(in));
    }
    return hints;
  }

  private static Hint readOne(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    DeviceId device = new DeviceId(Texts.read(in));
    return switch (kind) {
      case LAST_KNOWN -> new Hint.LastKnown(ReadingCodec.read(in, device));
      case PRESENCE ->
          new Hint.Presence(
              device,
              new StationId(Texts.read(in)),
              in.readBoolean(),
              Instant.ofEpochMilli(in.readLong()));
      default -> throw new IllegalArgumentException("a hint of kind " + kind);
    };
  }
}
