package vn.vam.sqlite;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Room that a file whose rows change takes in advance. What readers have passed can only go from a
 * full disk once their places are kept, so keeping them must not need the room that is missing: the
 * file has free pages, and its write-ahead log, which is written from its beginning again after
 * every checkpoint, is already as long as it ever gets.
 */
public final class RoomToChange {
  private static final Logger log = LoggerFactory.getLogger(RoomToChange.class);
  private static final int BYTES = 1 << 20;

  /** Of 4 KB; well within what was taken, so that the last transaction before it fits as well. */
  private static final int PAGES_BETWEEN_CHECKPOINTS = 128;

  private RoomToChange() {}

  /**
   * @param handle on a file in WAL mode, outside a transaction
   */
  public static void takeFor(Handle handle) {
    handle.execute("PRAGMA wal_autocheckpoint = " + PAGES_BETWEEN_CHECKPOINTS);
    try {
      handle.execute("CREATE TABLE IF NOT EXISTS room_to_change (filler BLOB)");
      handle.execute("INSERT INTO room_to_change VALUES (zeroblob(?))", BYTES);
      handle.execute("DROP TABLE room_to_change");
      handle.execute("PRAGMA wal_checkpoint(RESTART)");
    } catch (JdbiException noRoom) {
      log.warn("no room could be taken in advance for a full disk", noRoom);
    }
  }
}
