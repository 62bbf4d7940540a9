package vn.vam.sqlite.state;

import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Puts very many subscriptions into a state folder of which no hub is running, for measuring. */
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
}
