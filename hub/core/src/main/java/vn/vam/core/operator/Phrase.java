package vn.vam.core.operator;

import java.util.Locale;
import java.util.Set;

/** What operators read in the chat, each with the gaps it may have. */
enum Phrase {
  CALLED("alert", "severity", "line"),
  CALLED_AGAIN("alert", "severity", "line", "waited"),
  TAKEN("alert", "who", "line"),
  TAKEN_BEFORE("alert", "who"),
  GIVEN("alert", "who"),
  GIVEN_TO_YOU("alert", "severity", "line"),
  SNOOZED("alert", "time"),
  COMMENTED("alert"),
  COMMENT_EMPTY("alert"),
  OVER("alert"),
  ENDED("alert", "line"),
  ENDED_BY_HAND("alert", "who", "line"),
  ENDED_UNWATCHED("alert", "line"),
  SOME_BACK("alert", "line"),
  SILENT_AGAIN("alert", "line"),
  UNKNOWN_ALERT("alert"),
  UNKNOWN_PERSON("said", "names"),
  UNCLEAR("alert"),
  UNCLEAR_TIME("alert", "verb", "said"),
  DECLINED("alert"),
  CLOSED("alert"),
  OPEN("count", "lines"),
  OPEN_LINE("alert", "severity", "line", "who"),
  OPEN_NONE,
  BY("who"),
  SEVERITY_WATCH,
  SEVERITY_WARNING,
  SEVERITY_DANGER,
  BUTTON_TAKE("alert"),
  BUTTON_SNOOZE("alert"),
  BUTTON_OPEN,
  DOUBTED("severity", "line"),
  DOUBTED_AGAIN("severity", "line", "count", "wait"),
  STORM("along", "count", "lines"),
  MORE("count"),
  SHELVED("alert", "time"),
  UNSHELVED("alert"),
  NOT_SHELVED("alert");

  private final Set<String> gaps;

  Phrase(String... gaps) {
    this.gaps = Set.of(gaps);
  }

  Set<String> gaps() {
    return gaps;
  }

  String section() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
