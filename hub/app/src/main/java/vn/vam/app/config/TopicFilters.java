package vn.vam.app.config;

/** MQTT topic filters: their grammar, and whether two of them can match the same topic. */
final class TopicFilters {
  private TopicFilters() {}

  /** MQTT 5, 4.7.1: {@code #} only as the last level, {@code +} only as a whole level. */
  static boolean isFilter(String filter) {
    String[] levels = filter.split("/", -1);
    for (int i = 0; i < levels.length; i++) {
      boolean wild = levels[i].contains("#") || levels[i].contains("+");
      if (wild && levels[i].length() > 1 || levels[i].equals("#") && i < levels.length - 1) {
        return false;
      }
    }
    return !filter.isEmpty();
  }

  static boolean overlap(String one, String other) {
    return overlap(one.split("/", -1), other.split("/", -1), 0);
  }

  private static boolean overlap(String[] one, String[] other, int level) {
    if (isHash(one, level) || isHash(other, level)) {
      return true;
    }
    if (level == one.length || level == other.length) {
      return one.length == other.length;
    }
    boolean meet =
        one[level].equals(other[level]) || one[level].equals("+") || other[level].equals("+");
    return meet && overlap(one, other, level + 1);
  }

  private static boolean isHash(String[] levels, int level) {
    return level < levels.length && levels[level].equals("#");
  }
}
