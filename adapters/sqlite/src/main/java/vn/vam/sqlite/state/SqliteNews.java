package vn.vam.sqlite.state;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.news.Article;
import vn.vam.core.news.NewsDesk;
import vn.vam.core.news.NewsTopic;
import vn.vam.core.notify.Draft;

/** Who is sent news, and what they were sent, in the state file. */
public final class SqliteNews implements NewsDesk {
  /** No source lists an article for longer. */
  private static final int DAYS_KEPT = 60;

  private final StateDatabase database;

  public SqliteNews(StateDatabase database) {
    this.database = database;
  }

  @Override
  public List<String> audience(NewsTopic topic) {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery(
                    """
                    SELECT n.citizen FROM news_subscription n JOIN citizen c ON c.id = n.citizen
                    WHERE n.topic = ? AND c.following = 1 ORDER BY n.agreed_at""")
                .bind(0, topic.word())
                .mapTo(String.class)
                .list());
  }

  @Override
  public List<NewsTopic> topics(String citizen) {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery(
                    "SELECT topic FROM news_subscription WHERE citizen = ? ORDER BY agreed_at")
                .bind(0, citizen)
                .mapTo(String.class)
                .list()
                .stream()
                .map(NewsTopic::named)
                .flatMap(Optional::stream)
                .toList());
  }

  @Override
  public boolean isToldOn(NewsTopic topic, LocalDate day) {
    return database.inTransaction(
        transaction ->
            transaction
                    .createQuery("SELECT count(*) FROM news_told WHERE topic = ? AND day = ?")
                    .bind(0, topic.word())
                    .bind(1, day.toString())
                    .mapTo(Integer.class)
                    .one()
                > 0);
  }

  @Override
  public List<Article> untold(NewsTopic topic, List<Article> articles) {
    return database.inTransaction(
        transaction ->
            articles.stream().filter(article -> !isTold(transaction, topic, article)).toList());
  }

  private static boolean isTold(Handle transaction, NewsTopic topic, Article article) {
    return transaction
            .createQuery("SELECT count(*) FROM news_told WHERE topic = ? AND article = ?")
            .bind(0, topic.word())
            .bind(1, print(article))
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** Keys may be of any length. */
  private static String print(Article article) {
    return UUID.nameUUIDFromBytes(article.key().getBytes(StandardCharsets.UTF_8)).toString();
  }

  @Override
  public void tell(
      NewsTopic topic, LocalDate day, List<Article> articles, List<Draft> drafts, Instant now) {
    database.useTransaction(
        transaction -> {
          transaction.execute(
              "DELETE FROM news_told WHERE day < ?", day.minusDays(DAYS_KEPT).toString());
          articles.forEach(
              article ->
                  transaction.execute(
                      "INSERT OR REPLACE INTO news_told VALUES (?, ?, ?)",
                      topic.word(),
                      print(article),
                      day.toString()));
          drafts.forEach(draft -> OutboxRows.insert(transaction, draft, now));
        });
  }

  static void subscribe(
      Handle transaction, String citizen, ProfileChange.SubscribeNews to, Instant now) {
    transaction.execute(
        "INSERT OR REPLACE INTO news_subscription VALUES (?, ?, ?, ?)",
        citizen,
        to.topic().word(),
        to.consent(),
        now.toEpochMilli());
  }

  /**
   * @param topic absent for all of them
   */
  static void stop(Handle transaction, String citizen, Optional<NewsTopic> topic) {
    if (topic.isEmpty()) {
      transaction.execute("DELETE FROM news_subscription WHERE citizen = ?", citizen);
    } else {
      transaction.execute(
          "DELETE FROM news_subscription WHERE citizen = ? AND topic = ?",
          citizen,
          topic.get().word());
    }
  }
}
