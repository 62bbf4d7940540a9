package vn.vam.core.citizen;

import java.util.Locale;
import java.util.Set;

/** What the chat can say, each with the gaps it may have; the words are in {@link Sentences}. */
enum Sentence {
  WELCOME("example"),
  GREETING("example"),
  MENU("example"),
  UNKNOWN("example"),
  SENT_OTHER,
  ERASED,
  APOLOGY,
  EXAMPLE,
  SALINITY_NOW("station", "value", "time", "trend"),
  SALINITY_SUSPECT,
  SALINITY_STALE("station", "value", "time"),
  SALINITY_SILENT("station"),
  SALINITY_ALL("lines"),
  SALINITY_LINE("station", "value", "trend", "class"),
  SALINITY_LINE_STALE("station", "value", "time"),
  SALINITY_LINE_SILENT("station"),
  SALINITY_LINE_MORE("more"),
  SALINITY_NONE,
  WHICH_SALINITY,
  WHERE_SALINITY("stations"),
  WHICH_SUBSCRIBE("stations"),
  CONSENT("station"),
  SUBSCRIBED("consent", "levels"),
  LEVEL("limit"),
  LEVEL_HELD("limit", "span"),
  SUBSCRIBED_ALREADY("station"),
  NO_ALERTS_HERE("station"),
  NO_ALERTS,
  UNSUBSCRIBED("stations"),
  UNSUBSCRIBED_ALL,
  UNSUBSCRIBED_NONE,
  UNSUBSCRIBED_NOT_HERE("stations"),
  SUBSCRIPTIONS("stations"),
  SUBSCRIPTIONS_NONE,
  SUBSCRIPTIONS_OF("lines"),
  SUBSCRIPTION_LINE("station"),
  SUBSCRIPTIONS_QUIET("hours"),
  LIMIT_CONSENT("station", "limit"),
  LIMIT_SET("consent", "now", "safe"),
  LIMIT_CHANGED("consent", "now", "safe"),
  LIMIT_NOW("value"),
  LIMIT_NOW_BEYOND("value"),
  LIMIT_NOW_UNKNOWN,
  LIMIT_OUT_OF_RANGE("least", "greatest", "example"),
  LIMIT_FULL("most", "limits"),
  LIMIT_WHERE("stations"),
  LIMIT_HOW("example"),
  LIMIT_LINE("station", "limit"),
  QUIET_KEPT("from", "until"),
  QUIET_NEVER,
  QUIET_HOURS("from", "until"),
  DOSSIER_HOW_TO,
  DOSSIER_NOT_FOUND("code"),
  DOSSIER_UNAVAILABLE,
  DOSSIER_PHOTO_UNREAD,
  DOSSIER_PHOTO_UNAVAILABLE,
  DOSSIER_OVERDUE("days"),
  DOSSIER_OVERDUE_TODAY,
  DOSSIER_OTHER_STATE("state"),
  LABEL_CODE("code"),
  LABEL_PROCEDURE("procedure"),
  LABEL_OFFICE("office"),
  LABEL_RECEIVED("time"),
  LABEL_DUE("time"),
  LABEL_RETURNED("time"),
  BUTTON_SALINITY,
  BUTTON_DOSSIER,
  BUTTON_ALERTS,
  BUTTON_STATION("station"),
  BUTTON_SUBSCRIBE("station"),
  BUTTON_UNSUBSCRIBE("station"),
  BUTTON_LIMIT("station", "limit"),
  AND_TREND("trend"),
  ABOVE("value"),
  BELOW("value"),
  AT_LEAST("value"),
  AT_MOST("value"),
  OUTSIDE("low", "high"),
  INSIDE("low", "high"),
  MEAN("limit", "span"),
  HIGHEST("limit", "span"),
  LOWEST("limit", "span"),
  RISES("limit", "span"),
  FALLS("limit", "span"),
  TIMES("times", "limit", "span"),
  OFTEN("times"),
  SEEN("event", "limit", "span"),
  SILENT("span"),
  HEARD,
  SEVERAL("limit", "least", "parts"),
  MAY_REPEAT;

  private final Set<String> gaps;

  Sentence(String... gaps) {
    this.gaps = Set.of(gaps);
  }

  Set<String> gaps() {
    return gaps;
  }

  String section() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
