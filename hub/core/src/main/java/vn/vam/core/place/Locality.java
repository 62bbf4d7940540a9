package vn.vam.core.place;

import java.util.List;
import java.util.Optional;
import vn.vam.core.station.Position;

/**
 * A commune, a market or a ferry: nothing is measured there, people tell by it where they are.
 *
 * @param name as people write it, without its kind, NFC
 * @param kind such as "xã" or "chợ"; may be empty
 * @param aliases other ways people write the name
 * @param along the river it draws its water from, where that matters
 */
public record Locality(
    String name, String kind, List<String> aliases, Position position, Optional<String> along) {
  public Locality {
    aliases = List.copyOf(aliases);
  }

  /** Such as "xã Long Bình Điền". */
  public String title() {
    return kind.isEmpty() ? name : kind + " " + name;
  }
}
