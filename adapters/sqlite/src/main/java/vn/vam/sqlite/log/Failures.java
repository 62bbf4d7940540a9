package vn.vam.sqlite.log;

import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite means by its result codes; https://www.sqlite.org/rescode.html. */
final class Failures {
  private static final int PRIMARY = 0xff;

  private Failures() {}

  /** The file is not what was written into it, or ends before what was. */
  static boolean isDamage(SQLException failure) {
    return code(failure)
        .filter(
            code ->
                code == SQLiteErrorCode.SQLITE_IOERR_SHORT_READ
                    || isA(code, SQLiteErrorCode.SQLITE_CORRUPT)
                    || isA(code, SQLiteErrorCode.SQLITE_NOTADB))
        .isPresent();
  }

  /** More room on the disk may help. */
  static boolean isNoRoom(Exception failure) {
    return code(failure)
        .filter(
            code ->
                isA(code, SQLiteErrorCode.SQLITE_FULL)
                    || isA(code, SQLiteErrorCode.SQLITE_IOERR)
                    || isA(code, SQLiteErrorCode.SQLITE_CANTOPEN))
        .isPresent();
  }

  private static boolean isA(SQLiteErrorCode code, SQLiteErrorCode primary) {
    return (code.code & PRIMARY) == primary.code;
  }

  private static Optional<SQLiteErrorCode> code(Throwable failure) {
    return failure instanceof SQLiteException sqlite
        ? Optional.of(sqlite.getResultCode())
        : Optional.ofNullable(failure.getCause()).flatMap(Failures::code);
  }
}
