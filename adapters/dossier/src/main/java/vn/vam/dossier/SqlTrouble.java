package vn.vam.dossier;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * Why a database could not be asked: by state alone, since messages of databases may quote the
 * code.
 */
record SqlTrouble(Part part, String reason) {
  /** What has to be mended. */
  enum Part {
    QUERY,
    ACCOUNT,
    DATABASE
  }

  /** SQLite's word for a statement it does not understand; other drivers give no such code. */
  private static final int SQLITE_ERROR = 1;

  static SqlTrouble of(Throwable problem) {
    Throwable cause =
        problem instanceof SQLTransientConnectionException && problem.getCause() != null
            ? problem.getCause()
            : problem;
    String state =
        cause instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
    if (state.startsWith("42") || isOfSqlite(cause, state)) {
      return new SqlTrouble(Part.QUERY, ("the query is wrong, SQL state " + state).strip());
    }
    return state.startsWith("28")
        ? new SqlTrouble(Part.ACCOUNT, "the database refuses user or password, SQL state " + state)
        : new SqlTrouble(
            Part.DATABASE,
            ("no answer, " + cause.getClass().getSimpleName() + " " + state).strip());
  }

  private static boolean isOfSqlite(Throwable cause, String state) {
    return state.isEmpty()
        && cause instanceof SQLException sql
        && sql.getErrorCode() == SQLITE_ERROR;
  }
}
