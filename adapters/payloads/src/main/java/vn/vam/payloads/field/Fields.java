package vn.vam.payloads.field;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import vn.vam.core.reading.Quantity;
import vn.vam.payloads.note.Note;

/**
 * The fields of one message that we know; all others are never looked at. Where several names mean
 * the same field, our own name counts, then the first.
 */
public final class Fields {
  /** The object of a counter's counts by class. */
  public static final String CLASSES = "classes";

  private record Unreadable(String name, Quantity quantity, boolean isSentinel) {}

  private record Converted(String name, Field.Gauge gauge, JsonNode value) {
    Note note() {
      String how =
          Stream.of(
                  value.isTextual() ? "from a text" : "",
                  Numbers.hasDecimalComma(value) ? "with a decimal comma" : "",
                  Numbers.hasUnit(value) || gauge.scale() != Scale.AS_IS
                      ? "in " + gauge.quantity().unit()
                      : "")
              .filter(said -> !said.isEmpty())
              .collect(joining(", "));
      return new Note(
          name, "taken as " + gauge.quantity().field() + (how.isEmpty() ? "" : ", " + how));
    }
  }

  private final Set<Double> sentinels;
  private final Map<Quantity, Double> numbers = new EnumMap<>(Quantity.class);
  private final Map<Label, JsonNode> labels = new EnumMap<>(Label.class);
  private final List<Unreadable> unreadable = new ArrayList<>(2);
  private final List<Converted> converted = new ArrayList<>(2);
  private final List<Note> toldAgain = new ArrayList<>(0);
  private Optional<String> shareOrPercentage = Optional.empty();
  private boolean tellsShares;

  private Fields(Set<Double> sentinels) {
    this.sentinels = sentinels;
  }

  /**
   * A value, and what it stands for by whatever told so.
   *
   * @param name as sent
   */
  public record Found(String name, JsonNode value, Field field) {}

  /** Of several values of one field, the one under our own name counts, then the first. */
  public static Fields of(Iterable<Found> all) {
    return of(all, Set.of());
  }

  /**
   * @param sentinels numbers, as sent, by which the device says that it measured nothing
   */
  public static Fields of(Iterable<Found> all, Set<Double> sentinels) {
    Fields fields = new Fields(sentinels);
    all.forEach(found -> fields.take(found.name(), found.value(), found.field()));
    return fields;
  }

  /** The object's own fields and those of {@code classes}. */
  public static Fields flat(JsonNode object, FieldNames names) {
    return flat(object, names, Set.of());
  }

  /**
   * @param sentinels numbers, as sent, by which the device says that it measured nothing
   */
  public static Fields flat(JsonNode object, FieldNames names, Set<Double> sentinels) {
    Fields fields = new Fields(sentinels);
    object
        .properties()
        .forEach(
            property -> {
              if (property.getKey().equals(CLASSES) && property.getValue().isObject()) {
                property.getValue().properties().forEach(field -> fields.take(field, names));
              } else {
                fields.take(property, names);
              }
            });
    return fields;
  }

  /** The fields of the object and of all objects in it, by the last part of their path. */
  public static Fields nested(JsonNode object, FieldNames names) {
    return nested(object, names, Set.of());
  }

  /**
   * @param sentinels numbers, as sent, by which the device says that it measured nothing
   */
  public static Fields nested(JsonNode object, FieldNames names, Set<Double> sentinels) {
    return of(found(object, names), sentinels);
  }

  /** What the names in the object, and in all objects in it, stand for. */
  public static List<Found> found(JsonNode object, FieldNames names) {
    List<Found> found = new ArrayList<>();
    find(object, names, found);
    return found;
  }

