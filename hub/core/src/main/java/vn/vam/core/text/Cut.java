package vn.vam.core.text;

/** Texts cut to a length, never through the middle of a character. Pure. */
public final class Cut {
  private Cut() {}

  /**
   * @param most how many UTF-16 units are left, from 1 on
   */
  public static String to(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
