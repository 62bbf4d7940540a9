package vn.vam.sqlite.state;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.rule.RuleId;
import vn.vam.core.station.StationId;

/**
 * Whether what a message says is still to be told. Asked in the transaction that takes it up for a
 * send, the first or any later one, so that nothing is told after it stopped being true or wanted.
 */
final class StillToTell {
  /** So that nobody else waits long for the file while many are told of nothing. */
  private static final int MOST_AT_ONCE = 500;

  static final String SUPERSEDED = "superseded";
  static final String STOPPED = "stopped";

  /**
   * What is asked about.
   *
   * @param unwanted whether its citizen has said so since
   * @param stopped whether an operator has stopped the telling
   */
  private record Row(
      long id, String key, String citizen, int priority, boolean unwanted, boolean stopped) {}

  private StillToTell() {}

  /** The first message that is due and still says something; those before it end. */
  static Optional<OutboxMessage> first(
      Handle transaction, Supplier<Optional<OutboxMessage>> due, Instant now) {
    for (int i = 0; i < MOST_AT_ONCE; i++) {
      Optional<OutboxMessage> next = due.get();
      if (next.isEmpty() || isNext(transaction, next.get().id(), now)) {
        return next;
      }
    }
    return Optional.empty();
  }

  private static boolean isNext(Handle transaction, long message, Instant now) {
    return !rests(transaction, row(transaction, message)) && !ends(transaction, message, now);
  }

  /**
   * What tells of the same as one that rests, and was written after it, rests as long: an all-clear
   * never overtakes its alert.
   */
  private static boolean rests(Handle transaction, Row row) {
    Set<String> subjects = Heard.subjects(transaction, row.key());
    Optional<Long> until =
        transaction
            .createQuery(
                """
                SELECT key, due_at FROM outbox INDEXED BY outbox_of_citizen
                WHERE citizen = ? AND id < ? AND state = 'WAITING' AND resting = 1""")
            .bind(0, row.citizen())
            .bind(1, row.id())
            .map((found, context) -> Map.entry(found.getString("key"), found.getLong("due_at")))
            .stream()
            .filter(
                one -> !Collections.disjoint(Heard.subjects(transaction, one.getKey()), subjects))
            .map(Map.Entry::getValue)
            .findFirst();
    until.ifPresent(
        due ->
            transaction.execute(
                "UPDATE outbox SET resting = 1, due_at = ? WHERE id = ?", due, row.id()));
    return until.isPresent();
  }

  /**
   * A message that waits ends where it is not to be told any more: those behind it do not wait for
   * a try that would not come.
   *
   * @return whether it does
   */
  static boolean ends(Handle transaction, long message, Instant now) {
    Optional<String> reason =
        waits(transaction, message) ? whyNot(transaction, message) : Optional.empty();
    reason.ifPresent(why -> OutboxRows.end(transaction, message, why, now));
    return reason.isPresent();
  }

  /** Nothing for what is still to be told. An answer always is. */
  static Optional<String> whyNot(Handle transaction, long message) {
    Row row = row(transaction, message);
    if (row.priority() >= Draft.ANSWER) {
      return Optional.empty();
    }
    if (row.unwanted()) {
      return Optional.of(OutboxRows.UNWANTED);
    }
    if (row.stopped()) {
      return Optional.of(STOPPED);
    }
    if (isOver(transaction, row.key()) || isOvertaken(transaction, row)) {
      return Optional.of(SUPERSEDED);
    }
    return Heard.isEnd(transaction, row.key())
            && Heard.isUnheard(transaction, row.id(), row.key(), row.citizen())
        ? Optional.of("its alarm was not heard")
        : Optional.empty();
  }

  private static Row row(Handle transaction, long message) {
    return transaction
        .createQuery(
            """
            SELECT o.id, o.key, o.citizen, o.priority, o.unwanted, coalesce(f.stopped, 0) AS stopped
            FROM outbox o LEFT JOIN fanout f ON f.name = o.fanout WHERE o.id = ?""")
        .bind(0, message)
        .map(
            (row, context) ->
                new Row(
                    row.getLong("id"),
                    row.getString("key"),
                    row.getString("citizen"),
                    row.getInt("priority"),
                    row.getBoolean("unwanted"),
                    row.getBoolean("stopped")))
        .one();
  }

  /** An alarm of which nothing is left, though nobody has written of its end yet. */
  private static boolean isOver(Handle transaction, String key) {
    Set<String> subjects = Heard.subjects(transaction, key);
    return !Heard.tellsOfAnEnd(transaction, key)
        && subjects.stream().allMatch(subject -> isOverAlone(transaction, subject));
  }

  private static boolean isOverAlone(Handle transaction, String subject) {
    if (subject.startsWith(LimitRules.PREFIX)) {
      return isTrue(
          transaction,
          "SELECT raised_at IS NULL FROM citizen_limit WHERE number = ?",
          LimitRules.numberOf(new RuleId(subject)).orElse(0));
    }
    return AlertRows.number(subject)
        .map(
            number ->
                isTrue(transaction, "SELECT state = 'CLEARED' FROM alert WHERE number = ?", number))
        .orElse(false);
  }

  /** Whether all that a message tells of is at these stations. */
  static boolean isAbout(Handle transaction, String key, Collection<StationId> stations) {
    return Heard.subjects(transaction, key).stream()
        .allMatch(subject -> station(transaction, subject).filter(stations::contains).isPresent());
  }

  private static Optional<StationId> station(Handle transaction, String subject) {
    boolean own = subject.startsWith(LimitRules.PREFIX);
    long number =
        own
            ? LimitRules.numberOf(new RuleId(subject)).orElse(0)
            : AlertRows.number(subject).orElse(0L);
    return transaction
        .createQuery(
            "SELECT station FROM " + (own ? "citizen_limit" : "alert") + " WHERE number = ?")
        .bind(0, number)
        .mapTo(String.class)
        .findOne()
        .map(StationId::new);
  }

  static boolean waits(Handle transaction, long message) {
    return isTrue(transaction, "SELECT state = 'WAITING' FROM outbox WHERE id = ?", message);
  }

  private static boolean isTrue(Handle transaction, String question, long number) {
    return transaction
        .createQuery(question)
        .bind(0, number)
        .mapTo(Boolean.class)
        .findOne()
        .orElse(false);
  }

  /** Something that was written later tells the same citizen of the same, and perhaps of more. */
  private static boolean isOvertaken(Handle transaction, Row row) {
    Set<String> subjects = Heard.subjects(transaction, row.key());
    return later(transaction, row).stream()
        .anyMatch(key -> Heard.subjects(transaction, key).containsAll(subjects));
  }

  private static List<String> later(Handle transaction, Row row) {
    return transaction
        .createQuery(
            """
            SELECT key FROM outbox INDEXED BY outbox_of_citizen
            WHERE citizen = ? AND id > ? AND priority < ?""")
        .bind(0, row.citizen())
        .bind(1, row.id())
        .bind(2, Draft.ANSWER)
        .mapTo(String.class)
        .list();
  }
}
