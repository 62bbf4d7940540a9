package vn.vam.app.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import vn.vam.app.config.HubConfig;
import vn.vam.core.books.ProgressKeeper;
import vn.vam.core.log.ReadingLog;
import vn.vam.core.point.PointStore;
import vn.vam.sqlite.FolderLock;
import vn.vam.sqlite.log.SegmentedLog;
import vn.vam.sqlite.log.SqliteProgress;
import vn.vam.sqlite.state.SqliteAlertDesk;
import vn.vam.sqlite.state.SqliteAlertTrail;
import vn.vam.sqlite.state.SqliteCallDesk;
import vn.vam.sqlite.state.SqliteCitizens;
import vn.vam.sqlite.state.SqliteDoubts;
import vn.vam.sqlite.state.SqliteFanouts;
import vn.vam.sqlite.state.SqliteFollowedDossiers;
import vn.vam.sqlite.state.SqliteGatherDesk;
import vn.vam.sqlite.state.SqliteInbox;
import vn.vam.sqlite.state.SqliteLimitDesk;
import vn.vam.sqlite.state.SqliteLimits;
import vn.vam.sqlite.state.SqliteNews;
import vn.vam.sqlite.state.SqliteOperatorDesk;
import vn.vam.sqlite.state.SqliteOutbox;
import vn.vam.sqlite.state.SqlitePublicTrail;
import vn.vam.sqlite.state.SqliteReach;
import vn.vam.sqlite.state.SqliteTries;
import vn.vam.sqlite.state.SqliteUnconfirmed;
import vn.vam.sqlite.state.SqliteWatched;
import vn.vam.sqlite.state.StateDatabase;
import vn.vam.sqlite.state.TokenTable;

/** Everything on disk and in the database. */
record Storage(
    ReadingLog log,
    ProgressKeeper progress,
    PointStore store,
    SqliteAlertDesk alerts,
    SqliteOperatorDesk operators,
    SqliteCallDesk calls,
    SqliteOutbox outbox,
    SqliteGatherDesk gathers,
    SqliteDoubts doubts,
    SqliteInbox inbox,
    SqliteCitizens citizens,
    SqliteNews news,
    SqliteLimits limits,
    SqliteFollowedDossiers followed,
    SqliteLimitDesk limitDesk,
    SqliteTries tries,
    TokenTable tokens,
    SqliteReach reach,
    SqliteUnconfirmed unconfirmed,
    SqliteFanouts fanouts,
    SqliteAlertTrail trail,
    SqlitePublicTrail told,
    SqliteWatched watched) {

  static Storage open(HubConfig config, Clock clock, Closing closing) {
    Path data = privateDirectory(config.data());
    closing.add("state folder", FolderLock.take(data));
    ReadingLog log = closing.add("reading log", SegmentedLog.open(config.log(), clock));
    ProgressKeeper progress = closing.add("books", SqliteProgress.open(data.resolve("books.db")));
    StateDatabase state = closing.add("state", StateDatabase.open(data.resolve("state.db")));
    SqliteAlertDesk alerts = new SqliteAlertDesk(state);
    log.continueBehind(progress.load().page().logged());
    log.continueBehind(alerts.place());
    PointStore store = closing.add("store", Stores.open(config, clock));
    return new Storage(
        log,
        progress,
        store,
        alerts,
        new SqliteOperatorDesk(state),
        new SqliteCallDesk(state),
        new SqliteOutbox(state, config.citizens().quiet()),
        new SqliteGatherDesk(state),
        new SqliteDoubts(state),
        new SqliteInbox(state),
        new SqliteCitizens(state),
        new SqliteNews(state),
        new SqliteLimits(state),
        new SqliteFollowedDossiers(state),
        new SqliteLimitDesk(state),
        new SqliteTries(state),
        new TokenTable(state),
        new SqliteReach(state),
        new SqliteUnconfirmed(state),
        new SqliteFanouts(state),
        new SqliteAlertTrail(state),
        new SqlitePublicTrail(state),
        new SqliteWatched(state));
  }

  /** Holds tokens and what citizens asked: for the hub's own user alone. */
  static Path privateDirectory(Path directory) {
    try {
      Files.createDirectories(directory);
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
      }
      return directory;
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "the data directory " + directory.toAbsolutePath() + " cannot be used", failure);
    }
  }
}
