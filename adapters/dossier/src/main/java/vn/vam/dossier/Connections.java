package vn.vam.dossier;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** A pool of connections that only read; none is opened before one is needed. */
final class Connections {
  private static final long SHORTEST_WAIT_MS = 250;
  private static final Duration IDLE = Duration.ofMinutes(1);

  private Connections() {}

  static HikariDataSource of(SqlConfig config) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("dossiers");
    pool.setJdbcUrl(config.url());
    config.user().ifPresent(pool::setUsername);
    config.password().ifPresent(password -> pool.setPassword(password.reveal()));
    pool.setReadOnly(true);
    pool.setMaximumPoolSize(config.parallel());
    pool.setMinimumIdle(0);
    pool.setIdleTimeout(IDLE.toMillis());
    pool.setInitializationFailTimeout(-1);
    long wait = Math.max(SHORTEST_WAIT_MS, config.deadline().toMillis());
    pool.setConnectionTimeout(wait);
    pool.setValidationTimeout(wait);
    if (config.isPostgres()) {
      postgres(pool, config.deadline());
    } else {
      pool.addDataSourceProperty("open_mode", "1"); // SQLITE_OPEN_READONLY
    }
    return new HikariDataSource(pool);
  }

  /** The server gives up a query at the deadline, and we a server that is silent soon after. */
  private static void postgres(HikariConfig pool, Duration deadline) {
    String seconds = Long.toString(deadline.plusMillis(999).toSeconds() + 1);
    pool.addDataSourceProperty("ApplicationName", "vam");
    pool.addDataSourceProperty("readOnlyMode", "always");
    pool.addDataSourceProperty("connectTimeout", seconds);
    pool.addDataSourceProperty("socketTimeout", seconds);
    pool.addDataSourceProperty("cancelSignalTimeout", seconds);
    pool.addDataSourceProperty("maxResultBuffer", "1M");
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    pool.setConnectionInitSql("SET statement_timeout = " + deadline.toMillis());
  }
}
