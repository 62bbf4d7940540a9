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
}
