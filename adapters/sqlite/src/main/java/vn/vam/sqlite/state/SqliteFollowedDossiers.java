package vn.vam.sqlite.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.DossierState;
import vn.vam.core.dossier.Followed;
import vn.vam.core.dossier.FollowedDossiers;
import vn.vam.core.dossier.Standing;
import vn.vam.core.notify.Draft;

/** Followed dossiers in the state file. */
public final class SqliteFollowedDossiers implements FollowedDossiers {
  private final StateDatabase database;

  public SqliteFollowedDossiers(StateDatabase database) {
    this.database = database;
  }

  @Override
  public int count() {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery("SELECT count(*) FROM followed_dossier")
                .mapTo(Integer.class)
                .one());
  }

  /** A clock that was set back holds nobody up. */
  @Override
  public Optional<Followed> next(Duration every, Instant now) {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery(
                    """
                    SELECT * FROM followed_dossier WHERE asked_at <= ? OR asked_at > ?
                    ORDER BY asked_at, number LIMIT 1""")
                .bind(0, now.minus(every).toEpochMilli())
                .bind(1, OutboxRows.setBack(now))
                .map((row, context) -> followed(row))
                .findOne());
  }

  @Override
  public void asked(Followed followed, Instant now) {
    database.useTransaction(
        transaction ->
            transaction.execute(
                "UPDATE followed_dossier SET asked_at = ? WHERE number = ?",
                now.toEpochMilli(),
                followed.number()));
  }

  @Override
  public void tell(Followed followed, Standing standing, Draft draft, Instant now) {
    database.useTransaction(
        transaction -> {
          int known =
              transaction
                  .createUpdate(
                      """
                      UPDATE followed_dossier SET state = :state, state_text = :text,
                      due_at = :due, late = :late, changes = changes + 1, asked_at = :now
                      WHERE number = :number AND changes = :changes""")
                  .bind("state", number(standing))
                  .bind("text", standing.stateText())
                  .bind("due", due(standing))
                  .bind("late", standing.late())
                  .bind("now", now.toEpochMilli())
                  .bind("number", followed.number())
                  .bind("changes", followed.changes())
                  .execute();
          if (known == 1) {
            replace(transaction, followed, draft, now);
          }
        });
  }

  @Override
  public void end(Followed followed, Draft draft, Instant now) {
    database.useTransaction(
        transaction -> {
          int gone =
              transaction.execute(
                  "DELETE FROM followed_dossier WHERE number = ?", followed.number());
          if (gone == 1) {
            replace(transaction, followed, draft, now);
          }
        });
  }

  private static void replace(Handle transaction, Followed followed, Draft draft, Instant now) {
    drop(transaction, followed, "superseded", now);
    OutboxRows.insert(transaction, draft, now);
  }

  /** What has not left yet. */
  private static void drop(Handle transaction, Followed followed, String reason, Instant now) {
    OutboxRows.drop(transaction, followed.citizen(), followed.messages(), reason, now);
  }

  static List<Followed> of(Handle transaction, String citizen) {
    return transaction
        .createQuery("SELECT * FROM followed_dossier WHERE citizen = ? ORDER BY number")
        .bind(0, citizen)
        .map((row, context) -> followed(row))
        .list();
  }

  static void follow(
      Handle transaction, String citizen, ProfileChange.FollowDossier follow, Instant now) {
    transaction
        .createUpdate(
            """
            INSERT INTO followed_dossier
              (citizen, code, state, state_text, due_at, late, consent, agreed_at, ends_at, asked_at)
            VALUES (:citizen, :code, :state, :text, :due, :late, :consent, :now, :until, :now)
            ON CONFLICT (citizen, code) DO NOTHING""")
        .bind("citizen", citizen)
        .bind("code", follow.code().value())
        .bind("state", number(follow.standing()))
        .bind("text", follow.standing().stateText())
        .bind("due", due(follow.standing()))
        .bind("late", follow.standing().late())
        .bind("consent", follow.consent())
        .bind("now", now.toEpochMilli())
        .bind("until", follow.until().toEpochMilli())
        .execute();
  }

  /**
   * @param code absent for all of them
   */
  static void stop(Handle transaction, String citizen, Optional<DossierCode> code, Instant now) {
    of(transaction, citizen).stream()
        .filter(followed -> code.isEmpty() || code.get().equals(followed.code()))
        .forEach(
            followed -> {
              drop(transaction, followed, "no longer wanted", now);
              transaction.execute(
                  "DELETE FROM followed_dossier WHERE number = ?", followed.number());
            });
  }

  private static @Nullable Integer number(Standing standing) {
    return standing.state().map(DossierState::number).orElse(null);
  }

  private static @Nullable Long due(Standing standing) {
    return standing.dueAt().map(Instant::toEpochMilli).orElse(null);
  }

  private static Followed followed(ResultSet row) throws SQLException {
    long due = row.getLong("due_at");
    Optional<Instant> dueAt =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(due));
    return new Followed(
        row.getLong("number"),
        row.getString("citizen"),
        new DossierCode(row.getString("code")),
        new Standing(
            DossierState.of(row.getInt("state")),
            row.getString("state_text"),
            dueAt,
            row.getBoolean("late")),
        row.getInt("changes"),
        Instant.ofEpochMilli(row.getLong("ends_at")));
  }
}
