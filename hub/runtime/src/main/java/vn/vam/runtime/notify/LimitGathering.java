package vn.vam.runtime.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.limit.LimitChange;
import vn.vam.core.limit.Limits;
import vn.vam.core.limit.Limits.Owner;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.LimitDesk;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.RuleId;
import vn.vam.core.station.StationId;

/**
 * In a storm, lets changes of citizens' own limits wait for a time and then tells each citizen of
 * theirs together: what was passed in one message, what is back in another.
 */
public final class LimitGathering {
  private static final int MOST_CITIZENS = 2_000;

  /** Words for several changes of one citizen, all alarms or all ends; nothing for none. */
  public interface Text {
    Optional<String> of(List<LimitChange> changes);
  }

  private final LimitDesk desk;
  private final Limits limits;
  private final LimitAudience alone;
  private final Text together;
  private final Predicate<StationId> inStorm;
  private final Duration bound;
  private final Clock clock;

  /** How many changes of a limit wait. */
  private final Map<RuleId, Integer> waiting = new ConcurrentHashMap<>();

  /**
   * What an earlier run has left waits on. Blocks.
   *
   * @param inStorm whether much happens along the river of a station
   * @param bound nothing waits longer
   */
  public LimitGathering(
      LimitDesk desk,
      Limits limits,
      LimitAudience alone,
      Text together,
      Predicate<StationId> inStorm,
      Duration bound,
      Clock clock) {
    this.desk = desk;
    this.limits = limits;
    this.alone = alone;
    this.together = together;
    this.inStorm = inStorm;
    this.bound = bound;
    this.clock = clock;
    Instant now = clock.instant();
    desk.waiting(now, now, Integer.MAX_VALUE).forEach(all -> all.forEach(this::waits));
  }

  private void waits(AlertNotice notice) {
    waiting.merge(notice.change().rule(), 1, Integer::sum);
  }

  private void waitsNoMore(AlertNotice notice) {
    waiting.computeIfPresent(
        notice.change().rule(), (rule, count) -> count == 1 ? null : count - 1);
  }

  /**
   * Whether the change of somebody's limit waits for others; a later one overtakes none. Blocks.
   */
  public boolean holds(AlertNotice notice) {
    boolean holds =
        alone.isFor(notice)
            && (waiting.containsKey(notice.change().rule())
                || inStorm.test(notice.change().station()));
    if (holds) {
      hold(notice);
    }
    return holds;
  }

  private void hold(AlertNotice notice) {
    waits(notice);
    try {
      desk.hold(notice, clock.instant());
    } catch (RuntimeException failed) {
      waitsNoMore(notice);
      throw failed;
    }
  }

  /** Tells of what has waited long enough, and returns whether there was any. Blocks. */
  boolean turn() {
    if (waiting.isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    List<List<AlertNotice>> due = desk.waiting(now.minus(bound), now, MOST_CITIZENS);
    for (List<AlertNotice> notices : due) {
      desk.tell(notices, drafts(notices, now), now);
      notices.forEach(this::waitsNoMore);
    }
    return !due.isEmpty();
  }

  private record Own(Owner owner, AlertNotice notice) {
    LimitChange change() {
      return new LimitChange(owner.limit(), notice.change());
    }
  }

  /** Of a limit that was taken back meanwhile nobody is told. */
  private List<Draft> drafts(List<AlertNotice> notices, Instant now) {
    Map<Boolean, List<Own>> byEnd =
        news(notices).stream()
            .flatMap(
                notice ->
                    limits.ownerOf(notice.change().rule()).stream()
                        .map(owner -> new Own(owner, notice)))
            .collect(Collectors.partitioningBy(own -> own.change().isBack()));
    return Stream.of(byEnd.getOrDefault(false, List.of()), byEnd.getOrDefault(true, List.of()))
        .map(own -> draft(own, now))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The last word of each limit; none of one that is where it was when it began to wait. */
  private static List<AlertNotice> news(List<AlertNotice> notices) {
    Map<RuleId, List<AlertNotice>> byLimit =
        notices.stream()
            .collect(
                Collectors.groupingBy(
                    notice -> notice.change().rule(), LinkedHashMap::new, Collectors.toList()));
    List<AlertNotice> news = new ArrayList<>();
    for (List<AlertNotice> ofOne : byLimit.values()) {
      if (isBack(ofOne.getFirst()) == isBack(ofOne.getLast())) {
        news.add(ofOne.getLast());
      }
    }
    return news;
  }

  private static boolean isBack(AlertNotice notice) {
    return notice.change() instanceof AlertChange.Cleared;
  }

  private Optional<Draft> draft(List<Own> own, Instant now) {
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Own last = own.getLast();
    if (own.size() == 1) {
      return alone.draft(last.notice(), last.owner(), now);
    }
    String limits =
        own.stream()
            .map(one -> one.notice().change().rule().value())
            .collect(Collectors.joining("+"));
    return together
        .of(own.stream().map(Own::change).toList())
        .map(
            words -> LimitAudience.draft(limits, last.notice().change(), last.owner(), words, now));
  }
}
