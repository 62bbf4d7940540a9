package vn.vam.core.citizen;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.text.Word;

/**
 * Tells apart what has the same name: two stations by their rivers, such as "Xuân Hòa (sông Tiền)".
 * Pure.
 */
public final class Namesakes {
  private Namesakes() {}

  /**
   * The same stations and devices; the old name of those that were renamed is an alias of theirs.
   */
  public static Registry toldApart(Registry registry) {
    List<Station> stations = registry.stations();
    List<Station> named = stations.stream().map(station -> toldApart(station, stations)).toList();
    return named.equals(stations) ? registry : new Registry(named, registry.devices());
  }

  private static Station toldApart(Station station, List<Station> all) {
    List<Station> others =
        all.stream()
            .filter(other -> !other.id().equals(station.id()) && isNamesake(other, station))
            .toList();
    if (others.isEmpty()) {
      return station;
    }
    Optional<String> along =
        station
            .traits()
            .along()
            .filter(
                river ->
                    others.stream().noneMatch(o -> o.traits().along().equals(Optional.of(river))));
    String by = along.orElse(station.id().value());
    return new Station(
        station.id(),
        station.name() + " (" + by + ")",
        station.kind(),
        Stream.concat(Stream.of(station.name()), station.aliases().stream()).toList(),
        station.position(),
        station.riverKm(),
        station.admin(),
        station.traits());
  }

  /** Whether they have the same name, marks included: "Xuân Hoà" is "Xuân Hòa". */
  private static boolean isNamesake(Station one, Station other) {
    return one.kind() == other.kind() && Word.allIn(one.name()).equals(Word.allIn(other.name()));
  }

  /**
   * Those that were named; of several of one name the one of which more was said.
   *
   * @param title the name, and what tells it apart
   */
  static <T> List<T> meant(
      List<T> things, Function<T, String> name, Function<T, String> title, Where.Named said) {
    List<T> found = new NameFinder<>(things, name).best(said);
    List<Word> beside =
        said.telling().stream()
            .filter(word -> found.stream().noneMatch(one -> holds(name.apply(one), word)))
            .toList();
    List<T> meant =
        found.stream()
            .filter(one -> beside.stream().allMatch(word -> holds(title.apply(one), word)))
            .toList();
    return beside.isEmpty() || meant.size() != 1 ? found : meant;
  }

  private static boolean holds(String name, Word said) {
    return Word.allIn(name).stream().anyMatch(said::mayMean);
  }

  /**
   * Names of things, with what tells them apart behind those that others have too.
   *
   * @param by may be empty: then nothing stands behind the name
   */
  static <T> Function<T, String> titles(
      List<T> things, Function<T, String> name, Function<T, String> by) {
    return thing -> {
      boolean isUnique =
          things.stream().filter(other -> name.apply(other).equals(name.apply(thing))).count() == 1;
      return isUnique || by.apply(thing).isEmpty()
          ? name.apply(thing)
          : name.apply(thing) + " (" + by.apply(thing) + ")";
    };
  }
}
