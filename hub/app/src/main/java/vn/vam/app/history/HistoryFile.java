package vn.vam.app.history;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a history file, without its header and empty lines. */
final class HistoryFile {
  private final BufferedReader csv;
  private int number;

  HistoryFile(BufferedReader csv) {
    this.csv = csv;
  }

  /** The next row; null behind the last one. */
  @Nullable String next() throws IOException {
    String line = csv.readLine();
    number++;
    while (line != null && isNoRow(line)) {
      line = csv.readLine();
      number++;
    }
    return line;
  }

  private boolean isNoRow(String line) {
    return line.isBlank() || (number == 1 && line.startsWith("time,"));
  }

  /** In which line of the file the last row stood; from 1. */
  int number() {
    return number;
  }
}
