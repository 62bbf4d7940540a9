package vn.vam.core.citizen;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.vam.core.notify.Button;
import vn.vam.core.text.Word;

/**
 * Asks back which of several is meant: a button each for the first ones, and a number for all of
 * them. What is chosen, by number or by a part of its name, does what its button does.
 */
final class Choice {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
  private static final List<String> BEFORE_A_NUMBER = List.of("so", "thu", "cai", "muc", "chon");
  private static final List<String> FIRST = List.of("nhat", "dau", "mot");
  private static final List<String> SPELLED =
      List.of("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi");

  private Choice() {}

  /**
   * @param question what is asked
   * @param orders one each, two or more; a button each for as many as the messenger takes
   * @param inner what else answers it
   */
  static Reply of(String question, List<Button> orders, Optional<OpenQuestion> inner) {
    String numbered =
        IntStream.range(0, orders.size())
            .mapToObj(at -> at + 1 + ". " + orders.get(at).title())
            .collect(Collectors.joining("\n"));
    return listed(question + "\n" + numbered, orders, inner);
  }

  /**
   * The same, where the question names them in their order already.
   *
   * @param question what is asked
   */
  static Reply listed(String question, List<Button> orders, Optional<OpenQuestion> inner) {
    OpenQuestion asked =
        orders.size() < 2 && inner.isPresent()
            ? inner.get()
            : new OpenQuestion.WhichOf(orders, inner);
    return Reply.of(question, orders).with(new ProfileChange.Ask(asked));
  }

  /** What was chosen; nothing where something else was said. */
  static Optional<String> chosen(List<Button> orders, List<Word> said) {
    List<Word> words =
        said.stream()
            .dropWhile(word -> said.size() > 1 && BEFORE_A_NUMBER.contains(word.bare()))
            .toList();
    return numbered(orders, words).or(() -> named(orders, said)).map(Button::payload);
  }

  private static Optional<Button> numbered(List<Button> orders, List<Word> words) {
    if (words.size() != 1) {
      return Optional.empty();
    }
    String bare = words.getFirst().bare();
    int number =
        NUMBER.matcher(bare).matches()
            ? Integer.parseInt(bare)
            : FIRST.contains(bare) ? 1 : SPELLED.indexOf(bare) + 1;
    return number >= 1 && number <= orders.size()
        ? Optional.of(orders.get(number - 1))
        : Optional.empty();
  }

  /** The only one of which the most was said, where nothing else was. */
  private static Optional<Button> named(List<Button> orders, List<Word> said) {
    List<Button> best = new NameFinder<>(orders, Button::title).best(new Where.Named(said, said));
    return Optional.of(best)
        .filter(one -> one.size() == 1)
        .map(List::getFirst)
        .filter(
            one -> {
              List<Word> title = Word.allIn(one.title());
              return said.stream().allMatch(word -> title.stream().anyMatch(word::mayMean));
            });
  }
}
