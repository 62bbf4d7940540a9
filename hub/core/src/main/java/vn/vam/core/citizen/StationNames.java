package vn.vam.core.citizen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.vam.core.place.Locality;
import vn.vam.core.station.Station;
import vn.vam.core.text.EditDistance;
import vn.vam.core.text.Word;

/**
 * Finds the stations a text names: by name or alias, marks and spaces apart, the longest name
 * first. One slip of the finger is forgiven in names of six letters and more. A word for a kind of
 * place may be shortened in a name, or stand before it. The name of a place near a station counts
 * for that station, unless a station has the name itself; a slip is forgiven in it only behind the
 * word for its kind, since places are many.
 */
final class StationNames {
  private static final int LONG_ENOUGH_FOR_A_SLIP = 6;

  /**
   * @param place whose name it is; absent for the station's own
   */
  private record Name(
      Station station,
      Optional<Near> place,
      List<Word> words,
      String letters,
      boolean forgivesASlip) {
    static Stream<Name> allOf(Station station) {
      return Stream.concat(Stream.of(station.name()), station.aliases().stream())
          .flatMap(name -> of(station, Optional.empty(), name, true));
    }

    static Stream<Name> near(Near near) {
      Locality place = near.place();
      Stream<String> bare = Stream.concat(Stream.of(place.name()), place.aliases().stream());
      return Stream.concat(
          of(near.station(), Optional.of(near), place.title(), !place.kind().isEmpty()),
          bare.flatMap(name -> of(near.station(), Optional.of(near), name, false)));
    }

    /** Of a station alone; places are many, and some differ in nothing else. */
    Optional<Name> withoutItsKind() {
      return place.isPresent()
          ? Optional.empty()
          : PlaceWords.VIETNAMESE
              .withoutItsKind(words)
              .map(left -> of(station, place, left, false));
    }

    private static Stream<Name> of(
        Station station, Optional<Near> place, String name, boolean forgivesASlip) {
      List<Word> asItStands = Word.allIn(name);
      return PlaceWords.VIETNAMESE.spellings(asItStands).stream()
          .map(words -> of(station, place, words, forgivesASlip && words.equals(asItStands)));
    }

    private static Name of(
        Station station, Optional<Near> place, List<Word> words, boolean forgivesASlip) {
      String letters = joined(words);
      return new Name(
          station,
          place,
          words,
          letters,
          forgivesASlip && letters.length() >= LONG_ENOUGH_FOR_A_SLIP);
    }
  }

  /** A name at the words {@code from} to {@code to}; the higher the score, the surer. */
  private record Match(Name name, int from, int to, int score) {
    boolean overlaps(Match other) {
      return from < other.to && other.from < to;
    }

    /** Whether the same words name another station. */
    boolean isOfAnother(Match other) {
      return overlaps(other) && !name.station().equals(other.name.station());
    }
  }

  /**
   * @param stations that may be meant, in the order in which they are named
   * @param places by which stations were named that were not named themselves
   * @param rest the words that belong to no name
   * @param unsure whether two stations were named by the same words
   */
  record Mentions(List<Station> stations, List<Near> places, List<Word> rest, boolean unsure) {
    Mentions {
      stations = List.copyOf(stations);
      places = List.copyOf(places);
      rest = List.copyOf(rest);
    }

    /** As if these had not been named; all of them, where nothing else was. */
    Mentions without(Set<Station> taken) {
      List<Station> meant = stations.stream().filter(one -> !taken.contains(one)).toList();
      List<Near> by = places.stream().filter(near -> meant.contains(near.station())).toList();
      return meant.isEmpty() ? this : new Mentions(meant, by, rest, unsure && meant.size() > 1);
    }

    Mentions with(List<Word> otherRest) {
      return new Mentions(stations, places, otherRest, unsure);
    }
  }

  private record Span(int from, int to, String letters) {
    Match matches(Name name, int score) {
      return new Match(name, from, to, score);
    }
  }

  private final Map<String, List<Name>> spelled;
  private final List<Name> forgiving;
  private final int longest;
  private final Set<String> words;

