package vn.vam.core.station;

/**
 * @param value matches {@link Ids#GRAMMAR}
 */
public record StationId(String value) implements Comparable<StationId> {
  public StationId {
    Ids.check(value);
  }

  @Override
  public int compareTo(StationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
