package vn.vam.sim.fleet;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A place with devices, as a hub's configuration would list it.
 *
 * @param id lower case, digits and hyphens; never a name, since names change
 * @param name Vietnamese, NFC
 * @param aliases other spellings and names people use
 * @param lat degrees north, WGS 84
 * @param lon degrees east, WGS 84
 * @param riverKm kilometres from the mouth, where a source gives them
 * @param devices ids of what publishes from here
 */
public record Station(
    String id,
    String name,
    List<String> aliases,
    double lat,
    double lon,
    OptionalDouble riverKm,
    Kind kind,
    List<String> devices) {

  public Station {
    aliases = List.copyOf(aliases);
    devices = List.copyOf(devices);
  }
}
