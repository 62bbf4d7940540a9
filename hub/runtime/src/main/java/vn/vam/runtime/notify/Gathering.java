package vn.vam.runtime.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.vam.core.citizen.Citizens;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.GatherDesk;
import vn.vam.core.notify.GatherDesk.Held;
import vn.vam.core.operator.Storm;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;

/**
 * While many alerts change along one river or road, lets changes wait for a time and then tells
 * each citizen of all that concern them in one message.
 */
public final class Gathering {
  private static final Duration WORTH_SENDING = Duration.ofHours(12);

  /** Words for several changes; nothing where the configuration knows none of them any more. */
  public interface Text {
    /**
     * @param changes one for each alert, two at least
     * @param mayRepeat whether they may have arrived before
     */
    Optional<String> of(String along, Collection<AlertChange> changes, boolean mayRepeat);
  }

  private final GatherDesk desk;
  private final Citizens citizens;
  private final Storm storm;
  private final Function<StationId, Optional<String>> along;
  private final Function<AlertChange, Set<StationId>> stations;
  private final Consumer<AlertNotice> audience;
  private final Audience.Text alone;
  private final Text together;
  private final Clock clock;

  /**
   * @param along the river or road of a station
   * @param stations those an alert is about
   * @param audience tells of a change that nothing else has joined
   * @param alone words for who hears of one change only
   */
  public Gathering(
      GatherDesk desk,
      Citizens citizens,
      Storm storm,
      Function<StationId, Optional<String>> along,
      Function<AlertChange, Set<StationId>> stations,
      Consumer<AlertNotice> audience,
      Audience.Text alone,
      Text together,
      Clock clock) {
    this.desk = desk;
    this.citizens = citizens;
    this.storm = storm;
    this.along = along;
    this.stations = stations;
    this.audience = audience;
    this.alone = alone;
    this.together = together;
    this.clock = clock;
  }

  /** Whether the change waits for others. Blocks. */
  public synchronized boolean holds(AlertNotice notice) {
    Instant now = clock.instant();
    Optional<String> river = along.apply(notice.change().station());
    boolean holds = river.filter(name -> waits(notice.change(), name, now)).isPresent();
    if (holds) {
      desk.hold(notice, now);
    }
    return holds;
  }

  /** Before there is a storm a danger never does, and nothing of before comes behind it. */
  private boolean waits(AlertChange change, String river, Instant now) {
    if (isStorm(river, now)) {
      return true;
    }
    if (isDanger(change)) {
      tellWaiting(river, now);
      return false;
    }
    return !storm.first().isZero() || anyWaits(river);
  }

  private static boolean isDanger(AlertChange change) {
    return change.severity() == Severity.DANGER && !(change instanceof AlertChange.Cleared);
  }

  private void tellWaiting(String river, Instant now) {
    List<AlertNotice> waiting =
        desk.held().stream()
            .filter(held -> held.summary().isEmpty() && river(held).equals(river))
            .map(Held::notice)
            .toList();
    if (!waiting.isEmpty()) {
      tell(waiting, now);
    }
  }

  /** Whether much happens along its river or road. Blocks. */
  public boolean isInStorm(StationId station) {
    return along.apply(station).filter(river -> isStorm(river, clock.instant())).isPresent();
  }

  private boolean isStorm(String river, Instant now) {
    return desk.changedSince(now.minus(storm.within())).stream()
            .filter(station -> along.apply(station).filter(river::equals).isPresent())
            .limit(storm.alerts())
            .count()
        >= storm.alerts();
  }

  /** A later change never overtakes an earlier one. */
  private boolean anyWaits(String river) {
    return desk.held().stream().anyMatch(held -> river(held).equals(river));
  }

  private String river(Held held) {
    return along.apply(held.notice().change().station()).orElse("");
  }

