package vn.vam.sqlite.state;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import vn.vam.sqlite.RoomToChange;

/**
 * The state file: one connection, one transaction at a time, in the order in which they come, but
 * for those somebody outside waits for. Blocks: use it from platform threads.
 */
public final class StateDatabase implements AutoCloseable {
  /** What fails is logged, and what a statement was given is somebody's. */
  private static final Consumer<StatementExceptions> NAMING_NOBODY =
      failures -> failures.setMessageRendering(MessageRendering.NONE);

  private final Handle handle;
  private final long epoch;
  private final ReentrantLock turn = new ReentrantLock(true);

  /** Where all stand in line but the first of them, so that who comes ahead meets one at most. */
  private final ReentrantLock line = new ReentrantLock(true);

  private StateDatabase(Handle handle) {
    this.handle = handle;
    this.epoch = begin(handle);
  }

  /** Opens the file, making or upgrading its tables first. */
  public static StateDatabase open(Path file) {
    String url = "jdbc:sqlite:" + file;
    Flyway.configure()
        .dataSource(url, null, null)
        .loggers("slf4j")
        .locations("classpath:vn/vam/sqlite/state")
        .load()
        .migrate();
    Handle handle = Jdbi.create(url).configure(StatementExceptions.class, NAMING_NOBODY).open();
    handle.execute("PRAGMA journal_mode = WAL");
    handle.execute("PRAGMA synchronous = FULL");
    RoomToChange.takeFor(handle);
    handle.execute("PRAGMA foreign_keys = ON");
    handle.execute("PRAGMA secure_delete = ON");
    return new StateDatabase(handle);
  }

  private static long begin(Handle handle) {
    return handle
        .createQuery("UPDATE tenure SET epoch = epoch + 1 RETURNING epoch")
        .mapTo(Long.class)
        .one();
  }

  /** The fencing token of this opening; every later one has a higher. */
  long epoch() {
    return epoch;
  }

  /** All of it or nothing. */
  public <T> T inTransaction(Function<Handle, T> work) {
    line.lock();
    try {
      return aheadOfOthers(work);
    } finally {
      line.unlock();
    }
  }

  /**
   * All of it or nothing, behind two others at most, however many wait: for the little that the
   * messenger gives us a moment for. The work may ask for no further transaction.
   */
  <T> T aheadOfOthers(Function<Handle, T> work) {
    turn.lock();
    try {
      return handle.inTransaction(work::apply);
    } finally {
      turn.unlock();
    }
  }

  /** All of it or nothing. */
  public void useTransaction(Consumer<Handle> work) {
    inTransaction(
        transaction -> {
          work.accept(transaction);
          return true;
        });
  }

  @Override
  public void close() {
    turn.lock();
    try {
      handle.close();
    } finally {
      turn.unlock();
    }
  }
}
