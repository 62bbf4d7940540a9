package vn.vam.influxdb;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a database's answer to some lines means. */
sealed interface Answer {
  record Kept() implements Answer {}

  /**
   * At least one of the lines will never be taken.
   *
   * @param dropped how many lines the server says it dropped; 0 when it does not say
   */
  record Poisoned(String reason, int dropped) implements Answer {}

  /** The server stumbles and names a line; a poison often looks so. */
  record Stumbled(String reason) implements Answer {}

  /** More than the server takes in one request. */
  record TooLarge() implements Answer {}

  /** The database does not exist (yet). */
  record NoDatabase(String reason) implements Answer {}

  /**
   * Nothing is certain.
   *
   * @param reason what is wrong and what to do
   */
  record Away(String reason) implements Answer {}

  Pattern DROPPED = Pattern.compile("dropped=(\\d{1,9})");
  Pattern NAMES_A_LINE =
      Pattern.compile("unable to parse|partial write|field type conflict|dropped=[1-9]|line \\d");
  Pattern NAMES_THE_TARGET =
      Pattern.compile(
          "(database|bucket|organization|org|orgid|precision|retention policy)\\b.*"
              + "\\b(required|not found|missing|invalid)");

  /**
   * @param reason the server's own words, empty where the body was not an InfluxDB's
   */
  static Answer of(int status, String reason) {
    return switch (status) {
      case 400, 422 -> badRequest(status, reason);
      case 401, 403 ->
          new Away(
              said(status, reason) + "check the user and password, or the token, and its rights");
      case 404 -> notFound(reason);
      case 413 -> new TooLarge();
      case 429 -> new Away(said(status, reason) + "it asks for fewer requests; we wait");
      default -> status >= 500 ? serverError(status, reason) : unexpected(status, reason);
    };
  }

  /**
   * A body that is no InfluxDB's, and words about the target instead of the points, must not cost a
   * single point: a wrong setting would discard everything.
   */
  private static Answer badRequest(int status, String reason) {
    boolean namesALine = NAMES_A_LINE.matcher(reason).find();
    if (reason.isEmpty() || (!namesALine && namesTheTarget(reason))) {
      return new Away(said(status, reason) + "check the url, the database or bucket and the org");
    }
    return new Poisoned(reason, dropped(reason));
  }

  private static boolean namesTheTarget(String reason) {
    return NAMES_THE_TARGET.matcher(reason.toLowerCase(Locale.ROOT)).find();
  }

  private static Answer notFound(String reason) {
    return reason.startsWith("database not found")
        ? new NoDatabase(reason)
        : new Away(
            said(404, reason) + "check the url and api, and that the database or bucket exists");
  }

  private static Answer serverError(int status, String reason) {
    return NAMES_A_LINE.matcher(reason).find()
        ? new Stumbled(reason)
        : new Away(said(status, reason) + "see the server's own log");
  }

  private static Answer unexpected(int status, String reason) {
    return new Away(said(status, reason) + "only 204 means written: is this an InfluxDB?");
  }

  private static int dropped(String reason) {
    Matcher dropped = DROPPED.matcher(reason);
    return dropped.find() ? Integer.parseInt(dropped.group(1)) : 0;
  }

  private static String said(int status, String reason) {
    return "it answered " + status + (reason.isEmpty() ? "" : " (" + reason + ")") + ": ";
  }
}
