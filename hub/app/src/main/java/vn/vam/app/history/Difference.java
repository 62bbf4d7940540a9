package vn.vam.app.history;

import java.util.ArrayList;
import java.util.List;
import vn.vam.app.history.Backtest.Result;

/**
 * What was expected and did not come, and what came unexpected.
 *
 * @param missing lines that did not come, in the order in which they were expected
 * @param unexpected lines nobody expected, in the order in which they came
 */
public record Difference(List<String> missing, List<String> unexpected) {
  private static final int RULE = 2;
  private static final int STATION = 3;

  /** Lines of the same instant may come in any order. */
  public static Difference between(List<String> expected, List<String> found) {
    List<String> missing = new ArrayList<>(expected);
    found.forEach(missing::remove);
    List<String> unexpected = new ArrayList<>(found);
    expected.forEach(unexpected::remove);
    return new Difference(missing, unexpected);
  }

  public boolean isNone() {
    return missing.isEmpty() && unexpected.isEmpty();
  }

  /** A line each, {@code -} before what is missing, with why it did not fire where it never did. */
  public List<String> written(Result result) {
    List<String> lines = new ArrayList<>();
    for (String line : missing) {
      lines.add("- " + line);
      result.explanations().stream()
          .filter(explanation -> explanation.raised() == 0)
          .filter(
              explanation -> isOf(line, explanation.rule().value(), explanation.place().value()))
          .forEach(explanation -> lines.add("  " + explanation.words()));
    }
    unexpected.forEach(line -> lines.add("+ " + line));
    return lines;
  }

  private static boolean isOf(String line, String rule, String station) {
    String[] words = line.split(" ");
    return words.length > STATION && words[RULE].equals(rule) && words[STATION].equals(station);
  }
}
