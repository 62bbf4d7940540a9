package vn.vam.core.citizen;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.vam.core.bus.Stop;
import vn.vam.core.text.Word;

/**
 * Where someone wants to go, as in "từ chợ Mỹ Tho đi Gò Công" or "về Gò Công".
 *
 * @param from empty where they did not say, or said a stop nobody knows
 * @param to never empty
 */
record Journey(List<Stop> from, List<Stop> to) {
  /** Words before the place they go to. */
  private static final List<Word> TOWARDS = Word.allIn("đi về ra lên xuống vô sang");

  /** Those that may tell of arriving too, as in "xe buýt tới Mỹ Tho chưa". */
  private static final List<Word> ARRIVING = Word.allIn("tới đến");

  /** As in "đi qua chợ", which asks where a bus goes by. */
  private static final List<Word> BY = Word.allIn("qua ngang");

  Journey {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }

  /** The last place behind a word of going is where they go. */
  static Optional<Journey> in(Where.Named said, List<Stop> stops) {
    NameFinder<Stop> finder = new NameFinder<>(stops, Stop::name);
    return IntStream.range(0, said.words().size())
        .boxed()
        .sorted((one, other) -> Integer.compare(other, one))
        .flatMap(at -> splitAt(said, at, finder))
        .findFirst();
  }

  private static Stream<Journey> splitAt(Where.Named said, int at, NameFinder<Stop> finder) {
    List<Word> words = said.words();
    boolean towards = isOf(TOWARDS, words.get(at));
    boolean arriving = isOf(ARRIVING, words.get(at));
    boolean by = at + 1 < words.size() && isOf(BY, words.get(at + 1));
    if (by || !(towards || arriving)) {
      return Stream.empty();
    }
    List<Stop> to = finder.best(part(said, words.subList(at + 1, words.size())));
    List<Stop> from = finder.best(part(said, words.subList(0, at)));
    boolean goes = !to.isEmpty() && !to.equals(from) && (towards || !from.isEmpty());
    return goes ? Stream.of(new Journey(from, to)) : Stream.empty();
  }

  private static Where.Named part(Where.Named said, List<Word> words) {
    return new Where.Named(words, words.stream().filter(said.telling()::contains).toList());
  }

  private static boolean isOf(List<Word> some, Word word) {
    return some.stream().anyMatch(word::mayMean);
  }
}
