package vn.vam.sim.zalo.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A person in front of a phone, with their last {@value #KEPT} messages. */
public final class Citizen {
  static final int KEPT = 1000;
  private static final Duration FREE = Duration.ofHours(48);
  private static final Duration OPEN = Duration.ofDays(7);

  /** How the person stands to the official account. */
  public enum Bond {
    VISITOR,
    FOLLOWER,
    LEFT
  }

  /** What may be written to the person now, by the time since they last did something. */
  public enum Window {
    FREE,
    BILLABLE,
    CLOSED
  }

  private final String id;
  private String name;
  private Bond bond = Bond.VISITOR;
  private @Nullable Instant lastInteraction;
  private long lookedUpTo;
  private final Deque<ChatMessage> messages = new ArrayDeque<>();

  Citizen(String id) {
    this.id = id;
    this.name = "Người dân " + id;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public void rename(String newName) {
    name = newName;
  }

  public Bond bond() {
    return bond;
  }

  public void bind(Bond newBond) {
    bond = newBond;
  }

  public boolean isFollower() {
    return bond == Bond.FOLLOWER;
  }

  public void interacted(Instant now) {
    lastInteraction = now;
  }

  public Optional<Instant> lastInteraction() {
    return Optional.ofNullable(lastInteraction);
  }

  public Optional<Instant> freeUntil() {
    return lastInteraction().map(at -> at.plus(FREE));
  }

  public Optional<Instant> openUntil() {
    return lastInteraction().map(at -> at.plus(OPEN));
  }

  public Window window(Instant now) {
    if (freeUntil().filter(now::isBefore).isPresent()) return Window.FREE;
    return openUntil().filter(now::isBefore).isPresent() ? Window.BILLABLE : Window.CLOSED;
  }

  void keep(ChatMessage message) {
    if (messages.size() == KEPT) messages.removeFirst();
    messages.addLast(message);
  }

  /** What the account sent since the last look at it, oldest first, by id. */
  public List<String> lookAtTheNew() {
    List<String> ids =
        messages.stream()
            .filter(message -> message.isFromOa() && message.n() > lookedUpTo)
            .map(ChatMessage::messageId)
            .toList();
    if (!messages.isEmpty()) lookedUpTo = messages.getLast().n();
    return ids;
  }

  /** Oldest first. */
  public List<ChatMessage> messages() {
    return List.copyOf(messages);
  }
}
