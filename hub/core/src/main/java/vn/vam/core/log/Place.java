package vn.vam.core.log;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far a reader has come: a vector, the number of the last batch it is done with in each
 * partition of the log. The log on disk has one partition, {@code 0}.
 */
public record Place(SortedMap<Integer, Long> offsets) {
  public static final Place START = of(0);

  public Place {
    offsets = Collections.unmodifiableSortedMap(new TreeMap<>(offsets));
  }

  public static Place of(long batch) {
    return new Place(new TreeMap<>(Map.of(0, batch)));
  }

  public long batch() {
    return offsets.getOrDefault(0, 0L);
  }

  /** As kept in a database: {@code 0:1234}. */
  public String written() {
    return offsets.entrySet().stream()
        .map(offset -> offset.getKey() + ":" + offset.getValue())
        .collect(Collectors.joining(","));
  }

  /**
   * @throws IllegalArgumentException for text that {@link #written} did not make
   */
  public static Place read(String written) {
    SortedMap<Integer, Long> offsets = new TreeMap<>();
    for (String part : written.split(",", -1)) {
      int colon = part.indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("a place looks like 0:1234, was '" + written + "'");
      }
      offsets.put(
          Integer.valueOf(part.substring(0, colon)), Long.valueOf(part.substring(colon + 1)));
    }
    return new Place(offsets);
  }
}
