package vn.vam.app.config;

import java.util.List;
import vn.vam.app.config.WatchReader.Watch;
import vn.vam.core.rule.Condition;

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

  private static List<Condition> each(Condition alone, Watch watch) {
    return watch.stations().stream()
        .<Condition>map(
            station ->
                switch (alone) {
                  case Condition.Beyond beyond -> beyond.at(station);
                  case Condition.Seen seen -> seen.at(station);
                  case Condition.Silent silent -> silent;
                  case Condition.Heard heard -> heard;
                  case Condition.Several several -> several;
                })
        .toList();
  }
}
