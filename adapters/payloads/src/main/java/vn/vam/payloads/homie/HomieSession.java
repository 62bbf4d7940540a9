package vn.vam.payloads.homie;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;

/**
 * What the devices of a source said of themselves. Every message that is heard is handed on; into a
 * value whose unit or datatype its device described, both are written, so that it can be understood
 * by itself. Does no input or output but through what keeps descriptions across a restart. Safe for
 * several threads.
 */
public final class HomieSession {
  /** Of a source; what one more describes is not remembered. */
  public static final int MOST_DEVICES = 1_000;

  private static final String DESCRIPTION = "$description";

  /** Keeps descriptions across a restart. Never throws: what it cannot keep it complains of. */
  public interface Keeper {
    /** By the topic of the device, without a slash at its end. */
    Map<String, Payload> kept();

    void keep(String device, Payload description);

    void forget(String device);

    /** Told once: more devices describe themselves than are remembered, this one among them. */
    void isFull(String device);
  }

  /** Forgets all at the end. */
  public static final Keeper NOBODY =
      new Keeper() {
        @Override
        public Map<String, Payload> kept() {
          return Map.of();
        }

        @Override
        public void keep(String device, Payload description) {}

        @Override
        public void forget(String device) {}

        @Override
        public void isFull(String device) {}
      };

  private final Keeper keeper;
  private final Map<String, Description> devices = new HashMap<>();
  private boolean toldFull;

  public HomieSession(Keeper keeper) {
    this.keeper = keeper;
    keeper
        .kept()
        .forEach(
            (device, description) ->
                Description.of(description).ifPresent(read -> devices.put(device, read)));
  }

  /** The message, or the same with what its device said of the value written into it. */
  public synchronized RawMessage hear(RawMessage message) {
    String topic = message.topic();
    int last = topic.lastIndexOf('/');
    if (last < 0) {
      return message;
    }
    if (topic.substring(last + 1).equals(DESCRIPTION)) {
      learn(topic.substring(0, last), message.payload());
      return message;
    }
    int node = topic.lastIndexOf('/', last - 1);
    return node < 0
        ? message
        : described(topic.substring(0, node), topic.substring(node + 1))
            .map(said -> message.withPayload(said.writtenInto(message.payload())))
            .orElse(message);
  }

  private Optional<Described> described(String device, String property) {
    return Optional.ofNullable(devices.get(device)).map(all -> all.properties().get(property));
  }

  /** A description that cannot be read says nothing: the one before it stays. */
  private void learn(String device, Payload description) {
    if (description.size() > 0) {
      Description.of(description).ifPresent(read -> learn(device, read, description));
    } else if (devices.remove(device) != null) {
      keeper.forget(device);
    }
  }

  private void learn(String device, Description read, Payload description) {
    if (!devices.containsKey(device) && devices.size() >= MOST_DEVICES) {
      tellFull(device);
    } else if (!read.equals(devices.put(device, read))) {
      keeper.keep(device, description);
    }
  }

  private void tellFull(String device) {
    if (!toldFull) {
      toldFull = true;
      keeper.isFull(device);
    }
  }
}
