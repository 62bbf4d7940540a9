package vn.vam.payloads.codec.milesight;

import com.google.auto.service.AutoService;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.vam.payloads.codec.Codec;
import vn.vam.payloads.codec.Said;

/** EM500-SMTC: temperature, moisture and conductivity of the ground. */
@AutoService(Codec.class)
public final class Em500Smtc implements Codec {
  @Override
  public String name() {
    return "milesight-em500-smtc";
  }

  @Override
  public Said read(int port, ByteBuffer bytes) {
    Memory memory = new Memory();
    return new Channels()
        .with(0x0175, value -> memory.now("battery_pct", Channels.unsigned8(value)))
        .with(0x0367, value -> temperature(value, memory))
        .with(0x0468, value -> Channels.skip(value, 1))
        .with(0x04ca, value -> Channels.skip(value, 2))
        .with(0x83d7, value -> sudden(value, memory))
        .with(0x057f, value -> conductivity(value, memory))
        .with(0x20ce, value -> history(value, memory))
        .read(bytes, memory::said);
  }

  private static void temperature(ByteBuffer value, Memory memory) {
    short tenths = value.getShort();
    memory.now("temperature_c", Short.toUnsignedInt(tenths), tenths / 10.0);
  }

  /** An alarm: the temperature, by how much it jumped, and which alarm it is. */
  private static void sudden(ByteBuffer value, Memory memory) {
    temperature(value, memory);
    Channels.skip(value, 3);
  }

  private static void conductivity(ByteBuffer value, Memory memory) {
    int microsiemens = Channels.unsigned16(value);
    memory.now("ec25_us_cm", microsiemens, microsiemens);
  }

  /** Second, conductivity, temperature, moisture. */
  private static void history(ByteBuffer value, Memory memory) {
    Instant at = Instant.ofEpochSecond(Channels.unsigned32(value));
    Map<String, Double> numbers = new LinkedHashMap<>();
    int microsiemens = Channels.unsigned16(value);
    memory.put(numbers, "ec25_us_cm", microsiemens, microsiemens);
    short tenths = value.getShort();
    memory.put(numbers, "temperature_c", Short.toUnsignedInt(tenths), tenths / 10.0);
    Channels.skip(value, 2);
    memory.then(at, numbers);
  }
}
