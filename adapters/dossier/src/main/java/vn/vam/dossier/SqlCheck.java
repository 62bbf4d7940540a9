package vn.vam.dossier;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tries a database before a hub relies on it: one query for a code that no office gives. */
final class SqlCheck {
  static final Duration LONGEST = Duration.ofSeconds(5);
  private static final String NOBODYS_CODE = "H00-000101-0000";

  private SqlCheck() {}

  /** Blocks for {@link #LONGEST} at most. */
  static List<OfficeConfig.Complaint> of(SqlConfig config) {
    CompletableFuture<List<OfficeConfig.Complaint>> tried = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("dossier-check")
        .start(
            () -> {
              try {
                tried.complete(tried(config));
              } catch (SQLException | RuntimeException failed) {
                tried.completeExceptionally(failed);
              }
            });
    try {
      return tried.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return List.of(database("found no answer within " + LONGEST.toSeconds() + " s"));
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      return List.of(complaint(SqlTrouble.of(cause == null ? failed : cause)));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static List<OfficeConfig.Complaint> tried(SqlConfig config) throws SQLException {
    try (HikariDataSource connections = Connections.of(config);
        Connection connection = connections.getConnection();
        PreparedStatement query = connection.prepareStatement(config.query())) {
      query.setMaxRows(1);
      query.setString(1, NOBODYS_CODE);
      try (ResultSet rows = query.executeQuery()) {
        Columns columns = Columns.of(rows.getMetaData());
        return Complaints.ofColumns(config, columns::has, columns.names(), false);
      }
    }
  }

  private static OfficeConfig.Complaint complaint(SqlTrouble trouble) {
    return switch (trouble.part()) {
      case QUERY ->
          new OfficeConfig.Complaint(
              "query",
              "expected a query that the database understands; " + trouble.reason(),
              "query: select * from ho_so where ma_ho_so = ?");
      case ACCOUNT ->
          new OfficeConfig.Complaint(
              "user", "expected a user that may read; " + trouble.reason(), "user: vam");
      case DATABASE -> database("found " + trouble.reason());
    };
  }

  private static OfficeConfig.Complaint database(String found) {
    return new OfficeConfig.Complaint(
        "url",
        "expected a database that can be read, " + found,
        "url: jdbc:postgresql://db:5432/motcua");
  }
}
