package vn.vam.core.citizen;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Ending;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleId;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.text.Sections;
import vn.vam.core.text.Template;

/** Several alerts along one river or road in one message to a citizen. Pure. */
public final class StormText {
  private static final int MOST_LINES = 20;
  private static final Comparator<AlertChange> GRAVEST_FIRST =
      Comparator.<AlertChange, Boolean>comparing(StormText::isOver)
          .thenComparing(AlertChange::severity, Comparator.reverseOrder());

  private final Map<RuleId, Rule> rules = new HashMap<>();
  private final Registry registry;
  private final Sentences sentences = Sentences.vietnamese();
  private final ConditionWords words = new ConditionWords(sentences);
  private final Template storm;
  private final Template over;
  private final Template ended;
  private final Template raisedLine;
  private final Template clearedLine;
  private final Template closedLine;
  private final Template unwatchedLine;
  private final Template more;

  public StormText(Collection<Rule> rules, Registry registry) {
    rules.forEach(rule -> this.rules.put(rule.id(), rule));
    this.registry = registry;
    Sections text = Sections.read("vi/storm");
    storm = text.template("storm", Set.of("along", "lines"));
    over = text.template("over", Set.of("along", "lines"));
    ended = text.template("ended", Set.of("along", "lines"));
    raisedLine = text.template("raised-line", Set.of("station", "condition", "value"));
    clearedLine = text.template("cleared-line", Set.of("station"));
    closedLine = text.template("closed-line", Set.of("station"));
    unwatchedLine = text.template("unwatched-line", Set.of("station"));
    more = text.template("more", Set.of("more"));
  }

  /**
   * @param changes one for each alert
   * @param mayRepeat whether an earlier send of the same message may have arrived
   * @return nothing when all their rules or stations have left the configuration since
   */
  public Optional<String> of(String along, Collection<AlertChange> changes, boolean mayRepeat) {
    List<String> lines =
        changes.stream()
            .sorted(GRAVEST_FIRST)
            .map(this::line)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Template whole = changes.stream().allMatch(StormText::isOver) ? end(changes) : storm;
    String text = whole.fill(Map.of("along", along, "lines", String.join("\n", most(lines))));
    return Optional.of(mayRepeat ? text + "\n" + sentences.say(Sentence.MAY_REPEAT) : text);
  }

  /** Nothing is said to be well again of which nobody knows that. */
  private Template end(Collection<AlertChange> changes) {
    return changes.stream().allMatch(StormText::isSafe) ? over : ended;
  }

  private static boolean isSafe(AlertChange change) {
    return change instanceof AlertChange.Cleared cleared && cleared.ending() == Ending.SAFE;
  }

  private List<String> most(List<String> lines) {
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    List<String> most = new ArrayList<>(lines.subList(0, MOST_LINES));
    most.add(more.fill(Map.of("more", String.valueOf(lines.size() - MOST_LINES))));
    return most;
  }

  private static boolean isOver(AlertChange change) {
    return change instanceof AlertChange.Cleared;
  }

  private Optional<String> line(AlertChange change) {
    if (change instanceof AlertChange.Cleared cleared) {
      return Optional.of(
          endLine(cleared.ending()).fill(Map.of("station", registry.nameOf(change.station()))));
    }
    return Optional.ofNullable(rules.get(change.rule()))
        .flatMap(rule -> registry.station(change.station()).map(at -> line(change, rule, at)));
  }

  private Template endLine(Ending ending) {
    return switch (ending) {
      case SAFE -> clearedLine;
      case BY_HAND -> closedLine;
      case UNWATCHED -> unwatchedLine;
    };
  }

  private String line(AlertChange change, Rule rule, Station station) {
    Condition breach = rule.breach(change.severity());
    return raisedLine.fill(
        Map.of(
            "station", sentences.place(station.name(), change.devices()),
            "condition", words.whole(breach),
            "value", words.value(breach, change.value())));
  }
}
