package vn.vam.core.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.alert.Alert;
import vn.vam.core.citizen.AlertLine;
import vn.vam.core.notify.Button;
import vn.vam.core.notify.Draft;
import vn.vam.core.text.VietnameseTime;

/** The messages that call operators. Pure. */
public final class CallDrafts {
  /** Behind answers, before what citizens are told: there are few operators. */
  private static final int PRIORITY = Draft.ANSWER / 2;

  private static final Duration WORTH_SENDING = Duration.ofHours(12);

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
    return drafts(key, call.people(), words(waiting, now), phrases.buttons(alert), alert, now);
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

  /** The end is told to those who heard of the beginning. */
  public List<Draft> ofEnd(Alert alert, List<Operator> people, Instant now) {
    String words =
        phrases.say(Phrase.ENDED, Map.of("alert", alert.number(), "line", line.of(alert, now)));
    return drafts("ended/" + alert.number() + "/", people, words, List.of(), alert, now);
  }

  public List<Draft> ofGift(Alert alert, Operator operator, Instant now) {
    return drafts(
        "given/%s/%d/".formatted(alert.number(), now.toEpochMilli()),
        List.of(operator),
        phrases.say(Phrase.GIVEN_TO_YOU, gaps(alert, now)),
        List.of(phrases.listOpen()),
        alert,
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
      Alert alert,
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
                    PRIORITY + alert.severity().ordinal(),
                    Optional.of(now.plus(WORTH_SENDING))))
        .toList();
  }
}
