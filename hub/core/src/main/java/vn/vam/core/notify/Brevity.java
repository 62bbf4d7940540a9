package vn.vam.core.notify;

import java.text.Normalizer;
import java.util.List;

/** Texts of a length the messenger takes: it refuses a longer one whole. Pure. */
final class Brevity {
  /** In characters, composed. */
  static final int MOST = 2_000;

  private static final String LEFT_OUT = "\n…";

  /** A longer last line is nothing that has to stay. */
  private static final int LONGEST_END = 300;

  private Brevity() {}

  /**
   * A text that is too long loses lines before its last: how it begins stays, and the last line,
   * how to stop or that it may be a repetition.
   */
  static String of(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return composed.length() <= MOST ? composed : shortened(composed.lines().toList());
  }

  private static String shortened(List<String> lines) {
    String last = lines.getLast();
    boolean endStays = lines.size() > 1 && last.length() <= LONGEST_END;
    String end = LEFT_OUT + (endStays ? "\n" + last : "");
    int room = MOST - end.length();
    StringBuilder begin = new StringBuilder(cut(lines.getFirst(), room));
    for (String line : lines.subList(1, endStays ? lines.size() - 1 : lines.size())) {
      if (begin.length() + 1 + line.length() > room) {
        break;
      }
      begin.append('\n').append(line);
    }
    return begin + end;
  }

  /** Never through the middle of a character. */
  private static String cut(String line, int room) {
    if (line.length() <= room) {
      return line;
    }
    return line.substring(0, Character.isHighSurrogate(line.charAt(room - 1)) ? room - 1 : room);
  }
}
