package vn.vam.sim.zalo.chat;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import vn.vam.sim.zalo.chat.ChatMessage.Author;

/**
 * Everybody who ever met the official account and the last {@value #KEPT} messages between them.
 */
public final class Chats {
  static final int KEPT = 100_000;
  static final int PEOPLE = 100_000;
  private final Clock clock;
  private final Consumer<ChatMessage> written;
  private final Map<String, Citizen> citizens = new LinkedHashMap<>();
  private final Deque<ChatMessage> messages = new ArrayDeque<>();
  private final Map<String, String> partnerOfMessage = new LinkedHashMap<>();
  private final Map<String, Citizen> byPhone = new HashMap<>();
  private long n;

  /**
   * @param written hears every message, once it is kept
   */
  public Chats(Clock clock, Consumer<ChatMessage> written) {
    this.clock = clock;
    this.written = written;
  }

  public Optional<Citizen> find(String id) {
    return Optional.ofNullable(citizens.get(id));
  }

  /** The person behind a phone number. */
  public Optional<Citizen> withPhone(String phone) {
    return Optional.ofNullable(byPhone.get(phone));
  }

  /** From now on messages by phone number reach them. */
  public void givePhone(Citizen citizen, String phone) {
    byPhone.put(phone, citizen);
  }

  /** Empty when the simulator already knows {@value #PEOPLE} people and this is another one. */
  public Optional<Citizen> meet(String id) {
    if (!citizens.containsKey(id) && citizens.size() >= PEOPLE) return Optional.empty();
    return Optional.of(citizens.computeIfAbsent(id, Citizen::new));
  }

  public Collection<Citizen> citizens() {
    return Collections.unmodifiableCollection(citizens.values());
  }

  /** The person who wrote or received that message. */
  public Optional<Citizen> partnerIn(String messageId) {
    return Optional.ofNullable(partnerOfMessage.get(messageId)).flatMap(this::find);
  }

  public ChatMessage fromCitizen(Citizen citizen, Content content, boolean shown) {
    citizen.interacted(clock.instant());
    return keep(citizen, Author.CITIZEN, content, shown);
  }

  public ChatMessage fromOa(Citizen citizen, Content content) {
    return keep(citizen, Author.OA, content, true);
  }

  /** At most {@code limit} messages numbered above {@code since}, oldest first. */
  public List<ChatMessage> since(long since, int limit) {
    List<ChatMessage> newest = new ArrayList<>();
    var backwards = messages.descendingIterator();
    while (backwards.hasNext()) {
      ChatMessage message = backwards.next();
      if (message.n() <= since) break;
      newest.add(message);
    }
    Collections.reverse(newest);
    return newest.subList(0, Math.min(limit, newest.size()));
  }

  private ChatMessage keep(Citizen citizen, Author author, Content content, boolean shown) {
    ChatMessage message =
        new ChatMessage(++n, citizen.id(), author, content, clock.instant(), newId(), shown);
    if (messages.size() == KEPT) partnerOfMessage.remove(messages.removeFirst().messageId());
    messages.addLast(message);
    partnerOfMessage.put(message.messageId(), citizen.id());
    citizen.keep(message);
    written.accept(message);
    return message;
  }

  private static String newId() {
    byte[] bytes = new byte[10];
    ThreadLocalRandom.current().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
