package vn.vam.payloads.sparkplug;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.payloads.Formats;
import vn.vam.payloads.format.DecoderContext;
import vn.vam.testing.SparkplugBody;

/**
 * A session with four nodes that do what bytes say, four bytes a step: births, deaths, data in and
 * out of order, rubbish, time that passes and connections that end. What a host application has to
 * keep is looked at after every step.
 */
final class SomeSession {
  private static final int STEP = 4;
  private static final int NODES = 4;
  private static final int DEVICES = 3;
  private static final int NUMBERS = 256;
  private static final int IN_ORDER = 200;
  private static final int RECONNECTS = 32;

  private final SessionRules rules;
  private final SparkplugSession session;
  private final Decoder decoder = Formats.of("sparkplug", DecoderContext.withoutConfig());
  private final Set<Instant> waiting = new HashSet<>();
  private final Map<String, Instant> asked = new HashMap<>();
  private final int[] next = new int[NODES];
  private Instant now = Instant.parse("2026-03-12T05:00:00Z");

  /**
   * @param nodes that are remembered at a time, of four
   */
  SomeSession(int nodes) {
    rules = new SessionRules(SessionRules.REORDER_TIMEOUT, Duration.ofSeconds(10), nodes, 20);
    session = new SparkplugSession(rules);
  }

  void goOn(byte[] steps) {
    ByteBuffer bytes = ByteBuffer.wrap(steps);
    while (bytes.remaining() >= STEP) {
      step(next(bytes), next(bytes), next(bytes), next(bytes));
    }
  }

  /** In the end the connection ends, and nothing is held back any more. */
  void live(byte[] steps) {
    goOn(steps);
    reconnect();
    check(waiting.isEmpty(), "was never handed on: " + waiting);
  }

  private static int next(ByteBuffer bytes) {
    return Byte.toUnsignedInt(bytes.get());
  }

  private void step(int action, int place, int device, int value) {
    now = now.plusMillis(1);
    int node = place % NODES;
    switch (action % 10) {
      case 0 -> hear("NBIRTH", node, device, birth(value).seq(beginning(node, value)));
      case 1 -> hear("NDEATH", node, device, body().bdSeq(value % 3).bytes());
      case 2 -> hear("DBIRTH", node, device, announced(value).seq(seq(node, value)));
      case 3, 4 -> hear("DDATA", node, device, body().by(value % 7, value).seq(seq(node, value)));
      case 5 -> hear("NDATA", node, device, body().named("level_m", value).seq(seq(node, value)));
      case 6 -> hear("DDEATH", node, device, body().seq(seq(node, value)));
      case 7 -> hear("DDATA", node, device, new byte[] {(byte) value, (byte) action});
      case 8 -> pass(Duration.ofMillis(value * 50L));
      default -> {
        if (value < RECONNECTS) {
          reconnect();
        } else {
          hear("NDATA", node, device, body().by(value % 7, value).bytes());
        }
      }
    }
  }

  private SparkplugBody body() {
    return SparkplugBody.at(now.toEpochMilli());
  }

  private SparkplugBody birth(int value) {
    return announced(value).bdSeq(value % 3);
  }

  /** Now and then more than are remembered. */
  private SparkplugBody announced(int value) {
    SparkplugBody body = body();
    for (int alias = 0; alias < value % 24; alias++) {
      body.announces("metric_" + alias, alias, value);
    }
    return body;
  }

  private int beginning(int node, int value) {
    next[node] = value < IN_ORDER ? 0 : value;
    return seq(node, 0);
  }

  /** Mostly the one that is due. */
  private int seq(int node, int value) {
    int due = next[node];
    next[node] = (due + 1) % NUMBERS;
    return value < IN_ORDER ? due : value;
  }

  private void hear(String type, int node, int device, byte[] payload) {
    String topic =
        "spBv1.0/delta/%s/node-%d%s"
            .formatted(type, node, type.startsWith("D") ? "/probe-" + device % DEVICES : "");
    waiting.add(now);
    take(session.hear(new RawMessage("s", "s-0", topic, Payload.of(payload), false, now)));
  }

  private void pass(Duration time) {
    now = now.plus(time);
    take(session.tick(now));
  }

  private void reconnect() {
    take(session.connecting());
  }

  private void take(Turn turn) {
    for (RawMessage message : turn.messages()) {
      check(waiting.remove(message.arrivedAt()), "came out twice, or never went in: " + message);
      var unused = decoder.decode(message);
    }
    check(waiting.size() < NODES * NUMBERS, "held back: " + waiting.size());
    turn.rebirths().forEach(this::ask);
  }

  private void ask(String node) {
    Instant before = asked.put(node, now);
    check(
        before == null || !now.isBefore(before.plus(rules.betweenRebirths())),
        "asked again too soon: " + node);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
