package vn.vam.payloads.note;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.message.Outcome;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;

/** What a stage behind the decoder made of the readings. */
public final class Worked {
  private Worked() {}

  public static List<Note> between(Outcome.Accepted before, Outcome.Accepted after) {
    Map<Quantity, String> more = quantities(after);
    more.keySet().removeAll(quantities(before).keySet());
    Stream<Note> added =
        more.entrySet().stream()
            .map(
                quantity ->
                    new Note(
                        quantity.getKey().field(),
                        "worked out from the others" + quantity.getValue()));
    return Stream.concat(moved(before, after), added).toList();
  }

  /** Quantities of which a message tells two values for one time: they are one point. */
  public static List<Note> toldTwice(Outcome.Accepted accepted) {
    Set<Map.Entry<Quantity, Instant>> once = new HashSet<>();
    return accepted.readings().stream()
        .filter(Reading.Measured.class::isInstance)
        .map(Reading.Measured.class::cast)
        .filter(measured -> !once.add(Map.entry(measured.quantity(), measured.takenAt())))
        .map(
            measured ->
                new Note(
                    measured.quantity().field(), "told twice for one time, the last one counts"))
        .distinct()
        .toList();
  }

  private static Stream<Note> moved(Outcome.Accepted before, Outcome.Accepted after) {
    return times(before).equals(times(after))
        ? Stream.empty()
        : Stream.of(new Note("time", "moved, an interval is known by its start"));
  }

  private static Set<Instant> times(Outcome.Accepted accepted) {
    return accepted.readings().stream().map(Reading::takenAt).collect(Collectors.toSet());
  }

  /** Each with the method it was found by, where one is told. */
  private static Map<Quantity, String> quantities(Outcome.Accepted accepted) {
    Map<Quantity, String> all = new LinkedHashMap<>();
    accepted.readings().forEach(reading -> add(reading, all));
    return all;
  }

  private static void add(Reading reading, Map<Quantity, String> all) {
    switch (reading) {
      case Reading.Measured measured ->
          all.put(measured.quantity(), measured.method().map(" by "::concat).orElse(""));
      case Reading.Counted counted ->
          counted.values().keySet().forEach(quantity -> all.put(quantity, ""));
      case Reading.CameraEvent event -> {}
      case Reading.Past past -> add(past.reading(), all);
    }
  }
}
