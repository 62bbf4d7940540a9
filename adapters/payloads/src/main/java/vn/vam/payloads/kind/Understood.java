package vn.vam.payloads.kind;

import java.util.List;
import vn.vam.core.reading.Reading;

/**
 * @param readings at least one
 * @param dropped fields that held no readable number
 */
public record Understood(List<Reading> readings, int dropped) {
  public Understood {
    readings = List.copyOf(readings);
  }

  /**
   * @param dropped in all of them together, beyond what each counts itself
   */
  public static Understood together(List<Understood> parts, int dropped) {
    if (parts.size() == 1 && dropped == 0) {
      return parts.getFirst();
    }
    return new Understood(
        parts.stream().flatMap(part -> part.readings().stream()).toList(),
        parts.stream().mapToInt(Understood::dropped).sum() + dropped);
  }
}
