package vn.vam.sqlite.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Numbers of batches with something set aside, gathered from the newest segment to the oldest. Half
 * the room is for the newest, the other half is shared by the senders, so that one that floods the
 * log does not push out what others sent before. A replay is never left out: what it replaced would
 * be taken for one that can still be replayed.
 */
final class SetAside {
  private final int most;
  private final List<Long> newest = new ArrayList<>();
  private final List<Long> replays = new ArrayList<>();
  private final Map<String, List<Long>> bySender = new TreeMap<>();

  SetAside(int most) {
    this.most = most;
  }

  int roomForNewest() {
    return most - most / 2 - newest.size();
  }

  int roomForReplays() {
    return most - replays.size();
  }

  int roomFor(String sender) {
    return most / 2 - bySender.getOrDefault(sender, List.of()).size();
  }

  void addNewest(long number) {
    newest.add(number);
  }

  void addReplay(long number) {
    replays.add(number);
  }

  void add(String sender, long number) {
    bySender.computeIfAbsent(sender, other -> new ArrayList<>()).add(number);
  }

  /** In order. */
  List<Long> numbers() {
    int ofEach = bySender.isEmpty() ? 0 : Math.max(1, most / 2 / bySender.size());
    TreeSet<Long> numbers = new TreeSet<>(replays);
    bySender.values().forEach(own -> own.stream().limit(ofEach).forEach(numbers::add));
    numbers.addAll(newest);
    return List.copyOf(numbers);
  }
}
