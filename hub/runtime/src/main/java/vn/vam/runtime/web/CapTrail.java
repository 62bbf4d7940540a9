package vn.vam.runtime.web;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertEvent;
import vn.vam.core.alert.AlertEvent.Kind;
import vn.vam.core.alert.PublicMessage;
import vn.vam.core.alert.PublicMessage.Warned;
import vn.vam.core.alert.PublicTrail;
import vn.vam.core.alert.Shelved;
import vn.vam.core.rule.Ending;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;

/**
 * What follows what other warning systems were told: an Alert when there is something to warn of,
 * an Update whenever that has changed or grows old, and a Cancel when nothing is left. Whoever asks
 * in between is shown the newest again.
 */
final class CapTrail implements PublicTrail.Next {
  /** For how long a message holds; half of it later, what still stands is said anew. */
  static final Duration VALID = Duration.ofHours(12);

  private final CapDocument document;
  private final Registry registry;
  private final Map<RuleId, Rule> rules;
  private final List<Alert> open;
  private final List<Shelved> shelved;
  private final Function<String, List<AlertEvent>> history;
  private final Instant now;

  /**
   * @param rules in force; an alert of another says nothing any more
   * @param open alerts, newest first
   * @param shelved of which nobody is told that was not before
   * @param history of an alert, by its number
   */
  CapTrail(
      CapDocument document,
      Registry registry,
      List<Rule> rules,
      List<Alert> open,
      List<Shelved> shelved,
      Function<String, List<AlertEvent>> history,
      Instant now) {
    this.document = document;
    this.registry = registry;
    this.rules = rules.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
    this.open = List.copyOf(open);
    this.shelved = List.copyOf(shelved);
    this.history = history;
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public Optional<PublicMessage> after(List<PublicMessage> before, long number) {
    Optional<PublicMessage> last = before.stream().reduce((earlier, later) -> later);
    List<CapWarning> warnings = warnings(last.map(PublicMessage::warned).orElse(List.of()));
    return last.filter(message -> saysAll(message, warnings)).isPresent()
        ? Optional.empty()
        : Optional.of(document.write(number, sent(last), warnings, episode(before), this::ended));
  }

  private Ending ended(String alert) {
    List<Kind> kinds = history.apply(alert).stream().map(AlertEvent::kind).toList();
    if (kinds.contains(Kind.UNWATCHED)) {
      return Ending.UNWATCHED;
    }
    return kinds.contains(Kind.CLOSED) ? Ending.BY_HAND : Ending.SAFE;
  }

  private boolean saysAll(PublicMessage last, List<CapWarning> warnings) {
    return last.warnsOf(warnings.stream().map(CapWarning::warned).toList())
        && (warnings.isEmpty() || !isOld(last));
  }

  /** Never before the last, whatever the clock says. */
  private Instant sent(Optional<PublicMessage> last) {
    return last.map(PublicMessage::sent).filter(sent -> sent.isAfter(now)).orElse(now);
  }

  private boolean isOld(PublicMessage last) {
    return !last.sent().plus(VALID.dividedBy(2)).isAfter(now);
  }

  /** What still stands of what was sent: all since nothing was to be warned of. */
  private static List<PublicMessage> episode(List<PublicMessage> before) {
    List<PublicMessage> episode = new ArrayList<>();
    for (PublicMessage message : before) {
      if (message.warned().isEmpty()) {
        episode.clear();
      } else {
        episode.add(message);
      }
    }
    return episode;
  }

  private List<CapWarning> warnings(List<Warned> told) {
    return open.stream().map(alert -> warning(alert, told)).flatMap(Optional::stream).toList();
  }

  private Optional<CapWarning> warning(Alert alert, List<Warned> told) {
    Optional<Station> station = registry.station(alert.station());
    Optional<CapEvent> event =
        Optional.ofNullable(rules.get(alert.rule()))
            .map(rule -> rule.breach(alert.severity()))
            .flatMap(CapEvent::of);
    Optional<Severity> severity = severity(alert, told);
    return station.isPresent() && event.isPresent() && severity.isPresent()
        ? Optional.of(new CapWarning(alert, severity.get(), station.get(), event.get()))
        : Optional.empty();
  }

  /** What is on a shelf stays as it was told, or untold. */
  private Optional<Severity> severity(Alert alert, List<Warned> told) {
    boolean isShelved =
        shelved.stream()
            .anyMatch(
                one -> one.rule().equals(alert.rule()) && one.station().equals(alert.station()));
    return isShelved
        ? told.stream()
            .filter(one -> one.alert().equals(alert.number()))
            .map(Warned::severity)
            .findFirst()
        : Optional.of(alert.severity());
  }
}
