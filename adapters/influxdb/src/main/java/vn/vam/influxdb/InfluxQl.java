package vn.vam.influxdb;

import java.time.Duration;
import vn.vam.core.point.PointQuery;
import vn.vam.core.point.SeriesQuery;
import vn.vam.core.point.SummaryQuery;
import vn.vam.core.station.Station;

/** Questions in InfluxQL. Every name is quoted, whoever chose it. */
final class InfluxQl {
  /** True for every number and false for text and nothing, so that a limit counts samples alone. */
  private static final String IS_A_NUMBER = "(%1$s < 1 OR %1$s >= 1)";

  private InfluxQl() {}

  /** Columns: time, value, quality, device. */
  static String raw(SeriesQuery query) {
    return "SELECT %s, \"quality\", \"device\" FROM %s WHERE %s ORDER BY time LIMIT %d"
        .formatted(
            name(query.field()), measurement(query.station()), conditions(query), query.most());
  }

  /** Columns: time, mean. Windows are aligned to the epoch by InfluxQL itself. */
  static String means(SeriesQuery query, Duration every) {
    return "SELECT mean(%s) FROM %s WHERE %s GROUP BY time(%dms) fill(none) ORDER BY time LIMIT %d"
        .formatted(
            name(query.field()),
            measurement(query.station()),
            conditions(query),
            every.toMillis(),
            query.most());
  }

  /** Columns: time, then every field; tags by series. */
  static String points(PointQuery query) {
    return ("SELECT * FROM %s WHERE \"station\" = %s AND time >= %dms AND time < %dms"
            + " GROUP BY * ORDER BY time LIMIT %d")
        .formatted(
            measurement(query.station()),
            text(query.station().id().value()),
            query.from().toEpochMilli(),
            query.to().toEpochMilli(),
            query.most());
  }

  /** Columns: time, then {@code mean_FIELD}, {@code min_FIELD} … of every field; tags by series. */
  static String summaries(SummaryQuery query) {
    return ("SELECT mean(*), min(*), max(*), count(*) FROM %s WHERE \"station\" = %s"
            + " AND time >= %dms AND time < %dms GROUP BY time(%dms), * fill(none) ORDER BY time")
        .formatted(
            measurement(query.station()),
            text(query.station().id().value()),
            query.from().toEpochMilli(),
            query.to().toEpochMilli(),
            query.every().toMillis());
  }

  static String retentionPolicies(String database) {
    return "SHOW RETENTION POLICIES ON " + name(database);
  }

  /**
   * @param verb {@code CREATE} or {@code ALTER}
   * @param keep for ever where zero
   */
  static String retentionPolicy(String verb, String policy, String database, Duration keep) {
    return "%s RETENTION POLICY %s ON %s DURATION %ds%s%s"
        .formatted(
            verb,
            name(policy),
            name(database),
            keep.toSeconds(),
            verb.equals("CREATE") ? " REPLICATION 1" : "",
            Shards.toTell(keep)
                .map(shard -> " SHARD DURATION %ds".formatted(shard.toSeconds()))
                .orElse(""));
  }

  static String createDatabase(String database) {
    return "CREATE DATABASE " + name(database);
  }

  private static String conditions(SeriesQuery query) {
    return "\"station\" = %s AND time >= %dms AND time < %dms AND %s"
        .formatted(
            text(query.station().id().value()),
            query.from().toEpochMilli(),
            query.to().toEpochMilli(),
            IS_A_NUMBER.formatted(name(query.field())));
  }

  private static String measurement(Station station) {
    return name(station.kind().measurement());
  }

  static String name(String name) {
    return '"' + escaped(name, "\"") + '"';
  }

  static String text(String text) {
    return '\'' + escaped(text, "'") + '\'';
  }

  private static String escaped(String text, String quote) {
    return text.replace("\\", "\\\\").replace(quote, "\\" + quote).replace("\n", "\\n");
  }
}
