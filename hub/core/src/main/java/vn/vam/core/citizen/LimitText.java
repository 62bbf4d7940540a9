package vn.vam.core.citizen;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.limit.Limit;
import vn.vam.core.limit.LimitChange;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.live.Trend;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Ending;
import vn.vam.core.rule.Level;
import vn.vam.core.station.Registry;
import vn.vam.core.text.Sections;
import vn.vam.core.text.Template;
import vn.vam.core.text.VietnameseTime;

/** What a citizen reads when the water passes a limit of their own, and when it is back. Pure. */
public final class LimitText {
  private static final Set<String> GAPS =
      Set.of("station", "value", "limit", "safe", "since", "trend", "advice");

  private final Registry registry;
  private final LimitRules rules;
  private final Sentences sentences = Sentences.vietnamese();
  private final Sections texts = Sections.read("vi/limit");
  private final Template risen = texts.template("risen", GAPS);
  private final Template risenBack = texts.template("risen-back", GAPS);
  private final Template fallen = texts.template("fallen", GAPS);
  private final Template fallenBack = texts.template("fallen-back", GAPS);
  private final Template several = texts.template("several", Set.of("lines"));
  private final Template severalEnded = texts.template("several-ended", Set.of("lines"));
  private final Template severalBack = texts.template("several-back", Set.of("lines"));
  private final Template unwatched = texts.template("unwatched", Set.of("station"));
  private final Template unwatchedLine = texts.template("unwatched-line", Set.of("station"));
  private final Template line = texts.template("line", Set.of("station", "value", "limit"));

  public LimitText(Registry registry, LimitRules rules) {
    this.registry = registry;
    this.rules = rules;
  }

  /**
   * @param trend of the salinity at the station, where it is known
   * @return nothing when the station has left the configuration since, unless it tells of just that
   */
  public Optional<String> of(Limit limit, AlertChange change, Optional<Trend> trend) {
    if (isUnwatched(change)) {
      return Optional.of(unwatched.fill(Map.of("station", registry.nameOf(limit.station()))));
    }
    return registry
        .station(limit.station())
        .map(
            station ->
                template(limit, change)
                    .fill(
                        Map.of(
                            "station", station.name(),
                            "value", sentences.amount(change.value(), Quantity.SALINITY),
                            "limit", words(limit.breach()),
                            "safe", words(rules.safe(limit)),
                            "since", VietnameseTime.moment(change.at()),
                            "trend", sentences.trailing(trend),
                            "advice", sentences.advice(SalinityClass.of(change.value())))));
  }

  /**
   * Several of one citizen, all passed or all back.
   *
   * @return nothing when all their stations have left the configuration since
   */
  public Optional<String> of(List<LimitChange> changes) {
    List<String> lines = changes.stream().map(this::line).flatMap(Optional::stream).toList();
    Template whole = changes.stream().allMatch(LimitChange::isBack) ? end(changes) : several;
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(whole.fill(Map.of("lines", String.join("\n", lines))));
  }

  private static boolean isUnwatched(AlertChange change) {
    return change instanceof AlertChange.Cleared cleared && cleared.ending() == Ending.UNWATCHED;
  }

  private Optional<String> line(LimitChange one) {
    if (isUnwatched(one.change())) {
      return Optional.of(
          unwatchedLine.fill(Map.of("station", registry.nameOf(one.limit().station()))));
    }
    Level where = one.isBack() ? rules.safe(one.limit()) : one.limit().breach();
    return registry
        .station(one.limit().station())
        .map(
            station ->
                line.fill(
                    Map.of(
                        "station", station.name(),
                        "value", sentences.amount(one.change().value(), Quantity.SALINITY),
                        "limit", words(where))));
  }

  private Template end(List<LimitChange> changes) {
    return changes.stream().map(LimitChange::change).anyMatch(LimitText::isUnwatched)
        ? severalEnded
        : severalBack;
  }

  private String words(Level level) {
    return sentences.level(level, Quantity.SALINITY);
  }

  private Template template(Limit limit, AlertChange change) {
    boolean isBack = change instanceof AlertChange.Cleared;
    return switch (limit.side()) {
      case ABOVE -> isBack ? risenBack : risen;
      case BELOW -> isBack ? fallenBack : fallen;
    };
  }
}