  private static void find(JsonNode object, FieldNames names, List<Found> found) {
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      if (property.getValue().isObject()) {
        find(property.getValue(), names, found);
      } else {
        names
            .find(property.getKey())
            .map(field -> new Found(property.getKey(), property.getValue(), field))
            .ifPresent(found::add);
      }
    }
  }

  private void take(Map.Entry<String, JsonNode> property, FieldNames names) {
    names
        .find(property.getKey())
        .ifPresent(field -> take(property.getKey(), property.getValue(), field));
  }

  private void take(String name, JsonNode value, Field field) {
    if (value.isNull()) {
      return;
    }
    switch (field) {
      case Field.Gauge gauge -> takeNumber(name, value, gauge);
      case Label label -> keep(labels, label, name, label, value);
    }
  }

  private void takeNumber(String name, JsonNode value, Field.Gauge gauge) {
    tellsShares |= ForeignName.OF_SHARES.contains(name.toLowerCase(Locale.ROOT));
    boolean isSentinel = Numbers.isOneOf(sentinels, value);
    OptionalDouble number = isSentinel ? OptionalDouble.empty() : Numbers.read(value, gauge);
    if (number.isEmpty()) {
      unreadable.add(new Unreadable(name, gauge.quantity(), isSentinel));
    } else if (keep(numbers, gauge.quantity(), name, gauge, number.getAsDouble())) {
      noteKept(name, value, gauge);
    }
  }

  private void noteKept(String name, JsonNode value, Field.Gauge gauge) {
    if (!value.isNumber() || !name.equals(gauge.word())) {
      converted.add(new Converted(name, gauge, value));
    }
    if (gauge.quantity() == Quantity.OCCUPANCY) {
      shareOrPercentage =
          Optional.of(name).filter(ambiguous -> Numbers.mayBeShareOrPercentage(value, gauge));
    }
  }

  /**
   * Whether the occupancy may be a share as well as a percentage: up to 1, under a name that others
   * use for both, and in a message that has nothing of those who tell shares.
   */
  public boolean isOccupancyUnsure() {
    return shareOrPercentage.isPresent() && !tellsShares;
  }

  /** Whether it is the one that counts so far. */
  private <K, V> boolean keep(Map<K, V> kept, K key, String name, Field field, V value) {
    boolean isOwn = name.equals(field.word());
    V before = isOwn ? kept.put(key, value) : kept.putIfAbsent(key, value);
    if (before != null) {
      noteToldAgain(isOwn, name, field.word());
    }
    return isOwn || before == null;
  }

  private void noteToldAgain(boolean isOwn, String name, String word) {
    if (!isOwn) {
      toldAgain.add(new Note(name, "left out, " + word + " was told before"));
      return;
    }
    List<Converted> others =
        converted.stream().filter(other -> other.gauge().word().equals(word)).toList();
    others.forEach(
        other ->
            toldAgain.add(
                new Note(other.name(), "left out, " + word + " is told by its own name")));
    converted.removeAll(others);
    if (others.isEmpty()) {
      toldAgain.add(new Note(name, "told more than once, the last one counts"));
    }
  }

  /** The readable numbers among these quantities; may be changed freely. */
  public Map<Quantity, Double> numbers(Set<Quantity> wanted) {
    Map<Quantity, Double> found = new EnumMap<>(Quantity.class);
    numbers.forEach(
        (quantity, number) -> {
          if (wanted.contains(quantity)) {
            found.put(quantity, number);
          }
        });
    return found;
  }

  /** Whether the message names any of these quantities, readable or not. */
  public boolean mentions(Set<Quantity> wanted) {
    return numbers.keySet().stream().anyMatch(wanted::contains)
        || unreadable.stream().anyMatch(field -> wanted.contains(field.quantity()));
  }

  public Optional<JsonNode> label(Label label) {
    return Optional.ofNullable(labels.get(label));
  }

  /** How many of these quantities' fields held no readable number. */
  public int unreadable(Set<Quantity> wanted) {
    int count = 0;
    for (Unreadable field : unreadable) {
      count += wanted.contains(field.quantity()) ? 1 : 0;
    }
    return count;
  }

  /** The name, as sent, of the first such field. */
  public Optional<String> firstUnreadable(Set<Quantity> wanted) {
    return unreadable.stream()
        .filter(field -> wanted.contains(field.quantity()))
        .map(Unreadable::name)
        .findFirst();
  }

  /** What was left out, and what was not taken as it stands. */
  public List<Note> notes() {
    return Stream.of(
            unreadable.stream().map(Fields::leftOut),
            toldAgain.stream(),
            shareOrPercentage.filter(name -> !tellsShares).map(Fields::unsure).stream(),
            converted.stream().map(Converted::note))
        .flatMap(notes -> notes)
        .toList();
  }

  private static Note unsure(String name) {
    return new Note(
        name,
        "a share, as it is taken, or a percentage: nobody can tell, and the quality is 3; name it "
            + Quantity.OCCUPANCY.field()
            + " in the fields of the source, or its unit in a mapping");
  }

  private static Note leftOut(Unreadable field) {
    return new Note(
        field.name(),
        field.isSentinel()
            ? "left out, by this number the device says that it measured nothing"
            : "left out, expected a number such as 4.2 in " + field.quantity().unit());
  }
}
