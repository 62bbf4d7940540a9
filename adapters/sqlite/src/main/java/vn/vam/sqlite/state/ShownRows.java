package vn.vam.sqlite.state;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import vn.vam.core.chart.SaltChart;
import vn.vam.core.notify.Shown;

/** What messages show, in the state file: the numbers of a picture, cards, or a form. */
final class ShownRows {
  private ShownRows() {}

  static void insert(Handle transaction, long message, Shown shown) {
    switch (shown) {
      case Shown.Picture picture -> insert(transaction, message, picture);
      case Shown.Cards cards -> insert(transaction, message, cards.cards());
      case Shown.Form form ->
          transaction.execute(
              "INSERT INTO outbox_form VALUES (?, ?, ?)", message, form.title(), form.subtitle());
    }
  }

  private static void insert(Handle transaction, long message, Shown.Picture picture) {
    SaltChart chart = picture.chart();
    transaction.execute(
        "INSERT INTO outbox_picture VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        message,
        picture.caption(),
        chart.title(),
        chart.from().toEpochMilli(),
        chart.to().toEpochMilli(),
        lines(chart.points(), point -> point.at().toEpochMilli() + " " + point.value()),
        lines(chart.marks(), mark -> mark.level() + " " + mark.words()),
        lines(chart.tides(), tide -> tide.at().toEpochMilli() + " " + tide.isHigh()));
  }

  private static void insert(Handle transaction, long message, List<Shown.Card> cards) {
    for (int i = 0; i < cards.size(); i++) {
      Shown.Card card = cards.get(i);
      transaction.execute(
          "INSERT INTO outbox_card VALUES (?, ?, ?, ?, ?, ?)",
          message,
          i,
          card.title(),
          card.subtitle(),
          card.link().toString(),
          card.picture().map(URI::toString).orElse(null));
    }
  }

  static Optional<Shown> of(Handle transaction, long message) {
    return picture(transaction, message)
        .or(() -> cards(transaction, message))
        .or(() -> form(transaction, message));
  }

  private static Optional<Shown> form(Handle transaction, long message) {
    return transaction
        .createQuery("SELECT * FROM outbox_form WHERE message = ?")
        .bind(0, message)
        .<Shown>map(
            (row, context) -> new Shown.Form(row.getString("title"), row.getString("subtitle")))
        .findOne();
  }

  private static Optional<Shown> picture(Handle transaction, long message) {
    return transaction
        .createQuery("SELECT * FROM outbox_picture WHERE message = ?")
        .bind(0, message)
        .<Shown>map((row, context) -> new Shown.Picture(chart(row), row.getString("caption")))
        .findOne();
  }

  private static SaltChart chart(ResultSet row) throws SQLException {
    return new SaltChart(
        row.getString("title"),
        Instant.ofEpochMilli(row.getLong("begins")),
        Instant.ofEpochMilli(row.getLong("ends")),
        pairs(
            row.getString("points"),
            pair -> new SaltChart.Point(time(pair[0]), Double.parseDouble(pair[1]))),
        pairs(
            row.getString("marks"),
            pair -> new SaltChart.Mark(Double.parseDouble(pair[0]), pair[1])),
        pairs(
            row.getString("tides"),
            pair -> new SaltChart.Tide(time(pair[0]), Boolean.parseBoolean(pair[1]))));
  }

  private static Optional<Shown> cards(Handle transaction, long message) {
    List<Shown.Card> cards =
        transaction
            .createQuery("SELECT * FROM outbox_card WHERE message = ? ORDER BY position")
            .bind(0, message)
            .map(
                (row, context) ->
                    new Shown.Card(
                        row.getString("title"),
                        row.getString("subtitle"),
                        URI.create(row.getString("link")),
                        Optional.ofNullable(row.getString("picture")).map(URI::create)))
            .list();
    return cards.isEmpty() ? Optional.empty() : Optional.of(new Shown.Cards(cards));
  }

  static void forget(Handle transaction, long message) {
    transaction.execute("DELETE FROM outbox_picture WHERE message = ?", message);
    transaction.execute("DELETE FROM outbox_card WHERE message = ?", message);
    transaction.execute("DELETE FROM outbox_form WHERE message = ?", message);
  }

  private static <T> String lines(List<T> all, Function<T, String> line) {
    return all.stream().map(line).collect(Collectors.joining("\n"));
  }

  private static <T> List<T> pairs(String lines, Function<String[], T> read) {
    return lines.lines().map(line -> read.apply(line.split(" ", 2))).toList();
  }

  private static Instant time(String millis) {
    return Instant.ofEpochMilli(Long.parseLong(millis));
  }
}
