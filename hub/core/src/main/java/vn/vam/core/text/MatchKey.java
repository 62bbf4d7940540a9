package vn.vam.core.text;

import java.util.stream.Collectors;

/**
 * What two spellings of a name have in common: composed, folded to small letters, đ as d, marks
 * dropped, everything that is no letter or digit a single space. "Xuân Hòa", "XUÂN HOÀ" and
 * "xuan-hoa" share the key {@code xuan hoa}; different names may share one too.
 *
 * @param value matches {@code ([a-z0-9]+( [a-z0-9]+)*)?}
 */
public record MatchKey(String value) {
  public static MatchKey of(String text) {
    return new MatchKey(Word.allIn(text).stream().map(Word::bare).collect(Collectors.joining(" ")));
  }

  @Override
  public String toString() {
    return value;
  }
}
