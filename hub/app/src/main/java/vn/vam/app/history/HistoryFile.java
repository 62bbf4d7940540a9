package vn.vam.app.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows of a history file, without its header and empty lines. */
final class HistoryFile implements AutoCloseable {
  /** Spreadsheets write it in front of UTF-8. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String FIRST_OF_HEADER = "time,";

  private final Path file;
  private final BufferedReader csv;
  private int number;
  private boolean headerMayCome = true;

  private HistoryFile(Path file, BufferedReader csv) {
    this.file = file;
    this.csv = csv;
  }

  static HistoryFile open(Path file) throws IOException {
    return new HistoryFile(file, Files.newBufferedReader(file));
  }

  /**
   * The next row; null behind the last one.
   *
   * @throws IllegalArgumentException that names file and line where it is no UTF-8
   */
  @Nullable String next() throws IOException {
    String line = line();
    while (line != null && isNoRow(line)) {
      line = line();
    }
    headerMayCome = false;
    return line;
  }

  private @Nullable String line() throws IOException {
    try {
      number++;
      String line = csv.readLine();
      return number == 1 && line != null && line.startsWith(BYTE_ORDER_MARK)
          ? line.substring(1)
          : line;
    } catch (CharacterCodingException otherEncoding) {
      throw new IllegalArgumentException(
          "%s: expected UTF-8, but near line %d it is not".formatted(file, number), otherEncoding);
    }
  }

  private boolean isNoRow(String line) {
    return line.isBlank()
        || (headerMayCome
            && line.strip().toLowerCase(Locale.ROOT).replace(" ", "").startsWith(FIRST_OF_HEADER));
  }

  /** In which line of the file the last row stood; from 1. */
  int number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
