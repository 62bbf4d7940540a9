package vn.vam.payloads.codec.milesight;

import com.google.auto.service.AutoService;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.vam.payloads.codec.Codec;
import vn.vam.payloads.codec.Said;

/** EM500-UDL: how far the water lies below an ultrasonic sensor. */
@AutoService(Codec.class)
public final class Em500Udl implements Codec {
  /** Passed over: the maker's table and decoder differ by ten in the unit of its distance. */
  private static final int ALARM = 5;

  @Override
  public String name() {
    return "milesight-em500-udl";
  }

  @Override
  public Said read(int port, ByteBuffer bytes) {
    Memory memory = new Memory();
    return new Channels()
        .with(0x0175, value -> memory.now("battery_pct", Channels.unsigned8(value)))
        .with(0x0382, value -> distance(value, memory))
        .with(0x83e9, value -> Channels.skip(value, ALARM))
        .with(0x20ce, value -> history(value, memory))
        .read(bytes, memory::said);
  }

  private static void distance(ByteBuffer value, Memory memory) {
    int millimetres = Channels.unsigned16(value);
    memory.now("distance_m", millimetres, millimetres / 1000.0);
  }

  private static void history(ByteBuffer value, Memory memory) {
    Instant at = Instant.ofEpochSecond(Channels.unsigned32(value));
    int millimetres = Channels.unsigned16(value);
    Map<String, Double> numbers = new LinkedHashMap<>();
    memory.put(numbers, "distance_m", millimetres, millimetres / 1000.0);
    memory.then(at, numbers);
  }
}
