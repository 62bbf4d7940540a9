package vn.vam.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Phrases to be found among words; marks that were left out are forgiven, wrong ones not. A word of
 * a phrase with "!" behind it must have its marks: "tối!" is the evening and never "toi".
 */
public final class Phrases {
  /**
   * How people speak beside what they say.
   *
   * @param selves what they call themselves: it stands for "tôi" in a phrase, and between other
   *     words says nothing
   * @param particles that say nothing between the words of a phrase
   */
  public record Speech(List<Spoken> selves, List<Spoken> particles) {
    /** Every word stands for itself alone. */
    public static final Speech PLAIN = new Speech(List.of(), List.of());

    public Speech {
      selves = List.copyOf(selves);
      particles = List.copyOf(particles);
    }

    /** From the sections "self" and "particle" of a text. */
    public static Speech in(Sections sections) {
      return new Speech(spoken(sections, "self"), spoken(sections, "particle"));
    }

    private static List<Spoken> spoken(Sections sections, String section) {
      return sections.lines(section).stream().flatMap(line -> Spoken.allIn(line).stream()).toList();
    }

    private boolean isSelf(Word said) {
      return selves.stream().anyMatch(self -> self.isSaid(said));
    }

    private boolean saysLittle(Word said) {
      return isSelf(said) || particles.stream().anyMatch(particle -> particle.isSaid(said));
    }
  }

  /**
   * A word of a phrase.
   *
   * @param asWritten whether its marks may not be left out
   */
  public record Spoken(Word word, boolean asWritten) {
    static List<Spoken> allIn(String line) {
      return Stream.of(line.split("\\s+"))
          .flatMap(
              part -> Word.allIn(part).stream().map(word -> new Spoken(word, part.endsWith("!"))))
          .toList();
    }

    private boolean isSaid(Word said) {
      return asWritten ? said.equals(word) : said.mayMean(word);
    }
  }

  private static final int MOST_PARTICLES = 4;
  private static final Word SELF = Word.allIn("tôi").getFirst();

  private final Map<String, List<List<Spoken>>> byFirst;
  private final Speech speech;

  /**
   * @param lines a phrase each, written with its marks
   */
  public Phrases(List<String> lines) {
    this(lines, Speech.PLAIN);
  }

  /**
   * @param lines a phrase each, written with its marks
   */
  public Phrases(List<String> lines, Speech speech) {
    this(lines.stream().map(Spoken::allIn), speech);
  }

  private Phrases(Stream<List<Spoken>> phrases, Speech speech) {
    this.speech = speech;
    this.byFirst =
        phrases
            .filter(phrase -> !phrase.isEmpty())
            .distinct()
            .collect(Collectors.groupingBy(phrase -> phrase.getFirst().word().bare()));
  }

  /** The same of phrases that are words already. */
  public static Phrases of(List<List<Word>> phrases) {
    return new Phrases(
        phrases.stream()
            .map(phrase -> phrase.stream().map(word -> new Spoken(word, false)).toList()),
        Speech.PLAIN);
  }

  /** The words of all phrases, each as it is written. */
  public Stream<Word> words() {
    return byFirst.values().stream().flatMap(List::stream).flatMap(List::stream).map(Spoken::word);
  }

  public boolean areIn(List<Word> said) {
    return first(said).isPresent();
  }

  /** Where the first of them begins. */
  public OptionalInt first(List<Word> said) {
    return IntStream.range(0, said.size()).filter(at -> lengthAt(said, at) > 0).findFirst();
  }

  /** Whether what was said begins with one of them. */
  public boolean begin(List<Word> said) {
    return beginning(said).isPresent();
  }

  /** How many words what was said has of the longest of them, where it begins with one. */
  public OptionalInt beginning(List<Word> said) {
    int length = said.isEmpty() ? 0 : lengthAt(said, 0);
    return length > 0 ? OptionalInt.of(length) : OptionalInt.empty();
  }

  /** What is left when every phrase is struck out, the longest first. */
  public List<Word> without(List<Word> said) {
    return without(said, List.of(this));
  }

  /** What is left when every phrase of all of these is struck out, the longest first. */
  public static List<Word> without(List<Word> said, List<Phrases> all) {
    List<Word> left = new ArrayList<>();
    int at = 0;
    while (at < said.size()) {
      int here = at;
      int struck = all.stream().mapToInt(phrases -> phrases.lengthAt(said, here)).max().orElse(0);
      if (struck == 0) {
        left.add(said.get(at));
      }
      at += Math.max(1, struck);
    }
    return List.copyOf(left);
  }

  /** How many words the longest phrase takes that stands there; 0 for none. */
  private int lengthAt(List<Word> said, int at) {
    Word first = said.get(at);
    int longest = longestOf(byFirst.getOrDefault(first.bare(), List.of()), said, at);
    return speech.isSelf(first)
        ? Math.max(longest, longestOf(byFirst.getOrDefault(SELF.bare(), List.of()), said, at))
        : longest;
  }

  private int longestOf(List<List<Spoken>> phrases, List<Word> said, int at) {
    return phrases.stream().mapToInt(phrase -> length(phrase, said, at)).max().orElse(0);
  }

  private int length(List<Spoken> phrase, List<Word> said, int from) {
    int at = from;
    for (Spoken meant : phrase) {
      int skipped = 0;
      while (at > from && at < said.size() && skipped < MOST_PARTICLES) {
        if (isSaid(meant, said.get(at)) || !speech.saysLittle(said.get(at))) {
          break;
        }
        skipped++;
        at++;
      }
      if (at == said.size() || !isSaid(meant, said.get(at))) {
        return 0;
      }
      at++;
    }
    return at - from;
  }

  private boolean isSaid(Spoken meant, Word said) {
    return meant.isSaid(said) || (meant.word().equals(SELF) && speech.isSelf(said));
  }
}
