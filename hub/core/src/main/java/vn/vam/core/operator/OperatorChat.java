package vn.vam.core.operator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.vam.core.alert.Acted;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertState;
import vn.vam.core.alert.OperatorAction;
import vn.vam.core.alert.OperatorDesk;
import vn.vam.core.citizen.AlertLine;
import vn.vam.core.citizen.CitizenEvent;
import vn.vam.core.citizen.Reply;
import vn.vam.core.notify.Button;
import vn.vam.core.text.VietnameseTime;

/**
 * What operators do with alerts by writing in the chat. Whoever is none hears the same as everyone.
 * Blocks as long as the desk does; safe for several threads. What is done twice, since the hub
 * stopped in between, is done once.
 */
public final class OperatorChat {
  private static final int MOST_LINES = 20;
  private static final int MOST_REPEATED = 60;

  private final Operators operators;
  private final OperatorDesk desk;
  private final AlertLine line;
  private final Consumer<Alert> changed;
  private final Phrases phrases = new Phrases();

  /**
   * @param changed told of an alert after an operator has changed it
   */
  public OperatorChat(
      Operators operators, OperatorDesk desk, AlertLine line, Consumer<Alert> changed) {
    this.operators = operators;
    this.desk = desk;
    this.line = line;
    this.changed = changed;
  }

  /** Nothing where no operator speaks, or speaks of something else. */
  public Optional<Reply> answer(CitizenEvent event) {
    return event instanceof CitizenEvent.Said said
        ? operators
            .inChat(said.citizen())
            .flatMap(
                who ->
                    OperatorWords.understand(said.text(), said.at())
                        .map(command -> obey(command, who, said.at())))
        : Optional.empty();
  }

  private Reply obey(OperatorCommand command, Operator who, Instant at) {
    return switch (command) {
      case OperatorCommand.Take take ->
          act(take.number(), new OperatorAction.Acknowledge(), who, at, this::taken);
      case OperatorCommand.Snooze snooze ->
          act(snooze.number(), new OperatorAction.Snooze(snooze.until()), who, at, this::snoozed);
      case OperatorCommand.Shelve shelve ->
          act(
              shelve.number(),
              new OperatorAction.Shelve(shelve.until()),
              who,
              at,
              (alert, by, when) -> shelved(alert, shelve.until(), at));
      case OperatorCommand.Unshelve unshelve -> unshelve(unshelve.number(), who, at);
      case OperatorCommand.Assign assign -> assign(assign, who, at);
      case OperatorCommand.Comment comment -> comment(comment, who, at);
      case OperatorCommand.Close close -> close(close, who, at);
      case OperatorCommand.ListOpen list -> open(at);
      case OperatorCommand.Declined declined -> say(Phrase.DECLINED, declined.number());
      case OperatorCommand.UnclearTime time -> unclear(time);
      case OperatorCommand.Unclear unclear -> say(Phrase.UNCLEAR, unclear.number());
    };
  }

  /** Words for what was done. */
  private interface Told {
    String of(Alert alert, Operator who, Instant at);
  }

  private Reply act(String number, OperatorAction action, Operator who, Instant at, Told told) {
    return switch (desk.act(number, action, who.name(), at)) {
      case Acted.Done done -> {
        changed.accept(done.alert());
        yield reply(told.of(done.alert(), who, at));
      }
      case Acted.Over over -> say(Phrase.OVER, number);
      case Acted.Unknown unknown -> say(Phrase.UNKNOWN_ALERT, number);
    };
  }

  private String taken(Alert alert, Operator who, Instant at) {
    String assignee = alert.assignee().orElse(who.name());
    return assignee.equals(who.name())
        ? phrases.say(
            Phrase.TAKEN,
            Map.of("alert", alert.number(), "who", assignee, "line", line.of(alert, at)))
        : phrases.say(Phrase.TAKEN_BEFORE, Map.of("alert", alert.number(), "who", assignee));
  }

  private String snoozed(Alert alert, Operator who, Instant at) {
    return phrases.say(
        Phrase.SNOOZED,
        Map.of(
            "alert",
            alert.number(),
            "time",
            VietnameseTime.moment(alert.snoozedUntil().orElse(at), at)));
  }

  private String shelved(Alert alert, Instant until, Instant at) {
    return phrases.say(
        Phrase.SHELVED, Map.of("alert", alert.number(), "time", VietnameseTime.moment(until, at)));
  }

  private Reply unshelve(String number, Operator who, Instant at) {
    Optional<Alert> alert = desk.alert(number);
    if (alert.isEmpty()) {
      return say(Phrase.UNKNOWN_ALERT, number);
    }
    boolean ended = desk.unshelve(alert.get().rule(), alert.get().station(), who.name(), at);
    changed.accept(alert.get());
    return say(ended ? Phrase.UNSHELVED : Phrase.NOT_SHELVED, number);
  }

  private Reply assign(OperatorCommand.Assign assign, Operator who, Instant at) {
    Optional<Operator> to = operators.named(assign.to());
    if (to.isEmpty()) {
      return reply(
          phrases.say(
              Phrase.UNKNOWN_PERSON,
              Map.of("said", assign.to(), "names", String.join(", ", operators.names()))));
    }
    return act(
        assign.number(),
        new OperatorAction.Assign(to.get().name()),
        who,
        at,
        (alert, by, when) ->
            phrases.say(Phrase.GIVEN, Map.of("alert", alert.number(), "who", to.get().name())));
  }

  private Reply comment(OperatorCommand.Comment comment, Operator who, Instant at) {
    if (comment.text().isEmpty() || comment.text().length() > OperatorAction.LONGEST_COMMENT) {
      return say(Phrase.COMMENT_EMPTY, comment.number());
    }
    return act(
        comment.number(),
        new OperatorAction.Comment(comment.text()),
        who,
        at,
        (alert, by, when) -> phrases.say(Phrase.COMMENTED, "alert", alert.number()));
  }

  private Reply close(OperatorCommand.Close close, Operator who, Instant at) {
    if (close.reason().length() > OperatorAction.LONGEST_COMMENT) {
      return say(Phrase.COMMENT_EMPTY, close.number());
    }
    return act(
        close.number(),
        new OperatorAction.Close(close.reason()),
        who,
        at,
        (alert, by, when) -> phrases.say(Phrase.CLOSED, "alert", alert.number()));
  }

  private Reply unclear(OperatorCommand.UnclearTime time) {
    String said = time.said();
    return reply(
        phrases.say(
            Phrase.UNCLEAR_TIME,
            Map.of(
                "alert",
                time.number(),
                "verb",
                time.verb(),
                "said",
                said.substring(0, Math.min(said.length(), MOST_REPEATED)))));
  }

  private Reply open(Instant now) {
    List<Alert> open = desk.open().stream().sorted(AlertLines.GRAVEST_FIRST).toList();
    if (open.isEmpty()) {
      return reply(phrases.say(Phrase.OPEN_NONE, Map.of()));
    }
    List<Button> buttons =
        open.stream()
            .limit(MOST_LINES)
            .filter(alert -> alert.state() != AlertState.ACKNOWLEDGED)
            .findFirst()
            .map(phrases::buttons)
            .orElse(List.of());
    String lines = new AlertLines(phrases, line).of(open, MOST_LINES, now);
    String count = String.valueOf(open.size());
    return Reply.of(phrases.say(Phrase.OPEN, Map.of("count", count, "lines", lines)), buttons);
  }

  private Reply say(Phrase phrase, String number) {
    return reply(phrases.say(phrase, "alert", number));
  }

  private Reply reply(String text) {
    return Reply.of(text, List.of(phrases.listOpen()));
  }
}
