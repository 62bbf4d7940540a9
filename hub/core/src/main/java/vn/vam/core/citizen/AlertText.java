package vn.vam.core.citizen;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.live.Trend;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Ending;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Rung;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.text.Sections;
import vn.vam.core.text.Template;
import vn.vam.core.text.VietnameseTime;

/** Writes what citizens read when an alert changes, in the words of the rule's text. Pure. */
public final class AlertText {
  private static final Set<String> GAPS =
      Set.of("station", "devices", "value", "limit", "since", "alert", "trend", "condition");
  private static final String OF_DEVICES = "-devices";

  /**
   * @param ofDevices raised and escalated, where not the whole station is meant; absent where a
   *     text has no words for that
   */
  private record Words(
      Template raised, Template escalated, Template cleared, Map<String, Template> ofDevices) {
    Template of(AlertChange change) {
      Template whole =
          switch (change) {
            case AlertChange.Raised raise -> raised;
            case AlertChange.Escalated escalate -> escalated;
            case AlertChange.Still still -> raised;
            case AlertChange.Doubted doubted -> raised;
            case AlertChange.Cleared clear -> cleared;
          };
      return change.devices().isEmpty() ? whole : ofDevices.getOrDefault(change.word(), whole);
    }

    boolean nameDevices(AlertChange change) {
      return ofDevices.containsKey(change.word());
    }
  }

  /**
   * @param steps the rule's own words, and by a step of its ladder those for what they would not be
   *     true of
   */
  private record Text(Rule rule, Words own, Map<Severity, Words> steps) {
    Words of(AlertChange change) {
      return steps.getOrDefault(change.severity(), own);
    }
  }

  private final Map<RuleId, Text> texts = new HashMap<>();
  private final Registry registry;
  private final Sentences sentences = Sentences.vietnamese();
  private final ConditionWords words = new ConditionWords(sentences);

  /** The texts a rule may name. */
  public static Set<String> keys() {
    return AlertTexts.keys();
  }

  /**
   * @throws IllegalArgumentException when a rule names a text that is not there, or a text has a
   *     placeholder that is none
   */
  public AlertText(Collection<Rule> rules, Registry registry) {
    rules.forEach(rule -> texts.put(rule.id(), text(rule)));
    this.registry = registry;
  }

  private static Text text(Rule rule) {
    if (!keys().contains(rule.text())) {
      throw new IllegalArgumentException(
          "rule "
              + rule.id()
              + ": no text "
              + rule.text()
              + ", there are "
              + keys().stream().sorted().toList());
    }
    Map<Severity, Words> steps = new EnumMap<>(Severity.class);
    for (Rung rung : rule.ladder()) {
      if (!AlertTexts.of(rung.raise()).contains(rule.text())) {
        steps.put(rung.severity(), words(Sections.read(AlertTexts.usual(rung.raise()))));
      }
    }
    return new Text(rule, words(Sections.read(rule.text())), steps);
  }

  private static Words words(Sections text) {
    return new Words(
        text.template("raised", GAPS),
        text.template("escalated", GAPS),
        text.template("cleared", GAPS),
        Stream.of("raised", "escalated")
            .filter(word -> text.names().contains(word + OF_DEVICES))
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(), word -> text.template(word + OF_DEVICES, GAPS))));
  }

  /**
   * @param trend of the rule's quantity at the station, where it is known
   * @param mayRepeat whether an earlier send of the same message may have arrived
   * @return nothing when the rule or the station has left the configuration since, unless it tells
   *     of just that
   */
  public Optional<String> of(AlertNotice notice, Optional<Trend> trend, boolean mayRepeat) {
    AlertChange change = notice.change();
    if (change instanceof AlertChange.Cleared cleared && cleared.ending() != Ending.SAFE) {
      return Optional.of(sentences.say(ended(cleared.ending()), endGaps(notice)));
    }
    return Optional.ofNullable(texts.get(change.rule()))
        .flatMap(
            found ->
                registry
                    .station(change.station())
                    .map(station -> fill(found, station, notice, trend)))
        .map(text -> mayRepeat ? mayRepeat(text) : text);
  }

  /** The same message, saying that it may have come before. */
  public String mayRepeat(String text) {
    return text + "\n" + sentences.say(Sentence.MAY_REPEAT);
  }

  private static Sentence ended(Ending ending) {
    return ending == Ending.BY_HAND ? Sentence.CLOSED_BY_HAND : Sentence.NOT_WATCHED;
  }

  private Map<String, String> endGaps(AlertNotice notice) {
    AlertChange change = notice.change();
    return Map.of(
        "alert", notice.alert(),
        "station", registry.nameOf(change.station()),
        "since", VietnameseTime.moment(change.at()));
  }

  private String fill(Text found, Station station, AlertNotice notice, Optional<Trend> trend) {
    AlertChange change = notice.change();
    Condition condition =
        change instanceof AlertChange.Cleared
            ? found.rule().clear()
            : found.rule().breach(change.severity());
    Words told = change instanceof AlertChange.Cleared ? found.own() : found.of(change);
    String place =
        told.nameDevices(change)
            ? station.name()
            : sentences.place(station.name(), change.devices());
    Optional<Trend> known = trend.filter(one -> isOfRule(condition, found.rule()));
    return told.of(change).fill(gaps(condition, place, notice, known));
  }

  /** Whether its number is of the rule's own quantity, and of nothing else. */
  private static boolean isOfRule(Condition condition, Rule rule) {
    return ConditionWords.isOfOneKind(condition)
        && !(condition instanceof Condition.Beyond beyond
            && rule.quantity().filter(beyond.quantity()::equals).isEmpty());
  }

  private Map<String, String> gaps(
      Condition condition, String place, AlertNotice notice, Optional<Trend> trend) {
    AlertChange change = notice.change();
    return Map.of(
        "station", place,
        "devices", Sentences.list(change.devices()),
        "value", words.value(condition, change.value()),
        "limit", words.limit(condition),
        "condition", words.whole(condition),
        "since", VietnameseTime.moment(change.at()),
        "alert", notice.alert(),
        "trend", sentences.trailing(trend));
  }
}
