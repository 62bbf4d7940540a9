package vn.vam.core.text;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with named gaps, such as {@code {station}}. What is filled in is never looked at again.
 */
public final class Template {
  private static final Pattern GAP = Pattern.compile("\\{([^{}]*)}");

  private final String text;

  /**
   * @param gaps the names that may be filled in
   * @throws IllegalArgumentException when the text has a gap of another name
   */
  public Template(String text, Set<String> gaps) {
    this.text = text;
    GAP.matcher(text)
        .results()
        .map(gap -> gap.group(1))
        .filter(name -> !gaps.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  "unknown placeholder {"
                      + name
                      + "}, known are "
                      + gaps.stream().sorted().toList());
            });
  }

  /**
   * @throws IllegalArgumentException when a gap gets no value
   */
  public String fill(Map<String, String> values) {
    return GAP.matcher(text)
        .replaceAll(gap -> Matcher.quoteReplacement(value(values, gap.group(1))));
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no value for placeholder {" + name + "}");
    }
    return value;
  }
}
