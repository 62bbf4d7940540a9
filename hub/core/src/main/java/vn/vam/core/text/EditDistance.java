package vn.vam.core.text;

/** How many slips of the finger lie between two words. */
public final class EditDistance {
  private EditDistance() {}

  /** Whether one letter too many, too few or wrong, or two letters swapped, is all that differs. */
  public static boolean isAtMostOne(String a, String b) {
    if (a.length() > b.length()) {
      return isAtMostOne(b, a);
    }
    if (b.length() - a.length() > 1) {
      return false;
    }
    int at = firstDifference(a, b);
    if (at == a.length()) {
      return true;
    }
    return a.length() < b.length()
        ? sameFrom(a, at, b, at + 1)
        : sameFrom(a, at + 1, b, at + 1) || isSwapped(a, b, at);
  }

  private static int firstDifference(String a, String b) {
    int at = 0;
    while (at < a.length() && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return at;
  }

  private static boolean isSwapped(String a, String b, int at) {
    return at + 1 < a.length()
        && a.charAt(at) == b.charAt(at + 1)
        && a.charAt(at + 1) == b.charAt(at)
        && sameFrom(a, at + 2, b, at + 2);
  }

  private static boolean sameFrom(String a, int fromA, String b, int fromB) {
    return a.substring(fromA).equals(b.substring(fromB));
  }
}
