package vn.vam.runtime.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.vam.core.citizen.Citizens;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.Outbox;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;

/** Who hears of a change, and in which words. */
public final class Audience {
  /** An alert that could not be sent for this long says nothing about now; longer than a night. */
  private static final Duration WORTH_SENDING = Duration.ofHours(12);

  /** Words for a change. */
  public interface Text {
    /**
     * @param mayRepeat whether they may have arrived before
     * @return nothing for a rule or station that has left the configuration: then nobody is told
     */
    Optional<String> of(AlertNotice notice, boolean mayRepeat);
  }

  private final Citizens citizens;
  private final Outbox outbox;
  private final Function<AlertChange, Set<StationId>> stations;
  private final Text text;
  private final Clock clock;

  /**
   * @param stations those an alert is about: one rule may have one alert for several
   */
  public Audience(
      Citizens citizens,
      Outbox outbox,
      Function<AlertChange, Set<StationId>> stations,
      Text text,
      Clock clock) {
    this.citizens = citizens;
    this.outbox = outbox;
    this.stations = stations;
    this.text = text;
    this.clock = clock;
  }

  /** One message for everyone who agreed to hear of the station, or of one of several. */
  public void tell(AlertNotice notice) {
    Instant now = clock.instant();
    List<Draft> drafts =
        text.of(notice, false).map(words -> drafts(notice, words, now)).orElse(List.of());
    outbox.tell(notice, drafts, now);
  }

  private List<Draft> drafts(AlertNotice notice, String words, Instant now) {
    Optional<String> again =
        isWorthRepeating(notice.change()) ? text.of(notice, true) : Optional.empty();
    return listeners(notice).map(citizen -> draft(notice, citizen, words, again, now)).toList();
  }

  /** Who agreed later is not told where they want to hear of none of the stations any more. */
  private Stream<String> listeners(AlertNotice notice) {
    Set<StationId> about = stations.apply(notice.change());
    return notice.isForOne()
        ? notice.only().stream()
            .filter(citizen -> citizens.subscriptions(citizen).stream().anyMatch(about::contains))
        : about.stream().flatMap(station -> citizens.audience(station).stream()).distinct();
  }

  /** A danger told twice is a nuisance; one that is missed is not. */
  private static boolean isWorthRepeating(AlertChange change) {
    return change.severity() == Severity.DANGER;
  }

  private static Draft draft(
      AlertNotice notice, String citizen, String words, Optional<String> again, Instant now) {
    return new Draft(
        notice.alert() + "/" + step(notice.change()) + "/" + citizen,
        citizen,
        words,
        List.of(),
        notice.change().severity().ordinal(),
        Optional.of(now.plus(WORTH_SENDING)),
        again);
  }

  /** An alert may escalate more than once: to another severity, or for other devices. */
  private static String step(AlertChange change) {
    if (!(change instanceof AlertChange.Escalated)) {
      return change.word();
    }
    String step = change.word() + "-" + change.severity().word();
    return change.devices().isEmpty() ? step : step + "-" + change.at().toEpochMilli();
  }
}
