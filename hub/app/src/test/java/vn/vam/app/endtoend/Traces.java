package vn.vam.app.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import vn.vam.testing.Http;

/**
 * Everything a hub could leave of a person, wherever one can look: topics of the broker, retained
 * ones too, log, metrics, pages, every series of the store with its tags, every file, and every
 * table of those that are databases. What a device itself says is not the hub's.
 */
final class Traces implements AutoCloseable {
  private static final List<String> PAGES =
      List.of(
          "/metrics",
          "/readyz",
          "/api/v1/alerts",
          "/api/v1/alerts.cap",
          "/api/v1/books",
          "/api/v1/deliveries",
          "/api/v1/operators",
          "/api/v1/parked",
          "/api/v1/rejected",
          "/api/v1/rules",
          "/api/v1/stations",
          "/api/v1/trace?station=ben-tre");
  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(UTF_8);
  private static final String END = "vam-test/end";

  private final Servers servers;
  private final Path folder;
  private final LoggedLines logged = LoggedLines.begin();
  private final Collection<String> heard = new ConcurrentLinkedQueue<>();
  private final Collection<String> said = new ArrayList<>();
  private final MqttClient ear;

  private Traces(Servers servers, Path folder) throws MqttException {
    this.servers = servers;
    this.folder = folder;
    ear = listenTo(heard, "ear");
  }

  /** Listens from now on. */
  static Traces of(Servers servers, Path folder) throws MqttException {
    return new Traces(servers, folder);
  }

  private MqttClient listenTo(Collection<String> messages, String name) throws MqttException {
    MqttClient client =
        new MqttClient("tcp://127.0.0.1:" + servers.broker.port(), name, new MemoryPersistence());
    client.setCallback(
        new Hearing((topic, payload) -> messages.add(topic + " " + new String(payload, UTF_8))));
    client.connect();
    client.subscribe("#", 1);
    return client;
  }

  /** A device says it. */
  void says(String topic, String message) {
    said.add(topic + " " + message);
    servers.field().publish(topic, message);
  }

  /** Neither before nor after it was erased, as far as others than the hub can read it. */
  void showNothingOf(List<String> personal) throws MqttException {
    assertThat(topics()).as("topics").isNotEmpty().noneMatch(of(personal));
    logHoldsNothingOf(personal);
    for (String page : PAGES) {
      assertThat(Http.get(servers.door().at(page)).body()).as(page).doesNotContain(personal);
    }
    assertThat(series()).as("series").contains("xuan-hoa", "salinity").doesNotContain(personal);
  }

  private void logHoldsNothingOf(List<String> personal) {
    assertThat(logged.all()).as("log").isNotEmpty().noneMatch(of(personal));
    assertThat(logged.traces()).as("traces in the log").noneMatch(of(personal));
  }

  private static Predicate<String> of(List<String> personal) {
    return text -> personal.stream().anyMatch(text::contains);
  }

  /** What was heard since the beginning, and what the broker tells whoever comes now. */
  private List<String> topics() throws MqttException {
    Collection<String> retained = new ConcurrentLinkedQueue<>();
    MqttClient late = listenTo(retained, "late");
    servers.field().publish(END, "");
    Awaitility.await().until(() -> retained.contains(END + " ") && heard.contains(END + " "));
    late.disconnect();
    late.close();
    List<String> all = new ArrayList<>(heard);
    said.forEach(all::remove);
    all.addAll(retained);
    return all;
  }

  /** Names, tags and fields of everything in every retention policy. */
  private String series() {
    StringBuilder all = new StringBuilder(queried("SHOW SERIES").encode());
    for (Object policy : rows(queried("SHOW RETENTION POLICIES"))) {
      String name = ((JsonArray) policy).getString(0);
      all.append(queried("SELECT * FROM \"" + name + "\"./.*/").encode());
    }
    return all.toString();
  }

  private static JsonArray rows(JsonObject answer) {
    return answer
        .getJsonArray("results")
        .getJsonObject(0)
        .getJsonArray("series")
        .getJsonObject(0)
        .getJsonArray("values");
  }

  private JsonObject queried(String influxQl) {
    String query = "/query?db=vam&q=" + URLEncoder.encode(influxQl, UTF_8);
    return new JsonObject(Http.get(URI.create(servers.influx.url() + query)).body());
  }

  /** Once the hub has ended: neither its files nor the broker's and the store's hold it. */
  void areGone(List<String> personal) throws IOException, SQLException {
    logHoldsNothingOf(personal);
    List<Path> databases = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        assertThat(new String(bytes, ISO_8859_1))
            .as("%s", folder.relativize(file))
            .doesNotContain(latin(personal));
        if (startsWith(bytes, SQLITE)) {
          databases.add(file);
        }
      }
    }
    assertThat(databases).as("databases").isNotEmpty();
    for (Path database : databases) {
      assertThat(rows(database)).as("rows of " + database).noneMatch(of(personal));
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  /** As a file's bytes look that is read a character each. */
  private static List<String> latin(List<String> texts) {
    return texts.stream().map(text -> new String(text.getBytes(UTF_8), ISO_8859_1)).toList();
  }

  private static List<String> rows(Path database) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      for (String table : tables(statement)) {
        try (ResultSet found = statement.executeQuery("select * from \"" + table + "\"")) {
          while (found.next()) {
            rows.add(row(found));
          }
        }
      }
    }
    return rows;
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found =
        statement.executeQuery("select name from sqlite_master where type = 'table'")) {
      while (found.next()) {
        tables.add(found.getString(1));
      }
    }
    return tables;
  }

  private static String row(ResultSet found) throws SQLException {
    StringBuilder row = new StringBuilder();
    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
      Object value = found.getObject(i);
      row.append(value instanceof byte[] bytes ? new String(bytes, UTF_8) : value).append(' ');
    }
    return row.toString();
  }

  @Override
  public void close() throws MqttException {
    logged.close();
    ear.disconnect();
    ear.close();
  }
}
