package vn.vam.core.live;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import vn.vam.core.log.MessageId;
import vn.vam.core.message.Sender;

/**
 * Which messages go where there are too many: one after another the oldest of whoever has most,
 * first among the senders, then among the topics of that sender. So a device that sends a thousand
 * times what others do loses its own, and a stranger on one topic not those of other strangers.
 */
final class NoisiestFirst {
  private static final Comparator<Deque<MessageId>> LONGEST_FIRST =
      Comparator.<Deque<MessageId>>comparingInt(Deque::size)
          .reversed()
          .thenComparing(Deque::getFirst);

  /** What one sender has. */
  private static final class Pile {
    private static final Comparator<Pile> HIGHEST_FIRST =
        Comparator.<Pile>comparingInt(pile -> pile.height)
            .reversed()
            .thenComparing(pile -> pile.topics.element().getFirst());

    private final PriorityQueue<Deque<MessageId>> topics = new PriorityQueue<>(LONGEST_FIRST);
    private int height;

    Pile(Collection<Deque<MessageId>> topics) {
      topics.forEach(topic -> this.topics.add(topic));
      height = topics.stream().mapToInt(Deque::size).sum();
    }

    MessageId takeOldest() {
      Deque<MessageId> topic = topics.remove();
      MessageId oldest = topic.removeFirst();
      height--;
      if (!topic.isEmpty()) {
        topics.add(topic);
      }
      return oldest;
    }
  }

  private NoisiestFirst() {}

  /**
   * @param messages the oldest first
   * @param many at most as many as there are
   */
  static Set<MessageId> of(Collection<RejectedMessage> messages, int many) {
    PriorityQueue<Pile> piles = new PriorityQueue<>(Pile.HIGHEST_FIRST);
    bySenderAndTopic(messages).values().forEach(topics -> piles.add(new Pile(topics.values())));
    Set<MessageId> going = new HashSet<>();
    while (going.size() < many) {
      Pile highest = piles.remove();
      going.add(highest.takeOldest());
      if (highest.height > 0) {
        piles.add(highest);
      }
    }
    return going;
  }

  private static Map<Sender, Map<String, Deque<MessageId>>> bySenderAndTopic(
      Collection<RejectedMessage> messages) {
    Map<Sender, Map<String, Deque<MessageId>>> sorted = new HashMap<>();
    for (RejectedMessage message : messages) {
      sorted
          .computeIfAbsent(message.sender(), sender -> new HashMap<>())
          .computeIfAbsent(message.topic(), topic -> new ArrayDeque<>())
          .addLast(message.id());
    }
    return sorted;
  }
}
