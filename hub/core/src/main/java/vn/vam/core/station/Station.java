package vn.vam.core.station;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A named place that devices report for.
 *
 * @param name as citizens read it, NFC
 * @param aliases other ways people write the name
 * @param riverKm distance from the river mouth along the main stem, km
 * @param admin what the administration calls the place, and when; no two of them at once
 * @param traits by what its values are judged and completed
 */
public record Station(
    StationId id,
    String name,
    Kind kind,
    List<String> aliases,
    Optional<Position> position,
    Optional<Double> riverKm,
    List<AdminName> admin,
    StationTraits traits) {
  public Station {
    aliases = List.copyOf(aliases);
    admin = List.copyOf(admin);
  }

  /** One of which nothing more is told. */
  public Station(
      StationId id,
      String name,
      Kind kind,
      List<String> aliases,
      Optional<Position> position,
      Optional<Double> riverKm,
      List<AdminName> admin) {
    this(id, name, kind, aliases, position, riverKm, admin, StationTraits.NONE);
  }

  /** One whose administrative names nobody told. */
  public Station(
      StationId id,
      String name,
      Kind kind,
      List<String> aliases,
      Optional<Position> position,
      Optional<Double> riverKm) {
    this(id, name, kind, aliases, position, riverKm, List.of());
  }

  /** What the administration calls the place on that day. */
  public Optional<String> adminOn(LocalDate day) {
    return admin.stream().filter(name -> name.isInForce(day)).map(AdminName::name).findFirst();
  }
}
