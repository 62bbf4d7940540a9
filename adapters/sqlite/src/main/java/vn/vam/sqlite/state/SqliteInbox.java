package vn.vam.sqlite.state;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import vn.vam.core.citizen.CitizenEvent;
import vn.vam.core.citizen.Inbox;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.notify.Draft;
import vn.vam.core.station.Position;

/** The inbox in the state file. */
public final class SqliteInbox implements Inbox {
  /** Between addresses and what is written below the photos. */
  private static final String CAPTION = "\n\n";

  private static final Duration KEYS_KEPT = Duration.ofHours(48);

  private final StateDatabase database;

  public SqliteInbox(StateDatabase database) {
    this.database = database;
  }

  @Override
  public boolean accept(String key, CitizenEvent event, Instant now) {
    return database.aheadOfOthers(
        transaction -> {
          forgetOldKeys(transaction, now);
          return transaction.execute(
                  """
                  INSERT INTO inbox (key, received_at, citizen, kind, body, at)
                  VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING\
                  """,
                  print(key),
                  now.toEpochMilli(),
                  event.citizen(),
                  Kind.of(event).name(),
                  body(event),
                  event.at().toEpochMilli())
              == 1;
        });
  }

  /** A key may name the citizen: what is kept for days tells nobody. */
  private static String print(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }

  /** Looks at the oldest alone: the table may hold two days of a whole province. */
  private static void forgetOldKeys(Handle transaction, Instant now) {
    transaction.execute(
        """
        DELETE FROM inbox WHERE answered = 1 AND received_at < ?
        AND id IN (SELECT id FROM inbox ORDER BY id LIMIT 100)\
        """,
        now.minus(KEYS_KEPT).toEpochMilli());
  }

  @Override
  public List<Waiting> waiting(int most) {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery(
                    """
                    SELECT * FROM inbox WHERE id IN
                      (SELECT min(id) FROM inbox WHERE answered = 0 GROUP BY citizen)
                    ORDER BY id LIMIT ?\
                    """)
                .bind(0, most)
                .map((row, context) -> new Waiting(row.getLong("id"), event(row)))
                .list());
  }

  @Override
  public void answer(
      Waiting waiting, List<Draft> answers, List<ProfileChange> changes, Instant now) {
    database.useTransaction(
        transaction -> {
          if (isDone(transaction, waiting)) {
            changes.forEach(
                change ->
                    SqliteCitizens.apply(transaction, waiting.event().citizen(), change, now));
            answers.forEach(draft -> OutboxRows.insert(transaction, draft, now));
            SqliteReach.forgetStranger(transaction, waiting.event().citizen());
          }
        });
  }

  /** False where it was done before. */
  private static boolean isDone(Handle transaction, Waiting waiting) {
    return transaction.execute(
            """
            UPDATE inbox SET answered = 1, citizen = NULL, body = NULL
            WHERE id = ? AND answered = 0\
            """,
            waiting.id())
        == 1;
  }

  private enum Kind {
    FOLLOWED,
    UNFOLLOWED,
    SAID,
    SENT_PHOTOS,
    SENT_FILES,
    SENT_OTHER,
    SENT_PLACE,
    GAVE_NUMBER,
    OPENED_CHAT,
    WITHDREW;

    static Kind of(CitizenEvent event) {
      return switch (event) {
        case CitizenEvent.Followed followed -> FOLLOWED;
        case CitizenEvent.Unfollowed unfollowed -> UNFOLLOWED;
        case CitizenEvent.Said said -> SAID;
        case CitizenEvent.SentPhotos sent -> SENT_PHOTOS;
        case CitizenEvent.SentFiles sent -> SENT_FILES;
        case CitizenEvent.SentOther sent -> SENT_OTHER;
        case CitizenEvent.SentPlace sent -> SENT_PLACE;
        case CitizenEvent.GaveNumber gave -> GAVE_NUMBER;
        case CitizenEvent.OpenedChat opened -> OPENED_CHAT;
        case CitizenEvent.Withdrew withdrew -> WITHDREW;
      };
    }
  }

  private static String body(CitizenEvent event) {
    return switch (event) {
      case CitizenEvent.Said said -> said.text();
      case CitizenEvent.SentPhotos sent -> captioned(lines(sent.photos()), sent.caption());
      case CitizenEvent.SentFiles sent -> lines(sent.files());
      case CitizenEvent.SentOther sent -> sent.kind();
      case CitizenEvent.SentPlace sent -> sent.place().lat() + " " + sent.place().lon();
      case CitizenEvent.GaveNumber gave -> gave.number();
      case CitizenEvent.Followed followed -> "";
      case CitizenEvent.Unfollowed unfollowed -> "";
      case CitizenEvent.OpenedChat opened -> "";
      case CitizenEvent.Withdrew withdrew -> "";
    };
  }

  private static String lines(List<URI> addresses) {
    return addresses.stream().map(URI::toString).collect(Collectors.joining("\n"));
  }

  /** No address has an empty line in it; what was written before captions were kept has none. */
  private static String captioned(String lines, String caption) {
    return caption.isEmpty() ? lines : lines + CAPTION + caption;
  }

  private static CitizenEvent photos(String citizen, String body, Instant at) {
    int end = body.indexOf(CAPTION);
    return end < 0
        ? new CitizenEvent.SentPhotos(citizen, addresses(body), at)
        : new CitizenEvent.SentPhotos(
            citizen, addresses(body.substring(0, end)), body.substring(end + CAPTION.length()), at);
  }

  private static List<URI> addresses(String lines) {
    return lines.lines().map(URI::create).toList();
  }

  private static Position place(String body) {
    String[] degrees = body.split(" ", 2);
    return new Position(Double.parseDouble(degrees[0]), Double.parseDouble(degrees[1]));
  }

  private static CitizenEvent event(ResultSet row) throws SQLException {
    String citizen = row.getString("citizen");
    Instant at = Instant.ofEpochMilli(row.getLong("at"));
    String body = row.getString("body");
    return switch (Kind.valueOf(row.getString("kind"))) {
      case FOLLOWED -> new CitizenEvent.Followed(citizen, at);
      case UNFOLLOWED -> new CitizenEvent.Unfollowed(citizen, at);
      case SAID -> new CitizenEvent.Said(citizen, body, at);
      case SENT_PHOTOS -> photos(citizen, body, at);
      case SENT_FILES -> new CitizenEvent.SentFiles(citizen, addresses(body), at);
      case SENT_OTHER -> new CitizenEvent.SentOther(citizen, body, at);
      case SENT_PLACE -> new CitizenEvent.SentPlace(citizen, place(body), at);
      case GAVE_NUMBER -> new CitizenEvent.GaveNumber(citizen, body, at);
      case OPENED_CHAT -> new CitizenEvent.OpenedChat(citizen, at);
      case WITHDREW -> new CitizenEvent.Withdrew(citizen, at);
    };
  }
}
