package vn.vam.dossier;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A name that its owner knows again and nobody else: "Nguyễn Thị Tư" is "N*** T*** T***". */
final class MaskedName {
  private static final int MOST_WORDS = 8;

  private MaskedName() {}

  static String of(String name) {
    return Stream.of(name.strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + "***")
        .collect(Collectors.joining(" "));
  }
}
