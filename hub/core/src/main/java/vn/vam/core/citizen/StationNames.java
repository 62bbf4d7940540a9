package vn.vam.core.citizen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.vam.core.station.Station;
import vn.vam.core.text.EditDistance;
import vn.vam.core.text.Word;

/**
 * Finds the stations a text names: by name or alias, marks and spaces apart, the longest name
 * first. One slip of the finger is forgiven in names of six letters and more. A word for a kind of
 * place may be shortened in a name, or stand before it.
 */
final class StationNames {
  private static final int LONG_ENOUGH_FOR_A_SLIP = 6;

  private record Name(Station station, List<Word> words, String letters, boolean forgivesASlip) {
    static Stream<Name> of(Station station, String name) {
      List<Word> asItStands = Word.allIn(name);
      return PlaceWords.VIETNAMESE.spellings(asItStands).stream()
          .map(words -> of(station, words, words.equals(asItStands)));
    }

    private static Name of(Station station, List<Word> words, boolean asItStands) {
      String letters = joined(words);
      return new Name(
          station, words, letters, asItStands && letters.length() >= LONG_ENOUGH_FOR_A_SLIP);
    }
  }

  /** A name at the words {@code from} to {@code to}; the higher the score, the surer. */
  private record Match(Name name, int from, int to, int score) {
    boolean overlaps(Match other) {
      return from < other.to && other.from < to;
    }
  }

  /**
   * @param stations that may be meant, in the order in which they are named
   * @param rest the words that belong to no name
   */
  record Mentions(List<Station> stations, List<Word> rest) {
    Mentions {
      stations = List.copyOf(stations);
      rest = List.copyOf(rest);
    }
  }

  private final List<Name> names;
  private final Set<String> words;

  StationNames(List<Station> stations) {
    names =
        stations.stream()
            .flatMap(
                station ->
                    Stream.concat(Stream.of(station.name()), station.aliases().stream())
                        .flatMap(name -> Name.of(station, name)))
            .filter(name -> !name.letters().isEmpty())
            .toList();
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
    List<Station> stations =
        best.stream()
            .filter(match -> isSurest(match, best, said))
            .sorted(Comparator.comparingInt(Match::from))
            .map(match -> match.name().station())
            .distinct()
            .toList();
    Predicate<Integer> isNamed =
        at ->
            best.stream()
                .anyMatch(
                    match ->
                        match.from() - PlaceWords.VIETNAMESE.lengthBefore(said, match.from()) <= at
                            && at < match.to());
    List<Word> rest =
        IntStream.range(0, said.size()).boxed().filter(isNamed.negate()).map(said::get).toList();
    return new Mentions(stations, rest);
  }

  private List<Match> best(List<Word> said) {
    List<Match> surestFirst =
        names.stream()
            .flatMap(name -> matches(name, said))
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

  private static Stream<Match> matches(Name name, List<Word> said) {
    List<Match> matches = new ArrayList<>();
    for (int from = 0; from < said.size(); from++) {
      int last = Math.min(said.size(), from + name.words().size() + 1);
      for (int to = from + 1; to <= last; to++) {
        int score = score(name, joined(said.subList(from, to)));
        if (score > 0) {
          matches.add(new Match(name, from, to, score));
        }
      }
    }
    return matches.stream();
  }

  /** The letters that agree; 0 for another name. */
  private static int score(Name name, String said) {
    int letters = name.letters().length();
    if (name.letters().equals(said)) {
      return letters;
    }
    return name.forgivesASlip() && EditDistance.isAtMostOne(name.letters(), said) ? letters - 1 : 0;
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
