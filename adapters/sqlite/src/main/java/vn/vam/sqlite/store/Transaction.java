package vn.vam.sqlite.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One transaction that takes the write lock at its beginning. Spoken in SQL: the driver's own mode
 * without auto-commit begins the next transaction as soon as one ends, and so holds the file for
 * ever.
 */
final class Transaction {
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  private Transaction() {}

  static <T> T of(Connection connection, Work<T> work) throws SQLException {
    execute(connection, "BEGIN IMMEDIATE");
    try {
      T result = work.run();
      execute(connection, "COMMIT");
      return result;
    } catch (SQLException | RuntimeException failed) {
      rollBack(connection, failed);
      throw failed;
    }
  }

  /** Some errors, such as a full disk, have rolled back already. */
  private static void rollBack(Connection connection, Exception failed) {
    try {
      execute(connection, "ROLLBACK");
    } catch (SQLException worse) {
      failed.addSuppressed(worse);
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
