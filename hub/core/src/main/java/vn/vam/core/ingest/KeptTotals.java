package vn.vam.core.ingest;

import java.util.List;

/** Keeps how far counters had come across a restart that recalls less of the log. */
public interface KeptTotals {
  KeptTotals NOWHERE =
      new KeptTotals() {
        @Override
        public List<RunningTotal> load() {
          return List.of();
        }

        @Override
        public void keep(List<RunningTotal> all) {
          // A hub of one message has no restart.
        }
      };

  List<RunningTotal> load();

  /** In place of those kept before. Never throws: where it fails, the log is all there is. */
  void keep(List<RunningTotal> all);
}
