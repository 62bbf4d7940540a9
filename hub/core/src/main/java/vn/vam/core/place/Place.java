package vn.vam.core.place;

import java.util.List;
import java.util.Optional;
import vn.vam.core.station.Position;

/**
 * A place people go to. All texts are plain, on one line, NFC.
 *
 * @param kind as people say it, such as "chùa" or "trường tiểu học"; may be empty
 * @param address may be empty
 * @param phone may be empty
 * @param hours absent where nobody told when it is open
 * @param notices what is to be known about it just now
 */
public record Place(
    String name,
    String kind,
    Position position,
    String address,
    String phone,
    Optional<OpeningHours> hours,
    List<Notice> notices) {
  public Place {
    notices = List.copyOf(notices);
  }
}
