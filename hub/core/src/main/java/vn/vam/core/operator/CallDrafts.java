package vn.vam.core.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.alert.Alert;
import vn.vam.core.citizen.AlertLine;
import vn.vam.core.notify.Button;
import vn.vam.core.notify.Draft;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Ending;
import vn.vam.core.rule.Severity;
import vn.vam.core.text.VietnameseTime;

/** The messages that call operators. Pure. */
public final class CallDrafts {
  /** Behind answers, before what citizens are told: there are few operators. */
  private static final int PRIORITY = Draft.ANSWER / 2;

  private static final Duration WORTH_SENDING = Duration.ofHours(12);

  private static final int MOST_LINES = 15;

  private final AlertLine line;
  private final Phrases phrases = new Phrases();

  public CallDrafts(AlertLine line) {
    this.line = line;
  }

  /** To everyone who is called and can be reached in the chat. */
  public List<Draft> of(Call call, Instant now) {
    Waiting waiting = call.waiting();
    Alert alert = waiting.alert();
    String key =
        "call/%s/%d/%d/".formatted(alert.number(), waiting.since().toEpochMilli(), call.steps());
    return drafts(
        key, call.people(), words(waiting, now), phrases.buttons(alert), alert.severity(), now);
  }

  private String words(Waiting waiting, Instant now) {
    Alert alert = waiting.alert();
    Duration waited = Duration.ofMinutes(Duration.between(waiting.since(), now).toMinutes());
    return waiting.stepsTold() == 0 || waited.isZero()
        ? phrases.say(Phrase.CALLED, gaps(alert, now))
        : phrases.say(
            Phrase.CALLED_AGAIN,
            Map.of(
                "alert", alert.number(),
                "severity", phrases.severity(alert.severity()),
                "line", line.of(alert, now),
                "waited", VietnameseTime.span(waited)));
  }

  /** One message for each of the people, about those of the alerts that concern them. */
  public List<Draft> ofStorm(Storms.Summary summary, Instant now) {
    Map<Operator, List<Alert>> byPerson = new LinkedHashMap<>();
    for (Call call : summary.calls()) {
      for (Operator one : call.people()) {
        byPerson.computeIfAbsent(one, none -> new ArrayList<>()).add(call.waiting().alert());
      }
    }
    String key = "storm/%s/%d/".formatted(summary.along(), now.toEpochMilli());
    return byPerson.entrySet().stream()
        .flatMap(
            one ->
                drafts(
                    key,
                    List.of(one.getKey()),
                    stormWords(summary.along(), one.getValue(), now),
                    List.of(phrases.listOpen()),
                    gravest(one.getValue()).severity(),
                    now)
                    .stream())
        .toList();
  }

  private String stormWords(String along, List<Alert> alerts, Instant now) {
    List<Alert> sorted = alerts.stream().sorted(AlertLines.GRAVEST_FIRST).toList();
    String lines = new AlertLines(phrases, line).of(sorted, MOST_LINES, now);
    return phrases.say(
        Phrase.STORM,
        Map.of("along", along, "count", String.valueOf(alerts.size()), "lines", lines));
  }

  private static Alert gravest(List<Alert> alerts) {
    return Collections.max(alerts, Comparator.comparing(Alert::severity));
  }

  /** That a value which may be wrong would raise an alert, or several did again. */
  public List<Draft> ofDoubt(Suspected suspected, List<Operator> people, Instant now) {
    AlertChange.Doubted breach = suspected.breach();
    String key =
        "doubted/%s/%s/%d/".formatted(breach.rule(), breach.station(), breach.at().toEpochMilli());
    String severity = phrases.severity(breach.severity());
    String line = this.line.of(breach, now);
    String words =
        suspected.isAgain()
            ? phrases.say(
                Phrase.DOUBTED_AGAIN,
                Map.of(
                    "severity",
                    severity,
                    "line",
                    line,
                    "count",
                    String.valueOf(suspected.times()),
                    "wait",
                    VietnameseTime.span(suspected.patience())))
            : phrases.say(Phrase.DOUBTED, Map.of("severity", severity, "line", line));
    return drafts(key, people, words, List.of(), breach.severity(), now);
  }

  /** The end is told to those who heard of the beginning, but not to whoever made it. */
  public List<Draft> ofEnd(Told told, List<Operator> people, Instant now) {
    Alert alert = told.alert();
    String line = this.line.of(alert, now);
    String words =
        told.closedBy()
            .map(
                who ->
                    phrases.say(
                        Phrase.ENDED_BY_HAND,
                        Map.of("alert", alert.number(), "who", who, "line", line)))
            .orElseGet(
                () ->
                    phrases.say(
                        isUnwatched(alert) ? Phrase.ENDED_UNWATCHED : Phrase.ENDED,
                        Map.of("alert", alert.number(), "line", line)));
    List<Operator> others =
        people.stream()
            .filter(one -> told.closedBy().filter(one.name()::equals).isEmpty())
            .toList();
    return drafts("ended/" + alert.number() + "/", others, words, List.of(), alert.severity(), now);
  }

  private static boolean isUnwatched(Alert alert) {
    return alert.ending().equals(Optional.of(Ending.UNWATCHED));
  }

  /** Nothing where they know of it already. */
  public List<Draft> ofShift(Shifted shifted, List<Operator> people, Instant now) {
    if (shifted.isKnown()) {
      return List.of();
    }
    Alert alert = shifted.alert();
    Phrase phrase = shifted.isBetter() ? Phrase.SOME_BACK : Phrase.SILENT_AGAIN;
    return drafts(
        "still/%s/%d/".formatted(alert.number(), now.toEpochMilli()),
        people,
        phrases.say(phrase, Map.of("alert", alert.number(), "line", line.of(alert, now))),
        List.of(),
        alert.severity(),
        now);
  }

  public List<Draft> ofGift(Alert alert, Operator operator, Instant now) {
    return drafts(
        "given/%s/%d/".formatted(alert.number(), now.toEpochMilli()),
        List.of(operator),
        phrases.say(Phrase.GIVEN_TO_YOU, gaps(alert, now)),
        List.of(phrases.listOpen()),
        alert.severity(),
        now);
  }

  private Map<String, String> gaps(Alert alert, Instant now) {
    return Map.of(
        "alert", alert.number(),
        "severity", phrases.severity(alert.severity()),
        "line", line.of(alert, now));
  }

  private static List<Draft> drafts(
      String key,
      List<Operator> people,
      String words,
      List<Button> buttons,
      Severity severity,
      Instant now) {
    return people.stream()
        .map(Operator::citizen)
        .flatMap(Optional::stream)
        .map(
            citizen ->
                new Draft(
                    key + citizen,
                    citizen,
                    words,
                    buttons,
                    PRIORITY + severity.ordinal(),
                    Optional.of(now.plus(WORTH_SENDING))))
        .toList();
  }
}
