package vn.vam.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.DossierState;

/**
 * The dossiers of one file: CSV after RFC 4180 in UTF-8, names in the first line, commas or
 * semicolons between the columns.
 */
final class DropTable {
  static final int MOST_ROWS = 100_000;
  private static final int MOST_COLUMNS = 200;
  private static final int LONGEST_VALUE = 4_000;
  private static final int LONGEST_LINE = 100_000;
  private static final CsvMapper CSV =
      CsvMapper.builder(
              CsvFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(LONGEST_VALUE).build())
                  .build())
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .build();

  /** What is wrong with a file, and where; quotes nothing of it but names of columns. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    Wrong(String reason) {
      super(reason);
    }
  }

  private final OfficeConfig config;
  private final List<String> kept = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final Map<String, String[]> rows = new HashMap<>();

  private DropTable(OfficeConfig config) {
    this.config = config;
  }

  static DropTable read(OfficeConfig config, byte[] file) throws Wrong {
    DropTable table = new DropTable(config);
    return lines(
        file,
        lines -> {
          table.fill(lines);
          return table;
        });
  }

  /** The names of the columns, as they stand in the first line. */
  static List<String> header(byte[] file) throws Wrong {
    return lines(file, DropTable::names);
  }

  /** What is done with the lines of a file. */
  private interface Reading<T> {
    T of(MappingIterator<String[]> lines) throws IOException, Wrong;
  }

  private static <T> T lines(byte[] file, Reading<T> reading) throws Wrong {
    String text = text(file);
    checkLines(text);
    try (MappingIterator<String[]> lines =
        CSV.readerFor(String[].class)
            .with(CsvSchema.emptySchema().withColumnSeparator(separator(text)))
            .readValues(text)) {
      return reading.of(lines);
    } catch (JsonProcessingException malformed) {
      throw new Wrong("line " + malformed.getLocation().getLineNr() + ": expected CSV");
    } catch (IOException | RuntimeException broken) {
      throw new Wrong("expected CSV, such as a header and a line for each dossier");
    }
  }

  int size() {
    return rows.size();
  }

  Optional<ObjectNode> row(DossierCode code) {
    return Optional.ofNullable(rows.get(code.value())).map(this::node);
  }

  private ObjectNode node(String[] values) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < values.length; i++) {
      row.put(kept.get(i), values[i]);
    }
    return row;
  }

  private void fill(MappingIterator<String[]> lines) throws IOException, Wrong {
    List<String> header = names(lines);
    header(header);
    while (lines.hasNextValue()) {
      int line = lines.getCurrentLocation().getLineNr();
      add(line, header.size(), lines.nextValue());
    }
  }

  private static List<String> names(MappingIterator<String[]> lines) throws IOException, Wrong {
    if (!lines.hasNextValue()) {
      throw new Wrong("line 1: expected the names of the columns, found nothing");
    }
    return Arrays.asList(lines.nextValue());
  }

  private void header(List<String> header) throws Wrong {
    if (header.size() > MOST_COLUMNS) {
      throw new Wrong("line 1: expected at most " + MOST_COLUMNS + " columns");
    }
    for (String name : config.names()) {
      if (header.contains(name)) {
        kept.add(name);
        places.add(header.indexOf(name));
      }
    }
    if (!kept.contains(config.fields().code())) {
      throw new Wrong("line 1: expected a column " + config.fields().code());
    }
    if (!kept.contains(config.fields().state()) && !kept.contains(config.fields().stateText())) {
      throw new Wrong(
          "line 1: expected a column %s or %s"
              .formatted(config.fields().state(), config.fields().stateText()));
    }
  }

  private void add(int line, int columns, String[] values) throws Wrong {
    if (rows.size() == MOST_ROWS) {
      throw new Wrong("line %d: expected at most %d dossiers".formatted(line, MOST_ROWS));
    }
    if (values.length != columns) {
      throw new Wrong(
          "line %d: expected %d columns, found %d".formatted(line, columns, values.length));
    }
    String[] row = places.stream().map(place -> values[place].strip()).toArray(String[]::new);
    String code =
        DossierCode.findIn(row[kept.indexOf(config.fields().code())])
            .orElseThrow(
                () -> wrong(line, config.fields().code(), "a code such as H58.20-260312-0015"))
            .value();
    checkState(line, row);
    if (rows.put(code, row) != null) {
      throw wrong(line, config.fields().code(), "a code that stands in no line before");
    }
  }

  private void checkState(int line, String[] row) throws Wrong {
    String words = value(row, config.fields().stateText());
    boolean known =
        value(row, config.fields().state()).matches("[0-9]{1,2}")
            && DossierState.of(Integer.parseInt(value(row, config.fields().state()))).isPresent();
    if (!known && words.isEmpty()) {
      throw wrong(line, config.fields().state(), "a state from 1 to 10, such as 4");
    }
  }

  private String value(String[] row, String name) {
    return kept.contains(name) ? row[kept.indexOf(name)] : "";
  }

  private static Wrong wrong(int line, String column, String expected) {
    return new Wrong("line %d, column %s: expected %s".formatted(line, column, expected));
  }

  /** A line of a million commas would be a million values before anybody counts them. */
  private static void checkLines(String text) throws Wrong {
    int from = 0;
    for (int line = 1; from <= text.length(); line++) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      if (end - from > LONGEST_LINE) {
        throw new Wrong("line %d: expected at most %d characters".formatted(line, LONGEST_LINE));
      }
      from = end + 1;
    }
  }

  private static char separator(String text) {
    String header = text.lines().findFirst().orElse("");
    return header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
  }

  private static String text(byte[] file) throws Wrong {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException foreign) {
      long line = 1;
      for (int i = 0; i < bytes.position(); i++) {
        line += file[i] == '\n' ? 1 : 0;
      }
      throw new Wrong("line " + line + ": expected UTF-8");
    }
  }
}
