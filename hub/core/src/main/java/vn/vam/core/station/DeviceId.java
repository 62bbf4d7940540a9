package vn.vam.core.station;

/**
 * @param value matches {@link Ids#GRAMMAR}
 */
public record DeviceId(String value) implements Comparable<DeviceId> {
  public DeviceId {
    Ids.check(value);
  }

  @Override
  public int compareTo(DeviceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
