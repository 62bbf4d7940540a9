package vn.vam.core.operator;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.vam.core.alert.Alert;
import vn.vam.core.notify.Button;
import vn.vam.core.rule.Severity;
import vn.vam.core.text.Sections;
import vn.vam.core.text.Template;

/** The words of {@code vi/operators.txt}; complete or not at all. */
final class Phrases {
  private final Map<Phrase, Template> phrases = new EnumMap<>(Phrase.class);

  Phrases() {
    Sections sections = Sections.read("vi/operators");
    for (Phrase phrase : Phrase.values()) {
      phrases.put(phrase, sections.template(phrase.section(), phrase.gaps()));
    }
  }

  String say(Phrase phrase, Map<String, String> values) {
    return requireNonNull(phrases.get(phrase)).fill(values);
  }

  String say(Phrase phrase, String gap, String value) {
    return say(phrase, Map.of(gap, value));
  }

  String severity(Severity severity) {
    Phrase word =
        switch (severity) {
          case WATCH -> Phrase.SEVERITY_WATCH;
          case WARNING -> Phrase.SEVERITY_WARNING;
          case DANGER -> Phrase.SEVERITY_DANGER;
        };
    return say(word, Map.of());
  }

  /** To take it on, or put it off. */
  List<Button> buttons(Alert alert) {
    return List.of(
        new Button(say(Phrase.BUTTON_TAKE, "alert", alert.number()), "#nhan " + alert.number()),
        new Button(
            say(Phrase.BUTTON_SNOOZE, "alert", alert.number()), "#hoan " + alert.number() + " 1h"));
  }

  Button listOpen() {
    return new Button(say(Phrase.BUTTON_OPEN, Map.of()), "#viec");
  }
}
