package vn.vam.sqlite.log;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.MaskedPlate;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/** One reading as bytes; the device stands once with its message. */
final class ReadingCodec {
  private static final byte MEASURED = 1;
  private static final byte COUNTED = 2;
  private static final byte CAMERA_EVENT = 3;
  private static final byte PAST = 4;
  private static final long NOT_TOLD = Long.MIN_VALUE;

  private ReadingCodec() {}

  static void write(DataOutputStream out, Reading reading) throws IOException {
    Texts.write(out, reading.station().value());
    out.writeByte(reading.quality().flag());
    out.writeLong(reading.takenAt().toEpochMilli());
    switch (reading) {
      case Reading.Measured measured -> {
        out.writeByte(MEASURED);
        writeValue(out, measured.quantity(), measured.value());
        Texts.write(out, measured.method().orElse(""));
      }
      case Reading.Counted counted -> writeCounted(out, counted);
      case Reading.CameraEvent event -> writeEvent(out, event);
      case Reading.Past past -> {
        out.writeByte(PAST);
        write(out, past.reading());
      }
    }
  }

  static Reading read(DataInputStream in, DeviceId device) throws IOException {
    StationId station = new StationId(Texts.read(in));
    Quality quality = Quality.ofFlag(in.readByte());
    Instant takenAt = Instant.ofEpochMilli(in.readLong());
    byte kind = in.readByte();
    return switch (kind) {
      case MEASURED ->
          new Reading.Measured(
              device,
              station,
              readQuantity(in),
              in.readDouble(),
              quality,
              takenAt,
              Optional.of(Texts.read(in)).filter(method -> !method.isEmpty()));
      case COUNTED ->
          new Reading.Counted(
              device, station, Texts.read(in), Texts.read(in), readValues(in), quality, takenAt);
      case CAMERA_EVENT ->
          new Reading.CameraEvent(
              device,
              station,
              Texts.read(in),
              CameraEventType.valueOf(Texts.read(in)),
              CameraPhase.valueOf(Texts.read(in)),
              Optional.of(in.readDouble()).filter(score -> !score.isNaN()),
              Optional.of(Texts.read(in)).filter(zone -> !zone.isEmpty()),
              quality,
              takenAt,
              Optional.of(in.readLong())
                  .filter(started -> started != NOT_TOLD)
                  .map(Instant::ofEpochMilli),
              Optional.of(Texts.read(in)).filter(plate -> !plate.isEmpty()).map(MaskedPlate::new));
      case PAST -> new Reading.Past(read(in, device));
      default -> throw new IllegalArgumentException("a reading of kind " + kind);
    };
  }

  private static void writeCounted(DataOutputStream out, Reading.Counted counted)
      throws IOException {
    out.writeByte(COUNTED);
    Texts.write(out, counted.lane());
    Texts.write(out, counted.direction());
    out.writeInt(counted.values().size());
    for (Map.Entry<Quantity, Double> value : counted.values().entrySet()) {
      writeValue(out, value.getKey(), value.getValue());
    }
  }

  private static void writeEvent(DataOutputStream out, Reading.CameraEvent event)
      throws IOException {
    out.writeByte(CAMERA_EVENT);
    Texts.write(out, event.eventId());
    Texts.write(out, event.type().name());
    Texts.write(out, event.phase().name());
    out.writeDouble(event.score().orElse(Double.NaN));
    Texts.write(out, event.zone().orElse(""));
    out.writeLong(event.startedAt().map(Instant::toEpochMilli).orElse(NOT_TOLD));
    Texts.write(out, event.maskedPlate().map(MaskedPlate::text).orElse(""));
  }

  private static Map<Quantity, Double> readValues(DataInputStream in) throws IOException {
    int size = in.readInt();
    Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
    for (int i = 0; i < size; i++) {
      values.put(readQuantity(in), in.readDouble());
    }
    return values;
  }

  private static void writeValue(DataOutputStream out, Quantity quantity, double value)
      throws IOException {
    Texts.write(out, quantity.field());
    out.writeDouble(value);
  }

  private static Quantity readQuantity(DataInputStream in) throws IOException {
    String field = Texts.read(in);
    return Quantity.ofField(field)
        .orElseThrow(() -> new IllegalArgumentException("a quantity named " + field));
  }
}
