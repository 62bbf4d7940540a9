package vn.vam.feeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A CSV file with a line of names first, UTF-8, RFC 4180. */
final class Table {
  private static final int LONGEST_VALUE = 20_000;
  private static final CsvMapper CSV =
      CsvMapper.builder(
              CsvFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(LONGEST_VALUE).build())
                  .build())
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.IGNORE_TRAILING_UNMAPPABLE)
          .build();

  /** A line; what it does not tell is empty. */
  record Row(Map<String, String> values) {
    Row only(Set<String> columns) {
      Map<String, String> some = new HashMap<>(values);
      some.keySet().retainAll(columns);
      return new Row(Map.copyOf(some));
    }

    String text(String column) {
      return values.getOrDefault(column, "");
    }
  }

  /** What is done with each line. */
  interface Taker {
    void take(Row row) throws Reader.Unreadable;
  }

  private Table() {}

  /**
   * @param name for complaints
   */
  static List<Row> read(String name, byte[] file, int mostRows) throws Reader.Unreadable {
    List<Row> rows = new ArrayList<>();
    each(name, new ByteArrayInputStream(file), mostRows, rows::add);
    return rows;
  }

  /** Line by line: nothing of those before is kept. */
  static void each(String name, InputStream file, int mostRows, Taker taker)
      throws Reader.Unreadable {
    try (MappingIterator<Map<String, String>> lines =
        CSV.readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(withoutMark(file))) {
      for (int row = 0; lines.hasNext(); row++) {
        if (row == mostRows) {
          throw new Reader.Unreadable(name + ": more than " + mostRows + " lines");
        }
        taker.take(new Row(lines.next()));
      }
    } catch (JsonProcessingException malformed) {
      throw new Reader.Unreadable(
          name + ": line " + malformed.getLocation().getLineNr() + " is no CSV", malformed);
    } catch (CharacterCodingException foreign) {
      throw new Reader.Unreadable(name + ": expected UTF-8", foreign);
    } catch (IOException | RuntimeException broken) {
      throw new Reader.Unreadable(name + ": no CSV", broken);
    }
  }

  private static java.io.Reader withoutMark(InputStream file) throws IOException {
    BufferedReader text =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder()));
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
    return text;
  }
}
