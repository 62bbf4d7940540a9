package vn.vam.sqlite.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import vn.vam.core.live.RejectedMessage;
import vn.vam.core.log.MessageId;
import vn.vam.core.message.Envelope;
import vn.vam.core.message.RejectReason;
import vn.vam.core.station.DeviceId;

/** Messages the store refused; the log has them as accepted. Writes only what changed. */
final class RefusedTable {
  private final Handle handle;
  private Set<MessageId> saved = Set.of();

  RefusedTable(Handle handle) {
    this.handle = handle;
  }

  static void createIn(Handle handle) {
    handle.execute(
        """
        CREATE TABLE IF NOT EXISTS refused (
          batch INTEGER, position INTEGER, arrived_at INTEGER NOT NULL, source TEXT NOT NULL,
          topic TEXT NOT NULL, device TEXT NOT NULL, kept TEXT NOT NULL, detail TEXT NOT NULL,
          PRIMARY KEY (batch, position)) WITHOUT ROWID""");
  }

  List<RejectedMessage> load() {
    List<RejectedMessage> all =
        handle
            .createQuery("SELECT * FROM refused ORDER BY batch, position")
            .map(RefusedTable::read)
            .list();
    saved(all);
    return all;
  }

  private static RejectedMessage read(ResultSet row, StatementContext context) throws SQLException {
    return new RejectedMessage(
        new MessageId(row.getLong("batch"), row.getInt("position")),
        Instant.ofEpochMilli(row.getLong("arrived_at")),
        row.getString("source"),
        row.getString("topic"),
        Optional.of(row.getString("device")).filter(id -> !id.isEmpty()).map(DeviceId::new),
        Envelope.Kept.valueOf(row.getString("kept")),
        RejectReason.REFUSED_BY_STORE,
        Optional.empty(),
        row.getString("detail"));
  }

  /** Within the caller's transaction. */
  void write(List<RejectedMessage> refused) {
    Set<MessageId> gone = new HashSet<>(saved);
    for (RejectedMessage message : refused) {
      if (!gone.remove(message.id())) {
        insert(message);
      }
    }
    gone.forEach(
        id ->
            handle.execute(
                "DELETE FROM refused WHERE batch = ? AND position = ?", id.batch(), id.index()));
  }

  private void insert(RejectedMessage message) {
    handle.execute(
        "INSERT OR REPLACE INTO refused VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        message.id().batch(),
        message.id().index(),
        message.time().toEpochMilli(),
        message.source(),
        message.topic(),
        message.device().map(DeviceId::value).orElse(""),
        message.kept().name(),
        message.detail());
  }

  /** The transaction that wrote these is on disk. */
  void saved(List<RejectedMessage> refused) {
    saved = refused.stream().map(RejectedMessage::id).collect(Collectors.toUnmodifiableSet());
  }
}
