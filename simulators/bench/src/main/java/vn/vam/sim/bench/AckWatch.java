package vn.vam.sim.bench;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads along one MQTT 5 connection and tells which numbers the subscriber acknowledged: the truth
 * about what it promised to keep, whatever it says itself. Packets as in MQTT 5.0, sections 2.1,
 * 3.3 and 3.4.
 */
final class AckWatch implements ReadAlong {
  private static final int PUBLISH = 3;
  private static final int PUBACK = 4;

  /**
   * In every {@link Form}: {@code "ec25_us_cm":7}, {@code "ec25_us_cm","v":7}, {@code
   * ec25_us_cm=7}.
   */
  private static final Pattern NUMBER = Pattern.compile("ec25_us_cm\\D+(\\d+)");

  private final Map<Integer, Integer> numbers = new ConcurrentHashMap<>();
  private final IntConsumer acknowledged;
  private final MqttPackets fromBroker = new MqttPackets(this::delivered);
  private final MqttPackets fromSubscriber = new MqttPackets(this::answered);

  /**
   * @param acknowledged told each number when its acknowledgement has passed
   */
  AckWatch(IntConsumer acknowledged) {
    this.acknowledged = acknowledged;
  }

  @Override
  public void farSays(byte[] bytes, int count) {
    fromBroker.take(bytes, count);
  }

  @Override
  public void nearSays(byte[] bytes, int count) {
    fromSubscriber.take(bytes, count);
  }

  private void delivered(int header, byte[] body) {
    boolean hasId = (header & 0b0110) != 0;
    if (header >> 4 == PUBLISH && hasId) {
      int topic = MqttPackets.twoBytes(body, 0);
      Matcher found = NUMBER.matcher(new String(body, StandardCharsets.UTF_8));
      if (found.find()) {
        numbers.put(MqttPackets.twoBytes(body, 2 + topic), Integer.parseInt(found.group(1)));
      }
    }
  }

  private void answered(int header, byte[] body) {
    if (header >> 4 == PUBACK) {
      Integer number = numbers.remove(MqttPackets.twoBytes(body, 0));
      if (number != null) {
        acknowledged.accept(number);
      }
    }
  }
}
