package vn.vam.core.operator;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertState;
import vn.vam.core.citizen.AlertLine;

/** Several alerts as operators read them: a line each, and how many more there are. */
record AlertLines(Phrases phrases, AlertLine line) {
  static final Comparator<Alert> GRAVEST_FIRST = Comparator.comparing(Alert::severity).reversed();

  /**
   * @param alerts in that order, of which at most so many are told
   */
  String of(List<Alert> alerts, int most, Instant now) {
    String lines =
        alerts.stream().limit(most).map(alert -> of(alert, now)).collect(Collectors.joining("\n"));
    return alerts.size() > most
        ? lines + "\n" + phrases.say(Phrase.MORE, "count", String.valueOf(alerts.size() - most))
        : lines;
  }

  private String of(Alert alert, Instant now) {
    return phrases.say(
        Phrase.OPEN_LINE,
        Map.of(
            "alert", alert.number(),
            "severity", phrases.severity(alert.severity()),
            "who", who(alert),
            "line", line.of(alert, now)));
  }

  private String who(Alert alert) {
    return alert
        .assignee()
        .filter(by -> alert.state() == AlertState.ACKNOWLEDGED)
        .map(by -> phrases.say(Phrase.BY, "who", by))
        .orElse("");
  }
}
