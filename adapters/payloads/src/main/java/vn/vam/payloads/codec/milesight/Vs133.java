package vn.vam.payloads.codec.milesight;

import com.google.auto.service.AutoService;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import vn.vam.payloads.codec.Codec;
import vn.vam.payloads.codec.Said;

/**
 * VS133: a counter with four lines. Each line's totals since the last reset and its counts since
 * the last message; children, regions and dwell times are passed over. A line is a lane here,
 * {@code in} and {@code out} are directions.
 */
@AutoService(Codec.class)
public final class Vs133 implements Codec {
  private static final int LINES = 4;
  private static final String IN = "in";
  private static final String OUT = "out";
  private static final String TOTAL = "count_total";
  private static final String PERIOD = "count";

  /** In the memory these are a byte shorter than counts. */
  private static final Set<Integer> DWELL_TIMES = Set.of(0x10, 0x20, 0x1e, 0x3c);

  @Override
  public String name() {
    return "milesight-vs133";
  }

  @Override
  public Optional<Integer> totalBits() {
    return Optional.of(Integer.SIZE);
  }

  @Override
  public Said read(int port, ByteBuffer bytes) {
    Memory memory = new Memory();
    Channels channels =
        new Channels()
            .with(0x0fe3, value -> Channels.skip(value, 4))
            .with(0x1de3, value -> Channels.skip(value, 4))
            .with(0x10e4, value -> Channels.skip(value, 5))
            .with(0x1ee4, value -> Channels.skip(value, 5))
            .with(0x50fc, value -> Channels.skip(value, 3))
            .with(0x20ce, value -> history(value, memory));
    for (int line = 0; line < LINES; line++) {
      line(channels, line, memory);
    }
    return channels.read(bytes, memory::said);
  }

  private static void line(Channels channels, int line, Memory memory) {
    String lane = Integer.toString(line + 1);
    int own = 0x03 + 3 * line;
    int child = 0x11 + 3 * line;
    channels
        .with(key(own, 0xd2), value -> total(value, Optional.empty(), lane, IN, memory))
        .with(key(own + 1, 0xd2), value -> total(value, Optional.empty(), lane, OUT, memory))
        .with(key(own + 2, 0xcc), value -> period(value, Optional.empty(), lane, memory))
        .with(key(child, 0xd2), value -> Channels.skip(value, 4))
        .with(key(child + 1, 0xd2), value -> Channels.skip(value, 4))
        .with(key(child + 2, 0xcc), value -> Channels.skip(value, 4));
  }

  private static int key(int id, int type) {
    return id << 8 | type;
  }

  private static void total(
      ByteBuffer value, Optional<Instant> at, String lane, String direction, Memory memory) {
    memory.lane(at, lane, direction, TOTAL, Channels.unsigned32(value));
  }

  private static void period(ByteBuffer value, Optional<Instant> at, String lane, Memory memory) {
    memory.lane(at, lane, IN, PERIOD, Channels.unsigned16(value));
    memory.lane(at, lane, OUT, PERIOD, Channels.unsigned16(value));
  }

  /** Second, then one channel of its own without a type. */
  private static void history(ByteBuffer value, Memory memory) {
    Optional<Instant> at = Optional.of(Instant.ofEpochSecond(Channels.unsigned32(value)));
    int id = Channels.unsigned8(value);
    int line = (id - 0x03) / 3;
    if (id < 0x03 || line >= LINES) {
      Channels.skip(value, DWELL_TIMES.contains(id) ? 3 : 4);
      return;
    }
    String lane = Integer.toString(line + 1);
    switch ((id - 0x03) % 3) {
      case 0 -> total(value, at, lane, IN, memory);
      case 1 -> total(value, at, lane, OUT, memory);
      default -> period(value, at, lane, memory);
    }
  }
}