  StationNames(List<Station> stations, List<Near> places) {
    List<Name> names =
        Stream.concat(stations.stream().flatMap(Name::allOf), places.stream().flatMap(Name::near))
            .filter(name -> !name.letters().isEmpty())
            .toList();
    spelled = new HashMap<>(names.stream().collect(Collectors.groupingBy(Name::letters)));
    names.stream()
        .flatMap(name -> name.withoutItsKind().stream())
        .filter(name -> !spelled.containsKey(name.letters()))
        .collect(Collectors.groupingBy(Name::letters))
        .forEach(spelled::put);
    forgiving = names.stream().filter(Name::forgivesASlip).toList();
    longest = names.stream().mapToInt(name -> name.words().size()).max().orElse(0);
    this.words =
        names.stream()
            .flatMap(name -> name.words().stream())
            .map(Word::bare)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether some name has this word, its marks apart. */
  boolean knows(String bare) {
    return words.contains(bare);
  }

  Mentions in(List<Word> said) {
    List<Match> best = best(said);
    List<Match> surest =
        best.stream()
            .filter(match -> isSurest(match, best, said))
            .sorted(Comparator.comparingInt(Match::from))
            .toList();
    List<Match> meant =
        surest.stream()
            .filter(match -> match.name().place().isEmpty() || isNoStations(match, surest))
            .toList();
    List<Name> named = meant.stream().map(Match::name).toList();
    Predicate<Integer> isNamed =
        at ->
            best.stream()
                .anyMatch(
                    match ->
                        match.from() - PlaceWords.VIETNAMESE.lengthBefore(said, match.from()) <= at
                            && at < match.to());
    List<Word> rest =
        IntStream.range(0, said.size()).boxed().filter(isNamed.negate()).map(said::get).toList();
    return new Mentions(
        named.stream().map(Name::station).distinct().toList(),
        named.stream().flatMap(name -> name.place().stream()).distinct().toList(),
        rest,
        meant.stream().anyMatch(match -> meant.stream().anyMatch(match::isOfAnother)));
  }

  private static boolean isNoStations(Match match, List<Match> all) {
    return all.stream().noneMatch(other -> other.name().place().isEmpty() && other.overlaps(match));
  }

  private List<Match> best(List<Word> said) {
    List<Match> surestFirst =
        spans(said)
            .flatMap(this::matches)
            .sorted(Comparator.comparingInt(Match::score).reversed())
            .toList();
    List<Match> best = new ArrayList<>();
    for (Match match : surestFirst) {
      if (best.stream().noneMatch(better -> isBeaten(match, better))) {
        best.add(match);
      }
    }
    return best;
  }

  private static boolean isBeaten(Match match, Match better) {
    return better.score() > match.score() && better.overlaps(match);
  }

  /** Words in a row that may be a name. */
  private Stream<Span> spans(List<Word> said) {
    return IntStream.range(0, said.size())
        .boxed()
        .flatMap(
            from ->
                IntStream.rangeClosed(from + 1, Math.min(said.size(), from + longest + 1))
                    .mapToObj(to -> new Span(from, to, joined(said.subList(from, to)))));
  }

  private Stream<Match> matches(Span span) {
    Stream<Match> slips =
        forgiving.stream()
            .filter(name -> !name.letters().equals(span.letters()))
            .filter(name -> EditDistance.isAtMostOne(name.letters(), span.letters()))
            .map(name -> span.matches(name, name.letters().length() - 1));
    return Stream.of(exactly(span, span.letters()), behindItsKind(span), slips)
        .flatMap(Function.identity())
        .filter(match -> match.to() - match.from() <= match.name().words().size() + 1);
  }

  private Stream<Match> exactly(Span span, String letters) {
    return spelled.getOrDefault(letters, List.of()).stream()
        .map(name -> span.matches(name, letters.length()));
  }

  /** A name whose kind is written together with it, such as "tpmytho". */
  private Stream<Match> behindItsKind(Span span) {
    return span.to() == span.from() + 1
        ? PlaceWords.VIETNAMESE.withoutKind(span.letters()).flatMap(name -> exactly(span, name))
        : Stream.empty();
  }

  /**
   * Marks decide between names of the same letters, where they were typed: Mỹ Hòa is not Mỹ Hóa.
   */
  private static boolean isSurest(Match match, List<Match> all, List<Word> said) {
    return isMeant(match, said)
        || all.stream().noneMatch(other -> other.overlaps(match) && isMeant(other, said));
  }

  private static boolean isMeant(Match match, List<Word> said) {
    List<Word> meant = match.name().words();
    if (match.to() - match.from() != meant.size()) {
      return false;
    }
    return IntStream.range(0, meant.size())
        .allMatch(i -> said.get(match.from() + i).mayMean(meant.get(i)));
  }

  private static String joined(List<Word> words) {
    StringBuilder letters = new StringBuilder();
    words.forEach(word -> letters.append(word.bare()));
    return letters.toString();
  }
}
