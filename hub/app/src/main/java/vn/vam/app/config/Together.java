package vn.vam.app.config;

import java.util.List;
import vn.vam.app.config.WatchReader.Watch;
import vn.vam.core.rule.Condition;
import vn.vam.core.station.StationId;

/**
 * One condition for several stations: raised while enough of them breach, cleared once so many are
 * safe that not enough are left.
 */
final class Together {
  private Together() {}

  static Condition raise(Condition alone, Watch watch) {
    return watch
        .together()
        .<Condition>map(least -> new Condition.Several(each(alone, watch), least))
        .orElse(alone);
  }

  static Condition clear(Condition alone, Watch watch) {
    int stations = watch.stations().size();
    return watch
        .together()
        .<Condition>map(least -> new Condition.Several(each(alone, watch), stations - least + 1))
        .orElse(alone);
  }

  /**
   * What is asked of each of several stations has to be about each of them.
   *
   * @param node where it is written
   */
  static void check(ConfigNode node, Condition alone, Watch watch) {
    if (watch.together().isEmpty()) {
      return;
    }
    if (isSilence(alone)) {
      node.complain(
          "expected no silence where stations are watched together: it is each station's own",
          "watch: { stations: [xuan-hoa, my-tho] }, raise: { silent: 3h }");
    } else if (!isOfEach(alone)) {
      node.complain(
          "expected a condition without a station of its own, since it is asked of each of those"
              + " that are watched together",
          "watch: { …, together: all }, raise: { above: 1 }");
    }
  }

  private static boolean isSilence(Condition condition) {
    return switch (condition) {
      case Condition.Beyond beyond -> false;
      case Condition.Seen seen -> false;
      case Condition.Silent silent -> true;
      case Condition.Heard heard -> true;
      case Condition.Several several -> several.parts().stream().anyMatch(Together::isSilence);
    };
  }

  private static boolean isOfEach(Condition condition) {
    return switch (condition) {
      case Condition.Beyond beyond -> beyond.station().isEmpty();
      case Condition.Seen seen -> seen.station().isEmpty();
      case Condition.Silent silent -> true;
      case Condition.Heard heard -> true;
      case Condition.Several several -> several.parts().stream().anyMatch(Together::isOfEach);
    };
  }

  private static List<Condition> each(Condition alone, Watch watch) {
    return watch.stations().stream().map(station -> at(station, alone)).toList();
  }

  /** What names a station of its own stays there. */
  private static Condition at(StationId station, Condition alone) {
    return switch (alone) {
      case Condition.Beyond beyond -> beyond.station().isPresent() ? beyond : beyond.at(station);
      case Condition.Seen seen -> seen.station().isPresent() ? seen : seen.at(station);
      case Condition.Silent silent -> silent;
      case Condition.Heard heard -> heard;
      case Condition.Several several ->
          new Condition.Several(
              several.parts().stream().map(part -> at(station, part)).toList(), several.least());
    };
  }
}
