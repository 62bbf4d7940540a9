package vn.vam.core.citizen;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.Trouble;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Ending;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationId;
import vn.vam.core.text.VietnameseNumber;
import vn.vam.core.text.VietnameseTime;

/** What an alert is about in a line, for operators. Pure. */
public final class AlertLine {
  private final Map<RuleId, Rule> rules = new HashMap<>();
  private final Registry registry;
  private final Sentences sentences = Sentences.vietnamese();
  private final ConditionWords words = new ConditionWords(sentences);

  public AlertLine(Collection<Rule> rules, Registry registry) {
    rules.forEach(rule -> this.rules.put(rule.id(), rule));
    this.registry = registry;
  }

  /**
   * Such as "Xuân Hòa: độ mặn trên 0,5 g/l (4,2 g/l, từ 12:05 hôm nay)"; by the id of a rule that
   * has left the configuration.
   */
  public String of(Alert alert, Instant now) {
    Optional<Trouble> trouble = Trouble.of(alert);
    if (trouble.isPresent()) {
      return of(trouble.get(), alert, now);
    }
    String place = sentences.place(place(alert.station()), alert.devices());
    String since = VietnameseTime.moment(alert.since(), now);
    boolean isOver = alert.ending().equals(Optional.of(Ending.SAFE));
    return of(alert.rule(), place, alert.severity(), isOver, alert.value(), since);
  }

  /** The same of what a suspect value would raise. */
  public String of(AlertChange.Doubted breach, Instant now) {
    String since = VietnameseTime.moment(breach.at(), now);
    String place = place(breach.station());
    return of(breach.rule(), place, breach.severity(), false, breach.value(), since);
  }

  /**
   * @param isOver whether the value is the one that all was well with again
   */
  private String of(
      RuleId id, String place, Severity severity, boolean isOver, double value, String since) {
    Rule rule = rules.get(id);
    if (rule == null) {
      return sentences.say(
          Sentence.ALERT_LINE_UNKNOWN,
          Map.of("station", place, "rule", id.value(), "since", since));
    }
    Condition breach = rule.breach(severity);
    return sentences.say(
        Sentence.ALERT_LINE,
        Map.of(
            "station",
            place,
            "condition",
            words.whole(breach),
            "value",
            words.value(isOver ? rule.clear() : breach, value),
            "since",
            since));
  }

  private String of(Trouble trouble, Alert alert, Instant now) {
    String since = VietnameseTime.moment(alert.since(), now);
    String value = VietnameseNumber.of(alert.value());
    return switch (trouble) {
      case LAG -> sentences.say(Sentence.HUB_LAG, Map.of("value", value, "since", since));
      case DISK -> sentences.say(Sentence.HUB_DISK, "since", since);
      case BROKER -> sentences.say(Sentence.HUB_BROKER, "since", since);
      case BROKER_LOSS ->
          sentences.say(Sentence.HUB_BROKER_LOSS, Map.of("value", value, "since", since));
      case DATABASE -> sentences.say(Sentence.HUB_DATABASE, "since", since);
      case TOKEN -> sentences.say(Sentence.HUB_TOKEN, "since", since);
      case QUOTA -> sentences.say(Sentence.HUB_QUOTA, "since", since);
      case ACCOUNT -> sentences.say(Sentence.HUB_ACCOUNT, "since", since);
    };
  }

  private String place(StationId station) {
    return registry.nameOf(station);
  }
}
