package vn.vam.sqlite.state;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import vn.vam.core.limit.LimitRules;

/**
 * What a citizen has heard of an alert, or of their own limit: who heard no alarm needs no
 * all-clear.
 */
final class Heard {
  private static final String OWN = Pattern.quote(LimitRules.PREFIX) + "\\d+";
  private static final Pattern OF_ONE_OR_OWN =
      Pattern.compile("(A-\\d+|" + OWN + "(?:\\+" + OWN + ")*)/.*");
  private static final Pattern SUMMARY = Pattern.compile("S-(\\d+)/.*");
  private static final String END = "/cleared/";

  private Heard() {}

  /** The alerts, or the limits, that a message is about; itself alone where it is about none. */
  static Set<String> subjects(Handle transaction, String key) {
    Matcher named = OF_ONE_OR_OWN.matcher(key);
    if (named.matches()) {
      return Set.of(named.group(1).split("\\+"));
    }
    Set<String> alerts = new HashSet<>();
    summary(key).ifPresent(summary -> alerts.addAll(alertsOf(transaction, summary)));
    return alerts.isEmpty() ? Set.of(key) : alerts;
  }

  private static Optional<Long> summary(String key) {
    Matcher summary = SUMMARY.matcher(key);
    return summary.matches() ? Optional.of(Long.parseLong(summary.group(1))) : Optional.empty();
  }

  private static List<String> alertsOf(Handle transaction, long summary) {
    return transaction
        .createQuery("SELECT alert FROM summary_change WHERE summary = ?")
        .bind(0, summary)
        .mapTo(Long.class)
        .map(AlertRows::written)
        .list();
  }

  /** Whether it tells of the end of something. */
  static boolean tellsOfAnEnd(Handle transaction, String key) {
    return key.contains(END)
        || summary(key).filter(one -> !none(transaction, one, "change = 'CLEARED'")).isPresent();
  }

  /** Whether it tells of ends and of nothing else. */
  static boolean isEnd(Handle transaction, String key) {
    return key.contains(END) || summary(key).filter(one -> tellsEnds(transaction, one)).isPresent();
  }

  private static boolean tellsEnds(Handle transaction, long summary) {
    return none(transaction, summary, "change <> 'CLEARED'");
  }

  private static boolean none(Handle transaction, long summary, String which) {
    return transaction
        .createQuery(
            "SELECT count(*) > 0 AND count(*) FILTER (WHERE "
                + which
                + ") = 0"
                + " FROM summary_change WHERE summary = ?")
        .bind(0, summary)
        .mapTo(Boolean.class)
        .one();
  }

  /** Whether its citizen was told of no alarm that it could be the end of. */
  static boolean isUnheard(Handle transaction, long message, String key, String citizen) {
    return subjects(transaction, key).stream()
        .noneMatch(subject -> isAlarmed(transaction, message, citizen, subject));
  }

  /** Whether somebody takes this for an alarm that is not over. */
  static boolean isAlarmed(Handle transaction, String citizen, String subject) {
    return isAlarmed(transaction, Long.MAX_VALUE, citizen, subject);
  }

  /** What was sent and may have arrived counts as heard. */
  private static boolean isAlarmed(
      Handle transaction, long message, String citizen, String subject) {
    return transaction
        .createQuery(
            """
                SELECT coalesce(s.change = 'CLEARED', instr(o.key, :end) > 0) AS is_end,
                  o.state IN ('SENDING', 'DELIVERED', 'IN_DOUBT', 'UNCLEAR') OR o.way IS NOT NULL
                    OR o.doubted_at IS NOT NULL AS heard
                FROM outbox o LEFT JOIN summary_change s
                  ON s.alert = :alert AND o.key = 'S-' || s.summary || '/storm/' || :citizen
                WHERE o.citizen = :citizen AND o.id < :message
                  AND (s.summary IS NOT NULL
                    OR instr('+' || replace(substr(o.key, 1, instr(o.key, '/')), '/', '+'), :named) > 0)
                ORDER BY o.id DESC""")
        .bind("end", END)
        .bind("alert", AlertRows.number(subject).orElse(0L))
        .bind("citizen", citizen)
        .bind("message", message)
        .bind("named", "+" + subject + "+")
        .map((row, context) -> new Told(row.getBoolean("is_end"), row.getBoolean("heard")))
        .stream()
        .filter(Told::heard)
        .findFirst()
        .filter(last -> !last.end())
        .isPresent();
  }

  private record Told(boolean end, boolean heard) {}
}
