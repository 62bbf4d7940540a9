package vn.vam.core.citizen;

import java.util.List;
import java.util.Optional;
import vn.vam.core.dossier.Followed;
import vn.vam.core.limit.Limit;
import vn.vam.core.station.StationId;

/**
 * What is kept of a citizen while the hub thinks of an answer.
 *
 * @param stations whose alerts they agreed to, in that order
 * @param limits of their own, in the order in which they were set
 * @param dossiers they follow, in the order in which they agreed
 * @param quiet when they do not want to be told; absent where they said nothing of it
 * @param open what the hub has asked them within the last minutes
 * @param consents what they agreed with, oldest first
 * @param phone whether they have left a telephone number
 * @param stopped what they may take back yet
 */
public record Profile(
    List<StationId> stations,
    List<Limit> limits,
    List<Followed> dossiers,
    Optional<Quiet> quiet,
    Optional<OpenQuestion> open,
    List<Consent> consents,
    Phone phone,
    Stopped stopped) {
  public static final Profile EMPTY = of(List.of());

  /** How citizen and hub stand about a telephone number. */
  public enum Phone {
    NEVER_ASKED,
    ASKED,
    KEPT
  }

  public Profile {
    stations = List.copyOf(stations);
    limits = List.copyOf(limits);
    dossiers = List.copyOf(dossiers);
    consents = List.copyOf(consents);
  }

  /** Of somebody who was never asked for a telephone number. */
  public Profile(
      List<StationId> stations,
      List<Limit> limits,
      List<Followed> dossiers,
      Optional<Quiet> quiet,
      Optional<OpenQuestion> open,
      List<Consent> consents) {
    this(stations, limits, dossiers, quiet, open, consents, Phone.NEVER_ASKED, Stopped.NOTHING);
  }

  /** Whether there is nothing of which they are told, and nothing they agreed to. */
  boolean isToldOfNothing() {
    return stations.isEmpty() && limits.isEmpty() && dossiers.isEmpty() && consents.isEmpty();
  }

  public static Profile of(List<StationId> stations) {
    return new Profile(
        stations, List.of(), List.of(), Optional.empty(), Optional.empty(), List.of());
  }

  /** Personal: prints how much is kept, and nothing of it. */
  @Override
  public String toString() {
    return "Profile[stations=" + stations.size() + ", limits=" + limits.size() + "]";
  }
}
