package vn.vam.payloads.sparkplug;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.message.RawMessage;
import vn.vam.payloads.json.Limits;
import vn.vam.payloads.step.Step;

/**
 * What a host application remembers while one connection lasts: which nodes were born and what
 * their births announced. Every message that is heard is handed on, with its names written into it
 * where they are known and as it came where they are not; deaths of connections that were over
 * before are marked. Does no input or output. Used by one thread at a time.
 */
public final class SparkplugSession {
  private final SessionRules rules;
  private final RebirthRequests requests;
  private final SparkplugReader reader = new SparkplugReader(Limits.USUAL);
  private final Map<String, NodeSession> nodes = new LinkedHashMap<>();

  public SparkplugSession(SessionRules rules) {
    this.rules = rules;
    this.requests = new RebirthRequests(rules);
  }

  /** A new connection: births that were sent meanwhile were not heard. */
  public Turn connecting() {
    Turn turn = new Turn();
    nodes.values().forEach(node -> node.forget(turn));
    nodes.clear();
    return turn;
  }

  public Turn hear(RawMessage message) {
    Turn turn = new Turn();
    Optional<Heard> heard = message.retained() ? Optional.empty() : heard(message);
    Optional<NodeSession> node = heard.flatMap(it -> node(it.topic()));
    if (node.isPresent()) {
      node.orElseThrow().hear(heard.orElseThrow(), turn);
    } else {
      turn.deliver(message);
    }
    return turn;
  }

  /** To be called a few times within the reorder timeout. */
  public Turn tick(Instant now) {
    Turn turn = new Turn();
    nodes.values().forEach(node -> node.tick(now, turn));
    return turn;
  }

  private Optional<Heard> heard(RawMessage message) {
    if (message.payload().size() == 0) {
      return Optional.empty();
    }
    return SparkplugTopic.of(message.topic())
        .filter(topic -> !topic.type().isCommand())
        .flatMap(topic -> heard(message, topic));
  }

  private Optional<Heard> heard(RawMessage message, SparkplugTopic topic) {
    return reader.read(message.payload(), Optional.empty()) instanceof Step.Go<SparkplugPayload> go
        ? Optional.of(new Heard(message, topic, go.value()))
        : Optional.empty();
  }

  /** Nothing where more nodes live than are remembered. */
  private Optional<NodeSession> node(SparkplugTopic topic) {
    NodeSession known = nodes.get(topic.node());
    if (known == null && nodes.size() >= rules.nodes()) {
      forgetOneThatIsGone();
    }
    if (known == null && nodes.size() < rules.nodes()) {
      known = new NodeSession(topic.node(), rules, requests);
      nodes.put(topic.node(), known);
    }
    return Optional.ofNullable(known);
  }

  private void forgetOneThatIsGone() {
    Iterator<NodeSession> all = nodes.values().iterator();
    while (all.hasNext()) {
      if (!all.next().isBorn()) {
        all.remove();
        return;
      }
    }
  }
}
