package vn.vam.sqlite.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.vam.core.citizen.Citizens;
import vn.vam.core.citizen.Consent;
import vn.vam.core.citizen.Profile;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.station.StationId;

/** Citizens, their consent and their subscriptions in the state file. */
public final class SqliteCitizens implements Citizens {
  private final StateDatabase database;

  public SqliteCitizens(StateDatabase database) {
    this.database = database;
  }

  @Override
  public List<String> audience(StationId station) {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery(
                    """
                    SELECT s.citizen FROM subscription s JOIN citizen c ON c.id = s.citizen
                    WHERE s.station = ? AND c.following = 1 ORDER BY s.agreed_at""")
                .bind(0, station.value())
                .mapTo(String.class)
                .list());
  }

  @Override
  public List<StationId> subscriptions(String citizen) {
    return database.inTransaction(transaction -> subscriptions(transaction, citizen));
  }

  private static List<StationId> subscriptions(Handle transaction, String citizen) {
    return transaction
        .createQuery("SELECT station FROM subscription WHERE citizen = ? ORDER BY agreed_at")
        .bind(0, citizen)
        .map((row, context) -> new StationId(row.getString("station")))
        .list();
  }

  @Override
  public Profile profile(String citizen, Instant now) {
    return database.inTransaction(
        transaction ->
            new Profile(
                subscriptions(transaction, citizen),
                SqliteLimits.of(transaction, citizen),
                SqliteFollowedDossiers.of(transaction, citizen),
                QuietHours.of(transaction, citizen),
                OpenQuestions.of(transaction, citizen, now),
                consents(transaction, citizen),
                PhoneNumbers.of(transaction, citizen),
                StoppedRows.of(transaction, citizen, now)));
  }

  private static List<Consent> consents(Handle transaction, String citizen) {
    return transaction
        .createQuery(
            """
            SELECT consent, agreed_at FROM subscription WHERE citizen = :citizen
            UNION ALL SELECT consent, agreed_at FROM citizen_limit WHERE citizen = :citizen
            UNION ALL SELECT consent, agreed_at FROM news_subscription WHERE citizen = :citizen
            UNION ALL SELECT consent, agreed_at FROM followed_dossier WHERE citizen = :citizen
            UNION ALL SELECT consent, at FROM number_offer
              WHERE citizen = :citizen AND consent IS NOT NULL
            UNION ALL SELECT 'Số điện thoại …' || substr(number, -3), agreed_at
              FROM phone WHERE citizen = :citizen
            ORDER BY agreed_at""")
        .bind("citizen", citizen)
        .map(
            (row, context) ->
                new Consent(
                    row.getString("consent"), Instant.ofEpochMilli(row.getLong("agreed_at"))))
        .list();
  }

  static void apply(Handle transaction, String citizen, ProfileChange change, Instant now) {
    long at = now.toEpochMilli();
    switch (change) {
      case ProfileChange.Follow follow -> follow(transaction, citizen, at);
      case ProfileChange.Subscribe subscribe -> {
        follow(transaction, citizen, at);
        transaction.execute(
            "INSERT OR REPLACE INTO subscription VALUES (?, ?, ?, ?)",
            citizen,
            subscribe.station().value(),
            subscribe.consent(),
            at);
        Newcomers.tell(transaction, citizen, subscribe.station());
      }
      case ProfileChange.Unsubscribe unsubscribe -> {
        StoppedRows.keep(transaction, citizen, unsubscribe, now);
        OutboxRows.stop(transaction, citizen, unsubscribe.station(), now);
        SqliteLimits.remove(transaction, citizen, unsubscribe.station());
        transaction.execute(
            "DELETE FROM subscription WHERE citizen = ? AND station = ?",
            citizen,
            unsubscribe.station().value());
      }
      case ProfileChange.UnsubscribeAll all -> {
        StoppedRows.keep(transaction, citizen, all, now);
        SqliteLimits.removeAll(transaction, citizen);
        SqliteNews.stop(transaction, citizen, Optional.empty());
        PhoneNumbers.drop(transaction, citizen);
        SqliteFollowedDossiers.stop(transaction, citizen, Optional.empty(), now);
        OutboxRows.stop(transaction, citizen, now);
        transaction.execute("DELETE FROM subscription WHERE citizen = ?", citizen);
      }
      case ProfileChange.SetLimit set -> {
        follow(transaction, citizen, at);
        SqliteLimits.set(transaction, citizen, set.limit(), set.consent(), now);
      }
      case ProfileChange.KeepQuiet keep -> QuietHours.keep(transaction, citizen, keep.quiet(), now);
      case ProfileChange.OfferNumber offer -> PhoneNumbers.offer(transaction, citizen, now);
      case ProfileChange.AgreeNumber agree ->
          PhoneNumbers.agree(transaction, citizen, Optional.of(agree.consent()), now);
      case ProfileChange.KeepNumber keep ->
          PhoneNumbers.keep(transaction, citizen, keep.number(), now);
      case ProfileChange.ForgetNumber forget -> {
        StoppedRows.forgetNumber(transaction, citizen);
        PhoneNumbers.drop(transaction, citizen);
      }
      case ProfileChange.Ask ask -> OpenQuestions.ask(transaction, citizen, ask.question(), now);
      case ProfileChange.AskNothing nothing -> OpenQuestions.forget(transaction, citizen);
      case ProfileChange.SubscribeNews subscribe -> {
        follow(transaction, citizen, at);
        SqliteNews.subscribe(transaction, citizen, subscribe, now);
      }
      case ProfileChange.StopNews stop -> {
        StoppedRows.keep(transaction, citizen, stop, now);
        SqliteNews.stop(transaction, citizen, stop.topic());
      }
      case ProfileChange.FollowDossier dossier -> {
        follow(transaction, citizen, at);
        SqliteFollowedDossiers.follow(transaction, citizen, dossier, now);
      }
      case ProfileChange.StopDossiers stop -> {
        StoppedRows.keep(transaction, citizen, stop, now);
        SqliteFollowedDossiers.stop(transaction, citizen, stop.code(), now);
      }
      case ProfileChange.TakeBack back -> StoppedRows.takeBack(transaction, citizen, now);
      case ProfileChange.Erase erase -> erase(transaction, citizen, now);
    }
  }

  private static void follow(Handle transaction, String citizen, long at) {
    transaction.execute(
        "INSERT OR REPLACE INTO citizen (id, following, changed_at) VALUES (?, 1, ?)", citizen, at);
  }

  private static void erase(Handle transaction, String citizen, Instant now) {
    transaction.execute("DELETE FROM subscription WHERE citizen = ?", citizen);
    SqliteLimits.removeAll(transaction, citizen);
    QuietHours.forget(transaction, citizen);
    StoppedRows.forget(transaction, citizen);
    OpenQuestions.forget(transaction, citizen);
    SqliteNews.stop(transaction, citizen, Optional.empty());
    SqliteFollowedDossiers.stop(transaction, citizen, Optional.empty(), now);
    transaction.execute("DELETE FROM notice WHERE citizen = ?", citizen);
    transaction.execute("DELETE FROM citizen WHERE id = ?", citizen);
    OutboxRows.erase(transaction, citizen, now);
  }
}
