package vn.vam.dossier;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a query. Databases write names as they like: the case does not count. */
record Columns(List<String> names) {
  static Columns of(ResultSetMetaData row) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= row.getColumnCount(); i++) {
      names.add(row.getColumnLabel(i).toLowerCase(Locale.ROOT));
    }
    return new Columns(names);
  }

  boolean has(String name) {
    return place(name).isPresent();
  }

  /** From 1 on; of several of that name the first. */
  Optional<Integer> place(String name) {
    int index = names.indexOf(name.toLowerCase(Locale.ROOT));
    return index < 0 ? Optional.empty() : Optional.of(index + 1);
  }
}
