package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** The books as a test reads them: nothing vanished and nothing stands twice. */
final class Balance {
  private static final List<String> LOGGED =
      List.of("queued", "stored", "rejected", "ignored", "duplicate");

  private Balance() {}

  /** A metric by its name and labels. */
  interface Metric {
    double value(String name, String... labels);
  }

  static void isKeptBy(JsonObject books) {
    String summary = books.getString("summary");
    JsonObject messages = books.getJsonObject("messages");
    assertThat(messages.getLong("received"))
        .as(summary)
        .isEqualTo(messages.getLong("in_hand") + logged(messages));
    assertThat(books.getBoolean("balanced")).as(summary).isTrue();
    assertThat(lines(books, "sources"))
        .allSatisfy(source -> assertThat(source.getBoolean("balanced")).as(summary).isTrue());
    for (String heading : LOGGED) {
      assertThat(sum(books, "sources", heading)).as(heading).isEqualTo(messages.getLong(heading));
      assertThat(sum(books, "devices", heading)).as(heading).isEqualTo(messages.getLong(heading));
    }
    assertThat(lines(books, "devices"))
        .allSatisfy(
            device ->
                assertThat(LOGGED.stream().map(device::getLong)).allMatch(count -> count >= 0));
  }

  static void isKeptBy(JsonObject books, Metric metrics) {
    for (String heading : LOGGED) {
      assertThat(metrics.value("vam_books", "heading=\"" + heading + "\""))
          .as(heading)
          .isEqualTo(books.getJsonObject("messages").getLong(heading).doubleValue());
    }
  }

  private static long logged(JsonObject messages) {
    return LOGGED.stream().mapToLong(messages::getLong).sum();
  }

  private static long sum(JsonObject books, String lines, String heading) {
    return lines(books, lines).mapToLong(line -> line.getLong(heading)).sum();
  }

  private static Stream<JsonObject> lines(JsonObject books, String name) {
    return books.getJsonArray(name).stream().map(JsonObject.class::cast);
  }
}