  /** Tells of what has waited long enough, and returns whether there was any. Blocks. */
  public synchronized boolean turn() {
    List<Held> held = desk.held();
    if (held.isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    Map<Long, List<AlertNotice>> settled =
        held.stream()
            .filter(one -> one.summary().isPresent())
            .collect(
                Collectors.groupingBy(
                    one -> one.summary().orElseThrow(),
                    Collectors.mapping(Held::notice, Collectors.toList())));
    settled.forEach((summary, notices) -> tell(summary, notices, now));
    List<List<AlertNotice>> due = due(held, now);
    due.forEach(notices -> tell(notices, now));
    return !settled.isEmpty() || !due.isEmpty();
  }

  private List<List<AlertNotice>> due(List<Held> held, Instant now) {
    return held.stream()
        .filter(one -> one.summary().isEmpty())
        .collect(Collectors.groupingBy(this::river))
        .entrySet()
        .stream()
        .filter(waiting -> isDue(waiting.getKey(), waiting.getValue().getFirst().since(), now))
        .map(waiting -> waiting.getValue().stream().map(Held::notice).toList())
        .toList();
  }

  /** A clock that was set back holds up nothing. */
  private boolean isDue(String river, Instant since, Instant now) {
    Duration bound = isStorm(river, now) ? storm.every() : storm.first();
    return since.isAfter(now) || !since.plus(bound).isAfter(now);
  }

  private void tell(List<AlertNotice> notices, Instant now) {
    if (notices.size() == 1) {
      audience.accept(notices.getFirst());
    } else {
      tell(desk.close(notices), notices, now);
    }
  }

  private void tell(long summary, List<AlertNotice> notices, Instant now) {
    Map<String, AlertNotice> latest = new LinkedHashMap<>();
    notices.forEach(notice -> latest.put(notice.alert(), notice));
    List<AlertNotice> told = latest.values().stream().filter(one -> isNews(one, notices)).toList();
    String river = along.apply(notices.getFirst().change().station()).orElse("");
    desk.tell(summary, told, drafts(summary, river, told, now), now);
  }

  /** Whoever heard nothing of its beginning need not hear of its end. */
  private static boolean isNews(AlertNotice notice, List<AlertNotice> all) {
    boolean begins =
        all.stream()
            .filter(one -> one.alert().equals(notice.alert()))
            .anyMatch(one -> one.change() instanceof AlertChange.Raised);
    return !(begins && notice.change() instanceof AlertChange.Cleared);
  }

  private List<Draft> drafts(long summary, String river, List<AlertNotice> notices, Instant now) {
    Map<String, List<AlertNotice>> byCitizen = new LinkedHashMap<>();
    for (AlertNotice notice : notices) {
      stations.apply(notice.change()).stream()
          .flatMap(station -> citizens.audience(station).stream())
          .distinct()
          .forEach(
              citizen -> byCitizen.computeIfAbsent(citizen, none -> new ArrayList<>()).add(notice));
    }
    Map<List<AlertNotice>, Words> words = new LinkedHashMap<>();
    List<Draft> drafts = new ArrayList<>();
    byCitizen.forEach(
        (citizen, theirs) ->
            words
                .computeIfAbsent(theirs, same -> words(river, same))
                .draft("S-" + summary + "/storm/" + citizen, citizen, now)
                .ifPresent(drafts::add));
    return drafts;
  }

  /** What many citizens are told alike. */
  private record Words(Optional<String> first, Optional<String> again, Severity gravest) {
    Optional<Draft> draft(String key, String citizen, Instant now) {
      return first.map(
          text ->
              new Draft(
                  key,
                  citizen,
                  text,
                  List.of(),
                  gravest.ordinal(),
                  Optional.of(now.plus(WORTH_SENDING)),
                  again));
    }
  }

  private Words words(String river, List<AlertNotice> notices) {
    Severity gravest =
        Collections.max(
            notices.stream().map(notice -> notice.change().severity()).toList(),
            Comparator.naturalOrder());
    return new Words(
        words(river, notices, false),
        gravest == Severity.DANGER ? words(river, notices, true) : Optional.empty(),
        gravest);
  }

  private Optional<String> words(String river, List<AlertNotice> notices, boolean mayRepeat) {
    return notices.size() == 1
        ? alone.of(notices.getFirst(), mayRepeat)
        : together.of(river, notices.stream().map(AlertNotice::change).toList(), mayRepeat);
  }
}
