package vn.vam.core.text;

import java.util.regex.Pattern;

/**
 * Which bare letters can be a Vietnamese syllable: an onset, a vowel, a coda, each as it is spelt.
 */
public final class Syllable {
  private static final Pattern SYLLABLE =
      Pattern.compile(
          "(?:b|ch?|d|gh|gi?|h|kh?|l|m|ngh?|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?"
              + "(?:uye|uya|uyu|oai|oay|oeo|oao|uay|uoi|uou|ieu|yeu|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|ua|uau|ue|ui|uo"
              + "|uu|uy|ye|a|e|i|o|u|y)"
              + "(?:ch|ng|nh|c|m|n|p|t)?");

  private Syllable() {}

  /**
   * @param bare small letters without marks
   */
  public static boolean isOne(String bare) {
    return SYLLABLE.matcher(bare).matches();
  }
}
