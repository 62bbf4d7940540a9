package vn.vam.sqlite.state;

import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.vam.core.limit.Limit;
import vn.vam.core.limit.LimitRules;

/**
 * Puts very many subscriptions and limits into a state folder of which no hub is running, for
 * measuring.
 */
public final class Subscribing {
  private Subscribing() {}

  /**
   * Citizens {@code prefix0-0}, {@code prefix0-1} … follow, and agree to hear of the first station.
   *
   * @param citizens of each station
   */
  public static void of(Path folder, List<String> stations, String prefix, int citizens) {
    if (citizens == 0 || stations.isEmpty()) {
      return;
    }
    try (StateDatabase state = StateDatabase.open(folder.resolve("state.db"))) {
      state.useTransaction(
          transaction -> {
            PreparedBatch people = transaction.prepareBatch("INSERT INTO citizen VALUES (?, 1, 0)");
            PreparedBatch subscriptions =
                transaction.prepareBatch("INSERT INTO subscription VALUES (?, ?, 'bench', 0)");
            for (int station = 0; station < stations.size(); station++) {
              for (int i = 0; i < citizens; i++) {
                String citizen = prefix + station + "-" + i;
                people.add(citizen);
                subscriptions.add(citizen, stations.get(station));
              }
            }
            people.execute();
            subscriptions.execute();
          });
    }
  }

  /**
   * Citizens {@code prefix0}, {@code prefix1} … follow, and each wants to hear of the station above
   * a level of their own, evenly from the lowest to the highest that is allowed.
   */
  public static void limits(
      Path folder, String station, String prefix, int citizens, LimitRules allowed) {
    if (citizens == 0) {
      return;
    }
    double step = (allowed.greatest() - allowed.least()) / citizens;
    try (StateDatabase state = StateDatabase.open(folder.resolve("state.db"))) {
      state.useTransaction(
          transaction -> {
            PreparedBatch people = transaction.prepareBatch("INSERT INTO citizen VALUES (?, 1, 0)");
            PreparedBatch limits =
                transaction.prepareBatch(
                    """
                    INSERT INTO citizen_limit (citizen, station, side, level, consent, agreed_at)
                    VALUES (?, ?, ?, ?, 'bench', 0)""");
            for (int i = 0; i < citizens; i++) {
              double level = allowed.least() + i * step;
              people.add(prefix + i);
              limits.add(prefix + i, station, Limit.Side.ABOVE.name(), level);
            }
            people.execute();
            limits.execute();
          });
    }
  }
}
