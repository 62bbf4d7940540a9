package vn.vam.influxdb;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.exceptions.InfluxException;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends lines, one request a call, and says what the answer means. */
final class LineWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LineWriter.class);

  /** Required by the client's API; the path of 1.x has neither. */
  private static final InfluxConfig.V2 UNUSED = new InfluxConfig.V2("-", "-", Optional.empty());

  private final InfluxConfig config;
  private final Queries queries;
  private final InfluxConfig.V2 target;
  private final InfluxDBClient client;
  private final WriteApiBlocking writes;

  LineWriter(InfluxConfig config, OkHttpClient shared, Queries queries) {
    this.config = config;
    this.queries = queries;
    this.target = config.api() instanceof InfluxConfig.V2 v2 ? v2 : UNUSED;
    this.client = InfluxDBClientFactory.create(options(shared)).enableGzip();
    this.writes = client.getWriteApiBlocking();
  }

  private InfluxDBClientOptions options(OkHttpClient shared) {
    InfluxDBClientOptions.Builder options =
        InfluxDBClientOptions.builder()
            .url(config.url().toString())
            .okHttpClient(Wire.clientForWrites(shared, config));
    target.token().ifPresent(token -> options.authenticateToken(token.reveal().toCharArray()));
    return options.build();
  }

  /** A missing database of 1.x is created once on the way. */
  Answer send(List<String> lines) {
    Answer answer = sendOnce(lines);
    if (answer instanceof Answer.NoDatabase && config.api() instanceof InfluxConfig.V1 v1) {
      return createDatabaseAndSend(v1, lines);
    }
    return answer;
  }

  private Answer createDatabaseAndSend(InfluxConfig.V1 v1, List<String> lines) {
    try {
      queries.createDatabase();
      LOG.info("The database was missing and has been created: database={}", v1.database());
    } catch (Queries.Failed failed) {
      return new Answer.Away(
          "there is no database %s and it cannot be created: %s"
              .formatted(v1.database(), failed.getMessage()));
    }
    return sendOnce(lines);
  }

  private Answer sendOnce(List<String> lines) {
    try {
      writes.writeRecords(target.bucket(), target.org(), WritePrecision.MS, lines);
      return new Answer.Kept();
    } catch (InfluxException failed) {
      return failed.getCause() instanceof NotWritten answered
          ? answered.answer()
          : new Answer.Away("it does not answer (" + Queries.cause(failed) + "): does it run?");
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
