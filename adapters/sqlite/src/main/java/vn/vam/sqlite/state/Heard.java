package vn.vam.sqlite.state;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.OutboxMessage;

/**
 * What a citizen has heard of an alert, or of their own limit: who heard no alarm needs no
 * all-clear.
 */
final class Heard {
  /** So that nobody else waits long for the file while many are told of nothing. */
  private static final int MOST_AT_ONCE = 500;

  private static final String OWN = Pattern.quote(LimitRules.PREFIX) + "\\d+";
  private static final Pattern OF_ONE_OR_OWN =
      Pattern.compile("(A-\\d+|" + OWN + "(?:\\+" + OWN + ")*)/.*");
  private static final Pattern SUMMARY = Pattern.compile("S-(\\d+)/.*");
  private static final String END = "/cleared/";

  /** What somebody knows of one alert. */
  private enum Known {
    NEVER_TOLD,
    ALARM,
    NOTHING
  }

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

  /** The first message that is due and still says something; those before it end unsent. */
  static Optional<OutboxMessage> firstWorthSending(
      Handle transaction, Supplier<Optional<OutboxMessage>> due, Instant now) {
    for (int i = 0; i < MOST_AT_ONCE; i++) {
      Optional<OutboxMessage> next = due.get();
      Optional<String> needless = next.flatMap(message -> needless(transaction, message));
      if (needless.isEmpty()) {
        return next;
      }
      OutboxRows.finish(
          transaction, next.orElseThrow().id(), "UNDELIVERABLE", needless.get(), "", now);
    }
    return Optional.empty();
  }

  private static Optional<String> needless(Handle transaction, OutboxMessage message) {
    String key = message.draft().key();
    if (message.draft().priority() >= Draft.ANSWER) {
      return Optional.empty();
    }
    Optional<Long> summary = summary(key);
    if (summary.filter(number -> isOver(transaction, number)).isPresent()) {
      return Optional.of("superseded");
    }
    boolean end =
        key.contains(END) || summary.filter(one -> tellsEnds(transaction, one)).isPresent();
    return end && isUnheard(transaction, message)
        ? Optional.of("its alarm was not heard")
        : Optional.empty();
  }

  /** A summary of alarms alone, of which none is left. */
  private static boolean isOver(Handle transaction, long summary) {
    return none(
        transaction,
        summary,
        "change = 'CLEARED' OR alert NOT IN (SELECT number FROM alert WHERE state = 'CLEARED')");
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

  private static boolean isUnheard(Handle transaction, OutboxMessage message) {
    List<Known> known =
        subjects(transaction, message.draft().key()).stream()
            .map(subject -> known(transaction, message, subject))
            .toList();
    return known.contains(Known.NOTHING) && !known.contains(Known.ALARM);
  }

  /** What was sent and may have arrived counts as heard. */
  private static Known known(Handle transaction, OutboxMessage message, String subject) {
    List<Told> told =
        transaction
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
            .bind("citizen", message.draft().citizen())
            .bind("message", message.id())
            .bind("named", "+" + subject + "+")
            .map((row, context) -> new Told(row.getBoolean("is_end"), row.getBoolean("heard")))
            .list();
    if (told.isEmpty()) {
      return Known.NEVER_TOLD;
    }
    return told.stream().filter(Told::heard).findFirst().filter(last -> !last.end()).isPresent()
        ? Known.ALARM
        : Known.NOTHING;
  }

  private record Told(boolean end, boolean heard) {}
}
