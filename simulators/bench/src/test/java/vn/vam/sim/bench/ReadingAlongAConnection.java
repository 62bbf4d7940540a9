package vn.vam.sim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets are written here by hand, as MQTT 5.0 has them in sections 3.3 and 3.4. */
class ReadingAlongAConnection {
  private static final int AT_MOST_ONCE = 0x30;
  private static final int AT_LEAST_ONCE = 0x32;
  private static final int PUBACK = 0x40;
  private static final byte[] PINGREQ = {(byte) 0xc0, 0};

  private final List<Integer> acknowledged = new ArrayList<>();
  private final AckWatch watch = new AckWatch(acknowledged::add);

  @Test
  void a_number_is_acknowledged_by_the_packet_identifier_it_came_with() {
    brokerSays(publish(AT_LEAST_ONCE, 300, 17));
    brokerSays(publish(AT_LEAST_ONCE, 301, 18));
    subscriberSays(puback(301));

    assertThat(acknowledged).containsExactly(18);
  }

  @Test
  void an_identifier_that_is_used_again_means_the_later_message() {
    brokerSays(publish(AT_LEAST_ONCE, 5, 17));
    subscriberSays(puback(5));
    brokerSays(publish(AT_LEAST_ONCE, 5, 18));
    subscriberSays(puback(5));

    assertThat(acknowledged).containsExactly(17, 18);
  }

  @Test
  void what_asks_for_no_acknowledgement_gets_none() {
    brokerSays(publish(AT_MOST_ONCE, 5, 17));
    subscriberSays(puback(5));

    assertThat(acknowledged).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void a_number_is_known_in_every_form_with_and_without_a_time(Form form) {
    brokerSays(publish(1, form.topic(17), form.timeless(form.probe(17), 17)));
    brokerSays(publish(2, form.topic(18), form.timed(form.probe(18), 18, Instant.EPOCH)));
    subscriberSays(puback(1));
    subscriberSays(puback(2));

    assertThat(acknowledged).containsExactly(17, 18);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 1_000})
  void it_does_not_matter_in_what_pieces_the_bytes_come(int pieces) {
    ByteArrayOutputStream broker = new ByteArrayOutputStream();
    ByteArrayOutputStream subscriber = new ByteArrayOutputStream();
    for (int number = 0; number < 50; number++) {
      broker.writeBytes(publish(AT_LEAST_ONCE, number + 1, number));
      subscriber.writeBytes(PINGREQ);
      subscriber.writeBytes(puback(number + 1));
    }

    inPieces(broker.toByteArray(), pieces, watch::farSays);
    inPieces(subscriber.toByteArray(), pieces, watch::nearSays);

    assertThat(acknowledged).hasSize(50).startsWith(0).endsWith(49);
  }

  private static void inPieces(byte[] all, int size, TakesBytes taker) {
    for (int from = 0; from < all.length; from += size) {
      byte[] piece = Arrays.copyOfRange(all, from, Math.min(all.length, from + size));
      taker.take(piece, piece.length);
    }
  }

  private interface TakesBytes {
    void take(byte[] bytes, int count);
  }

  private void brokerSays(byte[] packet) {
    watch.farSays(packet, packet.length);
  }

  private void subscriberSays(byte[] packet) {
    watch.nearSays(packet, packet.length);
  }

  /** Longer than 127 bytes, so that its length takes two. */
  private static byte[] publish(int header, int identifier, int number) {
    String json = "{\"note\":\"%s\",\"ec25_us_cm\":%d}".formatted("x".repeat(150), number);
    return publish(header, identifier, "vam/v1/salinity/probe-7", json);
  }

  private static byte[] publish(int identifier, String topic, String text) {
    return publish(AT_LEAST_ONCE, identifier, topic, text + " ".repeat(150));
  }

  private static byte[] publish(int header, int identifier, String topic, String text) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    twoBytes(body, topic.length());
    body.writeBytes(topic.getBytes(StandardCharsets.UTF_8));
    if (header == AT_LEAST_ONCE) {
      twoBytes(body, identifier);
    }
    body.write(0);
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.write(header);
    packet.write(body.size() % 128 | 0x80);
    packet.write(body.size() / 128);
    packet.writeBytes(body.toByteArray());
    return packet.toByteArray();
  }

  private static byte[] puback(int identifier) {
    return new byte[] {PUBACK, 2, (byte) (identifier >> 8), (byte) identifier};
  }

  private static void twoBytes(ByteArrayOutputStream out, int value) {
    out.write(value >> 8);
    out.write(value);
  }
}
