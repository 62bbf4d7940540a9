package vn.vam.influxdb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import vn.vam.core.point.LineProtocol;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointLimits;
import vn.vam.core.point.PointQuery;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.Sample;
import vn.vam.core.point.SeriesQuery;
import vn.vam.core.point.Stored;
import vn.vam.core.point.Summary;
import vn.vam.core.point.SummaryQuery;

/**
 * Keeps points in an InfluxDB. Opens no connection before the first call, so the server may come up
 * later than the hub. Every call blocks for at most a few answer timeouts.
 */
public final class InfluxPointStore implements PointStore {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final InfluxConfig config;
  private final Duration pause;
  private final OkHttpClient http;
  private final Queries queries;
  private final RetentionSetting retention;
  private final LineWriter writer;

  public InfluxPointStore(InfluxConfig config) {
    this(config, PAUSE);
  }

  InfluxPointStore(InfluxConfig config, Duration pause) {
    this.config = config;
    this.pause = pause;
    this.http = Wire.client(config).build();
    this.queries = new Queries(config, http);
    this.retention = new RetentionSetting(config, queries);
    this.writer = new LineWriter(config, http, queries);
  }

  @Override
  public Stored write(List<Point> points) {
    if (points.size() > MOST_POINTS) {
      throw new IllegalArgumentException("at most 5,000 points, were " + points.size());
    }
    retention.tell();
    List<PoisonSearch.Line> lines = new ArrayList<>(points.size());
    List<Stored.Refusal> refused = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Optional<String> broken = PointLimits.brokenBy(points.get(i));
      if (broken.isPresent()) {
        refused.add(new Stored.Refusal(i, broken.get()));
      } else {
        lines.add(new PoisonSearch.Line(i, LineProtocol.of(points.get(i))));
      }
    }
    return named(new PoisonSearch(lines, refused, writer::send, pause).write());
  }

  private Stored named(Stored stored) {
    return switch (stored) {
      case Stored.Written written -> written;
      case Stored.Deferred deferred -> new Stored.Deferred(named(deferred.reason()));
    };
  }

  private String named(String what) {
    return "InfluxDB at " + config.url() + ": " + what;
  }

  @Override
  public List<Sample> read(SeriesQuery query) {
    return asking(() -> queries.read(query));
  }

  @Override
  public List<Point> points(PointQuery query) {
    return asking(() -> queries.points(query));
  }

  @Override
  public List<Summary> summaries(SummaryQuery query) {
    return asking(() -> queries.summaries(query));
  }

  private interface Question<T> {
    T ask() throws Queries.Failed;
  }

  private <T> T asking(Question<T> question) {
    try {
      return question.ask();
    } catch (Queries.Failed failed) {
      throw new StoreUnavailable(named(String.valueOf(failed.getMessage())), failed);
    }
  }

  @Override
  public void close() {
    writer.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
