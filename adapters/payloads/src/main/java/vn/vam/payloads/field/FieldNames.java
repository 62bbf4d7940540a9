package vn.vam.payloads.field;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.reading.Quantity;

/**
 * Which foreign names mean which of our fields. Upper and lower case count as equal, and so do
 * letters whose marks are written apart. Immutable; {@link #with} extends it for a source. {@code
 * battery} is left out on purpose: most devices mean a percentage by it, not volts.
 */
public final class FieldNames {
  private static final FieldNames STANDARD = new FieldNames(standardTable());

  private final Map<String, Field> fields;

  private FieldNames(Map<String, Field> fields) {
    this.fields = Map.copyOf(fields);
  }

  public static FieldNames standard() {
    return STANDARD;
  }

  /**
   * This table with a source's own names laid over it.
   *
   * @param renames from the device's name to ours, such as {@code cond2 → ec25_us_cm}
   * @throws IllegalArgumentException when a name on the right is none of ours; the message lists
   *     ours
   */
  public FieldNames with(Map<String, String> renames) {
    Map<String, Field> extended = new LinkedHashMap<>(fields);
    renames.forEach((theirs, ours) -> extended.put(key(theirs), field(ours)));
    return new FieldNames(extended);
  }

  /** Our own names, in the order of the documentation. */
  public static List<String> ours() {
    return Stream.concat(Arrays.stream(Quantity.values()).map(Quantity::field), labelWords())
        .toList();
  }

  /** One line a field: our name, then the foreign ones; for {@code --help}. */
  public List<String> table() {
    return ours().stream()
        .map(word -> "%-18s%s".formatted(word, String.join(", ", foreignNames(word))).strip())
        .toList();
  }

  private List<String> foreignNames(String word) {
    return fields.entrySet().stream()
        .filter(field -> field.getValue().word().equals(word) && !field.getKey().equals(word))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  public Optional<Field> find(String name) {
    Field exact = fields.get(name);
    return Optional.ofNullable(exact != null ? exact : fields.get(key(name)));
  }

  /** What one of our own names stands for. */
  public static Optional<Field> own(String ours) {
    return Optional.ofNullable(ownFields().get(ours));
  }

  private static Field field(String ours) {
    return own(ours)
        .orElseThrow(
            () -> new IllegalArgumentException("expected one of " + String.join(", ", ours())));
  }

  private static Map<String, Field> ownFields() {
    Map<String, Field> own = new LinkedHashMap<>();
    for (Quantity quantity : Quantity.values()) {
      own.put(quantity.field(), new Field.Gauge(quantity, Scale.AS_IS));
    }
    for (Label label : Label.values()) {
      own.put(label.word(), label);
    }
    return own;
  }

  private static Map<String, Field> standardTable() {
    Map<String, Field> table = ownFields();
    for (ForeignName foreign : ForeignName.STANDARD) {
      foreign.names().forEach(name -> table.put(name, foreign.field()));
    }
    return table;
  }

  private static Stream<String> labelWords() {
    return Arrays.stream(Label.values()).map(Label::word);
  }

  private static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /** Our field names of these quantities, for people to read. */
  public static String list(Iterable<Quantity> quantities) {
    List<String> words = new ArrayList<>();
    quantities.forEach(quantity -> words.add(quantity.field()));
    return words.stream().collect(Collectors.joining(", "));
  }
}
