package vn.vam.core.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Phrases to be found among words; marks that were left out are forgiven, wrong ones not. */
public final class Phrases {
  private final List<List<Word>> phrases;

  /**
   * @param lines a phrase each, written with its marks
   */
  public Phrases(List<String> lines) {
    this(lines.stream().map(Word::allIn));
  }

  private Phrases(Stream<List<Word>> phrases) {
    this.phrases =
        phrases
            .filter(phrase -> !phrase.isEmpty())
            .sorted(Comparator.comparingInt((List<Word> phrase) -> phrase.size()).reversed())
            .toList();
  }

  /** The same of phrases that are words already. */
  public static Phrases of(List<List<Word>> phrases) {
    return new Phrases(phrases.stream());
  }

  public boolean areIn(List<Word> said) {
    for (int at = 0; at < said.size(); at++) {
      if (lengthAt(said, at) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether what was said begins with one of them. */
  public boolean begin(List<Word> said) {
    return !said.isEmpty() && lengthAt(said, 0) > 0;
  }

  /** What is left when every phrase is struck out, the longest first. */
  public List<Word> without(List<Word> said) {
    List<Word> left = new ArrayList<>();
    int at = 0;
    while (at < said.size()) {
      int struck = lengthAt(said, at);
      if (struck == 0) {
        left.add(said.get(at));
      }
      at += Math.max(1, struck);
    }
    return List.copyOf(left);
  }

  /** How many words the longest phrase has that stands there; 0 for none. */
  private int lengthAt(List<Word> said, int at) {
    return phrases.stream()
        .filter(phrase -> standsAt(phrase, said, at))
        .mapToInt(List::size)
        .findFirst()
        .orElse(0);
  }

  private static boolean standsAt(List<Word> phrase, List<Word> said, int at) {
    if (at + phrase.size() > said.size()) {
      return false;
    }
    for (int i = 0; i < phrase.size(); i++) {
      if (!said.get(at + i).mayMean(phrase.get(i))) {
        return false;
      }
    }
    return true;
  }
}
