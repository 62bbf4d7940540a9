package vn.vam.payloads.sparkplug;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.vam.core.message.RawMessage;

/** What comes of something a session heard. */
public final class Turn {
  private final List<RawMessage> messages = new ArrayList<>(1);
  private final Set<String> rebirths = new LinkedHashSet<>(1);

  Turn() {}

  void deliver(RawMessage message) {
    messages.add(message);
  }

  void ask(String node) {
    rebirths.add(node);
  }

  /** To be handed on, in this order. */
  public List<RawMessage> messages() {
    return List.copyOf(messages);
  }

  /** Nodes, as {@code GROUP/NODE}, to be asked for a rebirth now. */
  public List<String> rebirths() {
    return List.copyOf(rebirths);
  }
}
