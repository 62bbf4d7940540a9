package vn.vam.payloads.line;

/** A place in a text of lines, which counts as it goes. */
final class Cursor {
  private static final char END = '\n';

  private final String text;
  private int at;
  private int line = 1;
  private int lineStart;

  Cursor(String text) {
    this.text = text;
  }

  int at() {
    return at;
  }

  /** What stands between there and here. */
  String since(int start) {
    return text.substring(start, at);
  }

  boolean isAtEnd() {
    return at >= text.length();
  }

  /** The next character; behind the last one a line ends. */
  char peek() {
    return isAtEnd() ? END : text.charAt(at);
  }

  boolean isAtEndOfLine() {
    return peek() == END
        || peek() == '\r' && (at + 1 >= text.length() || text.charAt(at + 1) == END);
  }

  /** Goes over the character, if it is the next one. */
  boolean take(char expected) {
    boolean there = !isAtEnd() && peek() == expected;
    if (there) {
      step();
    }
    return there;
  }

  char step() {
    char c = text.charAt(at);
    at++;
    if (c == END) {
      line++;
      lineStart = at;
    }
    return c;
  }

  /** Whether a backslash stands here that takes the meaning from one of these. */
  boolean escapes(String escapable) {
    return peek() == '\\' && at + 1 < text.length() && escapable.indexOf(text.charAt(at + 1)) >= 0;
  }

  String where() {
    return "line %d, column %d: ".formatted(line, at - lineStart + 1);
  }
}
