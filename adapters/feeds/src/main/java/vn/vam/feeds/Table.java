package vn.vam.feeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    String text(String column) {
      return values.getOrDefault(column, "");
    }
  }

  private Table() {}

  /**
   * @param name for complaints
   */
  static List<Row> read(String name, byte[] file, int mostRows) throws Reader.Unreadable {
    String text = new String(file, StandardCharsets.UTF_8);
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    List<Row> rows = new ArrayList<>();
    try (MappingIterator<Map<String, String>> lines =
        CSV.readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(plain)) {
      while (lines.hasNext()) {
        if (rows.size() == mostRows) {
          throw new Reader.Unreadable(name + ": more than " + mostRows + " lines");
        }
        rows.add(new Row(lines.next()));
      }
      return rows;
    } catch (JsonProcessingException malformed) {
      throw new Reader.Unreadable(
          name + ": line " + malformed.getLocation().getLineNr() + " is no CSV", malformed);
    } catch (IOException | RuntimeException broken) {
      throw new Reader.Unreadable(name + ": no CSV", broken);
    }
  }
}
